import MathCore
import TestSupport
import Testing

private func grid(
  _ count: Int, _ range: ClosedRange<Double>, _ f: (Double, Double) -> Double
) -> ScalarGrid {
  let xs = (0..<count).map {
    range.lowerBound + Double($0) / Double(count - 1) * (range.upperBound - range.lowerBound)
  }
  return ScalarGrid(xs: xs, ys: xs, values: xs.flatMap { y in xs.map { x in f(x, y) } })
}

private func zeros(
  _ count: Int, _ range: ClosedRange<Double>, _ f: (Double, Double) -> Double
) -> [ContourLine] {
  grid(count, range, f).zeroSet { xs, ys in zip(xs, ys).map(f) }
}

@Suite struct ZeroSetTests {
  @Test func `Points of a circle lie on it`() {
    let lines = zeros(20, -1.5...1.5) { x, y in x * x + y * y - 1 }
    #expect(lines.count == 1 && lines[0].isClosed)
    for point in lines.flatMap(\.points) {
      #expect(abs(point.x * point.x + point.y * point.y - 1) < 1e-8)
    }
    // Interpolation alone is off by far more: the search has something to do.
    let plain = grid(20, -1.5...1.5) { x, y in x * x + y * y - 1 }.contourLines(at: [0])[0]
    #expect(plain.flatMap(\.points).contains { abs($0.x * $0.x + $0.y * $0.y - 1) > 1e-4 })
  }

  @Test func `Poles and jumps are no zeros`() {
    #expect(zeros(30, -1...1) { x, _ in 1 / (x - 0.013) }.isEmpty)
    #expect(zeros(30, -1...1) { x, _ in x < 0.013 ? -1 : 1 }.isEmpty)
    #expect(zeros(30, -1...1) { x, y in y < 0.1 ? -2 : 3 + x }.isEmpty)
  }

  @Test func `Steep but continuous functions keep their zeros`() {
    let lines = zeros(30, -1...1) { x, y in UnaryFunction.hyperbolicTangent(1000 * (x - y / 3 - 0.01)) }
    #expect(lines.count == 1)
    for point in lines.flatMap(\.points) { #expect(abs(point.x - point.y / 3 - 0.01) < 1e-6) }
  }

  @Test func `A line that meets a pole ends there`() {
    // tan(x) − y has its zeros on y = tan x, and poles in between.
    let lines = zeros(60, -3...3) { x, y in UnaryFunction.tangent(x) - y }
    #expect(lines.count == 3)
    for point in lines.flatMap(\.points) where abs(point.x.magnitude - .pi / 2) > 0.1 {
      #expect(abs(UnaryFunction.tangent(point.x) - point.y) < 1e-5)
    }
  }
}

@Suite struct StreamlineTests {
  private func distance(_ a: DataPoint, _ b: DataPoint) -> Double {
    ((a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y)).squareRoot()
  }

  @Test func `Around a center lines are closed circles`() {
    let found = Streamlines(within: -1...1, -1...1, separation: 0.1) { (-$0.y, $0.x) }
    let closed = found.lines.filter { $0.first == $0.last }
    #expect(closed.count > 3)
    for line in found.lines {
      let radius = line.first.map { distance($0, DataPoint(x: 0, y: 0)) } ?? 0
      #expect(line.allSatisfy { abs(distance($0, DataPoint(x: 0, y: 0)) - radius) < 1e-3 })
    }
  }

  @Test(arguments: [0.03, 0.08]) func `Lines keep their distance and fill the rectangle`(_ separation: Double)
  {
    let found = Streamlines(within: 0...4, 0...1, separation: separation) { point in
      (x: 2 * point.x - 3, y: 0.3 - point.y + 0.2 * point.x)
    }
    func unit(_ point: DataPoint) -> DataPoint { DataPoint(x: point.x / 4, y: point.y) }
    for (number, line) in found.lines.enumerated() {
      for other in found.lines[..<number] {
        for a in line {
          #expect(other.allSatisfy { distance(unit(a), unit($0)) > 0.49 * separation })
        }
      }
    }
    // No room for another one.
    for i in 1..<20 {
      for j in 1..<20 {
        let place = DataPoint(x: Double(i) / 20, y: Double(j) / 20)
        let nearest = found.lines.joined().map { distance(unit($0), place) }.min() ?? 1
        #expect(nearest < 2.5 * separation)
      }
    }
  }

  @Test func `Lines run with the field`() {
    let found = Streamlines(within: -2...2, -2...2) { (x: $0.y, y: 1) }
    for line in found.lines {
      #expect(zip(line, line.dropFirst()).allSatisfy { $0.y < $1.y })
      // Along x′ = y, y′ = 1 the number x − y²/2 does not change.
      let number = line.map { $0.x - $0.y * $0.y / 2 }
      #expect((number.max() ?? 0) - (number.min() ?? 0) < 1e-4)
    }
  }

  @Test func `Undefined and resting fields have no lines`() {
    #expect(Streamlines(within: 0...1, 0...1) { _ in (0, 0) }.lines.isEmpty)
    #expect(Streamlines(within: 0...1, 0...1) { _ in (.nan, 1) }.lines.isEmpty)
  }
}

@Suite struct TriangleMeshTests {
  @Test func `Lines of height lie on the surface at their level`() {
    let grid = grid(25, -1...1) { x, y in x * x + 2 * y * y }
    let mesh = TriangleMesh(grid)
    #expect(mesh.triangles.count == 2 * 24 * 24)
    let lines = mesh.contourLines(of: mesh.corners.map(\.z), at: 0.5)
    #expect(lines.count == 1 && lines[0].isClosed)
    for point in lines.flatMap(\.points) {
      #expect(abs(point.z - 0.5) < 1e-12)
      #expect(abs(point.x * point.x + 2 * point.y * point.y - 0.5) < 0.01)
    }
    // Higher values on the left: the way goes around the valley clockwise.
    let area = zip(lines[0].points, lines[0].points.dropFirst()).reduce(0) {
      $0 + ($1.0.x * $1.1.y - $1.1.x * $1.0.y) / 2
    }
    #expect(area < 0)
  }

  @Test func `Undefined corners have no triangles, and lines end at them`() {
    let grid = grid(21, -1...1) { x, y in x > 0.5 ? .nan : y }
    let mesh = TriangleMesh(grid)
    let lines = mesh.contourLines(of: mesh.corners.map(\.z), at: 0.05)
    #expect(lines.count == 1 && !lines[0].isClosed)
    #expect(lines.flatMap(\.points).allSatisfy { $0.x < 0.51 })
    #expect(TriangleMesh(ScalarGrid(xs: [1], ys: [1], values: [2])).triangles.isEmpty)
  }

  @Test func `Another value than height is followed too`() {
    let mesh = TriangleMesh(grid(11, 0...1) { x, y in x * y })
    let lines = mesh.contourLines(of: mesh.corners.map { $0.x + $0.y }, at: 0.77)
    for point in lines.flatMap(\.points) { #expect(abs(point.x + point.y - 0.77) < 1e-12) }
  }
}
