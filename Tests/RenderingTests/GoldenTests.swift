import Drawing
import Foundation
import Geometry
import Rendering
import Testing

/// Six small pictures compared with those of an earlier day.
///
/// `ONEPICTURE_RECORD=1` records them again; a picture that differs is left beside as `<name>.changed.png`.
struct GoldenTests {
  static let pictures: [(name: String, list: DisplayList)] = [
    ("shapes", page(shapes)), ("lines", page(lines, background: Color(rgb: 0xF4F1EA))),
    ("glyphs", page(glyphs)), ("groups", page(groups)), ("images", page(images)),
    ("transparent", page(shapes + groups, background: nil)),
  ]

  @Test(arguments: pictures.map(\.name)) func thePictureLooksAsItDid(name: String) throws {
    let list = try #require(Self.pictures.first { $0.name == name }).list
    let file = try encoded("png", list)
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden")
    let golden = folder.appending(path: "\(name).png")
    let environment = ProcessInfo.processInfo.environment
    if environment["ONEPICTURE_RECORD"] == "1" || !FileManager.default.fileExists(atPath: golden.path) {
      try Data(file).write(to: golden)
      #expect(environment["CI"] != "true", "\(name).png is missing")
      return
    }
    let (actual, expected) = (try DecodedPNG(file), try DecodedPNG([UInt8](Data(contentsOf: golden))))
    let isSame = differences(actual, expected).map { $0.largest <= 8 && $0.mean <= 0.1 } ?? false
    if !isSame { try Data(file).write(to: folder.appending(path: "\(name).changed.png")) }
    #expect(isSame, "\(name).png differs from \(name).changed.png")
  }

  /// Of all bytes; `nil` if the pictures have different sizes.
  private func differences(_ a: DecodedPNG, _ b: DecodedPNG) -> (largest: Int, mean: Double)? {
    guard (a.width, a.height, a.channels) == (b.width, b.height, b.channels) else { return nil }
    let differences = zip(a.pixels, b.pixels).map { abs(Int($0) - Int($1)) }
    return (differences.max() ?? 0, Double(differences.reduce(0, +)) / Double(differences.count))
  }

  private static let shapes: [DisplayItem] = {
    var ring = dot(9, 9, 7)
    ring.append(
      polyline: [Point(x: 5, y: 5), Point(x: 5, y: 13), Point(x: 13, y: 13), Point(x: 13, y: 5)], closed: true
    )
    let star = Path(
      polyline: [
        Point(x: 24, y: 2), Point(x: 28, y: 15), Point(x: 18, y: 7), Point(x: 30, y: 7), Point(x: 20, y: 15),
      ],
      closed: true)
    return [
      .path(ring, fill: orange, stroke: nil),
      .path(star, fill: Color(rgb: 0xF2C14E), stroke: Stroke(.black, width: 0.75, join: .miter)),
      .path(rect(3, 19.3, 12, 9.4), fill: blue.opacity(0.6), stroke: Stroke(blue, width: 1)),
      .path(dot(21, 24, 5.5), fill: orange.opacity(0.5), stroke: Stroke(orange, width: 0.5)),
    ]
  }()

  private static let lines: [DisplayItem] = {
    let joins: [Stroke.Join] = [.miter, .round, .bevel]
    var items: [DisplayItem] = []
    for (i, cap) in [Stroke.Cap.butt, .round, .square].enumerated() {
      let y = 4 + 10 * Double(i)
      let bend = Path(polyline: [Point(x: 3, y: y + 4), Point(x: 9, y: y - 1), Point(x: 13, y: y + 5)])
      var wave = Path()
      wave.move(to: Point(x: 17, y: y))
      wave.curve(to: Point(x: 30, y: y + 3), Point(x: 21, y: y - 8), Point(x: 25, y: y + 12))
      let dashed = Stroke(.black, width: 0.25 + 0.5 * Double(i), cap: cap, dash: [3, 1.5])
      items.append(.path(bend, fill: nil, stroke: Stroke(blue, width: 2.5, cap: cap, join: joins[i])))
      items.append(.path(wave, fill: nil, stroke: dashed))
    }
    return items
  }()

  /// A ring with a stem beside it, at falling sizes and at quarter-pixel steps; as in fonts, no parts overlap.
  private static let glyphs: [DisplayItem] = {
    var letter = dot(0.3, -0.3, 0.28)
    letter.append(
      polyline: [
        Point(x: 0.15, y: -0.3), Point(x: 0.3, y: -0.12), Point(x: 0.45, y: -0.3), Point(x: 0.3, y: -0.48),
      ],
      closed: true)
    letter.append(rect(0.59, -0.95, 0.09, 1.2))
    let baselines: [(size: Double, y: Double)] = [(12, 11.5), (8, 19), (5, 25), (3, 30)]
    return baselines.map { size, y in
      let step = 0.7 * size + 0.125
      let glyphs = (0..<4).map { Glyph(id: 1, origin: Point(x: Double($0) * step, y: 0), outline: letter) }
      let run = GlyphRun(font: inter, size: size, color: .black, glyphs: glyphs, text: "", clusters: [])
      return .glyphs(run, at: Point(x: 1, y: y))
    }
  }()

  private static let groups: [DisplayItem] = {
    let pair: [DisplayItem] = [
      .path(dot(0, 0, 6), fill: orange, stroke: nil), .path(rect(-2, -2, 10, 4), fill: blue, stroke: nil),
    ]
    return [
      .group(DisplayGroup(pair, transform: .translation(Vector(x: 8, y: 8)), opacity: 0.5)),
      .group(
        DisplayGroup(
          pair, transform: Transform.quarterTurnLeft.then(.translation(Vector(x: 23, y: 10))),
          clip: dot(1, 0, 5))),
      .group(
        DisplayGroup(
          [.group(DisplayGroup(pair, transform: .scale(0.5, 1.2), clip: rect(-5, -4, 14, 7), opacity: 0.7))],
          transform: Transform(a: 0.8, b: 0.6, c: -0.6, d: 0.8, tx: 14, ty: 23))),
    ]
  }()

  private static let images: [DisplayItem] = [false, true].flatMap { (isSmooth: Bool) -> [DisplayItem] in
    var pixels: [UInt8] = []
    for i: UInt8 in 0..<9 { pixels += [i * 28, 255 - i * 20, 120, i == 4 ? 90 : 255] }
    let image = RasterImage(width: 3, height: 3, pixels: pixels, isSmooth: isSmooth)
    let x: Double = isSmooth ? 17.3 : 2
    return [
      .image(image, in: Rect(x: x, y: 2, width: 12, height: 9)),
      .image(image, in: Rect(x: x, y: 14.6, width: 1.2, height: 15)),
      .image(image, in: Rect(x: x + 4.25, y: 15, width: 7.5, height: 14.5)),
    ]
  }
}
