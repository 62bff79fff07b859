import Geometry
@testable import Rendering
import TestSupport
import Testing

struct PathDataTests {
  private static let corner = Path(polyline: [Point(x: 1, y: 2), Point(x: 1.5, y: 2), Point(x: 1.5, y: 1.25)])
  private static let loop: Path = {
    var path = Path()
    path.move(to: Point(x: -0.5, y: 0))
    path.curve(to: Point(x: 0.5, y: 0.25), Point(x: 0, y: 0.125), Point(x: 10, y: -10))
    path.close()
    path.move(to: Point(x: 100, y: 100))
    path.line(to: Point(x: 100.004, y: 100))
    path.line(to: Point(x: 101, y: 102))
    return path
  }()

  static let written: [(Path, Double, Int, String)] = [
    (Path(), 1, 2, ""), (corner, 1, 2, "m1 2h.5v-.75"), (corner, 2000, 0, "m2000 4000h1000v-1500"),
    (loop, 1, 2, "m-.5 0c.5.13 10.5-10 1 .25zm100.5 100h0l1 2"),
    (Path(rectangle: 0.1), 1, 1, "m.1.1h.9v.9h-.9z"),
  ]

  @Test(arguments: written) func thePathIsWrittenShort(path: Path, scale: Double, decimals: Int, text: String)
  {
    #expect(
      String(decoding: PathData(path, scale: scale, decimals: decimals).text.bytes, as: UTF8.self) == text)
  }

  static let numbers: [(Double, Int, String)] = [
    (0, 2, "0"), (-0.001, 2, "0"), (0.5, 2, ".5"), (-0.25, 2, "-.25"), (0.05, 2, ".05"), (12, 2, "12"),
    (1000, 0, "1000"), (-3.14159, 3, "-3.142"), (.nan, 2, "0"), (.infinity, 0, "9000000000000000"),
  ]

  @Test(arguments: numbers) func numbersAreShort(value: Double, decimals: Int, expected: String) {
    var text = SVGText()
    text.add(value, decimals: decimals)
    #expect(String(decoding: text.bytes, as: UTF8.self) == expected)
  }

  @Test(arguments: [0, 1, -0.0075, 0.9999999, 1e-12, 123456.7, -1e7, 3e20, 1.0 / 3])
  func digitsAreKept(value: Double) throws {
    var text = SVGText()
    text.add(digitsOf: value)
    let read = try #require(Double(String(decoding: text.bytes, as: UTF8.self)))
    #expect(isClose(read, value, within: 1e-6))
  }

  /// However many points: steps are between rounded points, so that errors do not add up.
  @Test(arguments: [0, 1, 2, 3]) func noPointIsOffByMoreThanHalfAUnit(decimals: Int) throws {
    var random = SplitMix64(seed: 7)
    let points = (0..<2000).map { _ in
      Point(x: Double.random(in: -90...90, using: &random), y: Double.random(in: -9...9, using: &random))
    }
    let text = String(
      decoding: PathData(Path(polyline: points), decimals: decimals).text.bytes, as: UTF8.self)
    var unit = 1.0
    for _ in 0..<decimals { unit /= 10 }
    let read = try #require(endpoints(text))
    // Points that are equal when rounded are written once.
    var next = 0
    for point in points {
      let isHere = (read[next] - point).length < 0.71 * unit
      if !isHere { next += 1 }
      try #require((read[next] - point).length < 0.71 * unit)
    }
    #expect(next == read.count - 1)
  }

  /// Reads lines back by the grammar of SVG 1.1, section 8.3.9: a sign or a second point starts a number.
  private func endpoints(_ text: String) -> [Point]? {
    var points: [Point] = []
    var pen = Point.zero
    var pending: [Double] = []
    var letter: Character = "m"
    for match in text.matches(of: /[mlhv]|-?(\d+\.?\d*|\.\d+)/) {
      if let number = Double(match.0) {
        pending.append(letter == "v" ? 0 : number)
        if letter == "h" { pending.append(0) }
        if letter == "v" { pending.append(number) }
      } else {
        letter = match.0.first ?? "m"
      }
      guard pending.count == 2 else { continue }
      pen = Point(x: pen.x + pending[0], y: pen.y + pending[1])
      points.append(pen)
      pending = []
    }
    return points
  }
}

extension Path {
  /// From (side, side) to (1, 1).
  fileprivate init(rectangle side: Double) { self.init(Rect(minX: side, minY: side, maxX: 1, maxY: 1)) }
}
