import Geometry
import Rendering
import Testing

/// The distance from a point to the nearest segment of a polyline.
private func distance(_ point: Point, to line: [Point]) -> Double {
  zip(line, line.dropFirst()).map { a, b in
    let (chord, reach) = (b - a, point - a)
    let t = chord.dot(chord) > 0 ? min(max(reach.dot(chord) / chord.dot(chord), 0), 1) : 0
    return (point - a.interpolated(to: b, t)).length
  }.min() ?? .infinity
}

struct PathPreparationTests {
  /// Spirals, zigzags, repeated points, turns on the spot.
  static let lines: [[Point]] = [
    (0...600).map { i in
      let angle = Double(i) / 40
      return Point(x: angle * Double.cosine(angle), y: angle * Double.cosine(angle - .pi / 2))
    },
    (0...100).map { Point(x: Double($0) / 10, y: $0.isMultiple(of: 2) ? 0 : 0.013) },
    [0, 0, 0, 1, 2, 5, 4, 3, 3, 7, -2, -2].map { Point(x: $0, y: 0) },
    (0...50).map { Point(x: 3, y: Double($0)) } + (0...50).map { Point(x: 3 + Double($0), y: 50) },
  ]

  @Test(arguments: lines, [0.001, 0.01, 0.1]) func noPointStraysBeyondTheTolerance(
    line: [Point], tolerance: Double
  ) {
    let simple = Path(polyline: line).simplified(within: tolerance).points
    #expect(simple.first == line.first && simple.last == line.last)
    #expect(line.allSatisfy { distance($0, to: simple) <= tolerance * 1.000_001 })
    #expect(simple.allSatisfy { distance($0, to: line) <= tolerance * 1.000_001 })
  }

  @Test func aStraightRunBecomesOneLine() {
    #expect(Path(polyline: Self.lines[3]).simplified(within: 0.01).points.count == 3)
  }

  @Test func curvesAndRingsKeepTheirForm() {
    var path = Path(circle: Point(x: 4, y: 4), radius: 3)
    path.append(polyline: [Point(x: 0, y: 0), Point(x: 4, y: 0), Point(x: 4, y: 4)], closed: true)
    #expect(path.simplified(within: 0.01) == path)
  }

  @Test func cuttingKeepsAreaAndBox() {
    let box = Rect(x: 0, y: 0, width: 10, height: 10)
    // A diamond around the box's right side: half of its area lies inside.
    let diamond = [Point(x: 10, y: 1), Point(x: 14, y: 5), Point(x: 10, y: 9), Point(x: 6, y: 5)]
    let cut = Path(polyline: diamond, closed: true).clipped(to: box, closing: true)
    #expect(cut.lies(within: box))
    #expect(abs(area(cut.points) - 16) < 1e-12)
    #expect(!Path(polyline: diamond).lies(within: box))
  }

  @Test func whatSurroundsTheBoxFillsIt() {
    let box = Rect(x: 0, y: 0, width: 10, height: 10)
    let ring = Path(circle: Point(x: 5, y: 5), radius: 1000).clipped(to: box, closing: true)
    #expect(abs(area(ring.points) - 100) < 1e-9)
  }

  private func area(_ ring: [Point]) -> Double {
    abs(
      zip(ring, ring.dropFirst() + ring.prefix(1)).reduce(0) { $0 + ($1.0.x * $1.1.y - $1.1.x * $1.0.y) / 2 })
  }
}

extension Double {
  /// By the power series, so that the test needs no mathematics library.
  static func cosine(_ angle: Double) -> Double {
    let x = angle.remainder(dividingBy: 2 * .pi)
    var (sum, term) = (1.0, 1.0)
    for n in 1...20 {
      term *= -x * x / Double((2 * n - 1) * 2 * n)
      sum += term
    }
    return sum
  }
}
