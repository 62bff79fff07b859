import Diagnostics
import Drawing
import Geometry
import Rendering
import Testing

private let wild: [Double] = [.nan, .infinity, -.infinity, 1e300, -1e300, 1e19, 3e9, 0, -0.0, 1e-300, 12]

/// Numbers that a scene can bring about, in every place where a number goes.
struct ExtremeNumberTests {
  @Test(arguments: wild, wild) func noPathStopsAPicture(a: Double, b: Double) throws {
    var path = Path(
      polyline: [Point(x: a, y: 1), Point(x: 2, y: b), Point(x: b, y: a), Point(x: 9, y: 9)], closed: true)
    path.line(to: Point(x: 1, y: a))
    path.move(to: Point(x: b, y: b))
    path.curve(to: Point(x: a, y: 3), Point(x: 4, y: b), Point(x: a, y: a))
    path.close()
    let items: [DisplayItem] = [
      .path(path, fill: orange, stroke: Stroke(.black, width: 1, dash: [2, 1])),
      .group(DisplayGroup([.path(path, fill: blue, stroke: nil)], clip: path, opacity: 0.5)),
    ]
    for format in outputFormats.names { #expect(try !encoded(format, page(items)).isEmpty) }
  }

  @Test(arguments: wild) func noNumberStopsAPicture(a: Double) throws {
    let line = Path(polyline: [Point(x: 3, y: 3), Point(x: 20, y: 25), Point(x: 30, y: 3)])
    var run = word()
    run.size = a
    var far = word()
    far.glyphs[1].origin.x = a
    let image = RasterImage(width: 1, height: 1, pixels: [9, 9, 9, 255], isSmooth: true)
    let items: [DisplayItem] = [
      .path(line, fill: nil, stroke: Stroke(.black, width: a)),
      .path(line, fill: nil, stroke: Stroke(.black, width: 1, join: .miter, dash: [a, 1])),
      .path(line, fill: nil, stroke: Stroke(.black, width: 1, dash: [0, a])),
      .path(line, fill: Color(red: a, green: 0, blue: a, alpha: a), stroke: nil),
      .glyphs(run, at: Point(x: 5, y: 20)),
      .glyphs(far, at: Point(x: 5, y: 20)),
      .glyphs(word(), at: Point(x: a, y: 20)),
      .image(image, in: Rect(x: a, y: 3, width: 4, height: 4)),
      .image(image, in: Rect(minX: 1, minY: 1, maxX: a, maxY: 5)),
      .group(DisplayGroup([.path(line, fill: blue, stroke: nil)], transform: .scale(a, 1), opacity: a)),
      .group(DisplayGroup([.glyphs(word(), at: .zero)], transform: .translation(Vector(x: a, y: 1)))),
    ]
    for item in items {
      for format in outputFormats.names { #expect(try !encoded(format, page([item])).isEmpty) }
    }
  }

  /// What is within the page stays right, however far the path goes.
  @Test(arguments: [1e6, 1e9, 1e19, 1e100, 1e300]) func aHugeShapeIsCutNotBent(far: Double) throws {
    let half = Path(
      polyline: [
        Point(x: 10, y: -far), Point(x: far, y: -far), Point(x: far, y: far), Point(x: 10, y: far),
      ], closed: true)
    let near = try decoded(page([.path(rect(10, -5, 40, 50), fill: blue, stroke: nil)]))
    #expect(try decoded(page([.path(half, fill: blue, stroke: nil)])) == near)
    let line = Path(polyline: [Point(x: -far, y: 7), Point(x: far, y: 7)])
    let stroke = Stroke(orange, width: 1)
    let short = Path(polyline: [Point(x: -5, y: 7), Point(x: 50, y: 7)])
    let expected = try decoded(page([.path(short, fill: nil, stroke: stroke)]))
    #expect(try decoded(page([.path(line, fill: nil, stroke: stroke)])) == expected)
  }

  @Test func aPointThatIsNotANumberBreaksALine() throws {
    let stroke = Stroke(orange, width: 1)
    let broken = Path(
      polyline: [
        Point(x: 3, y: 3), Point(x: 10, y: 5), Point(x: 14, y: .nan), Point(x: 20, y: 9), Point(x: 28, y: 20),
      ])
    var pieces = Path(polyline: [Point(x: 3, y: 3), Point(x: 10, y: 5)])
    pieces.append(polyline: [Point(x: 20, y: 9), Point(x: 28, y: 20)])
    let expected = try decoded(page([.path(pieces, fill: nil, stroke: stroke)]))
    #expect(try decoded(page([.path(broken, fill: nil, stroke: stroke)])) == expected)
  }
}
