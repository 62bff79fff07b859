import Diagnostics
import Drawing
import Geometry
import Rendering

let orange = Color(rgb: 0xE4572E)
let blue = Color(rgb: 0x2E86AB)

/// A page of 32 × 32 points, 64 × 64 pixels.
func page(_ items: [DisplayItem], background: Color? = .white) -> DisplayList {
  DisplayList(size: Size(width: 32, height: 32), pixelsPerPoint: 2, background: background, items: items)
}

func rect(_ x: Double, _ y: Double, _ width: Double, _ height: Double) -> Path {
  Path(Rect(x: x, y: y, width: width, height: height))
}

func dot(_ x: Double, _ y: Double, _ radius: Double) -> Path {
  Path(circle: Point(x: x, y: y), radius: radius)
}

func encoded(_ format: String, _ list: DisplayList, _ options: RenderOptions = RenderOptions()) throws
  -> [UInt8]
{
  try outputFormats.entry(named: format, at: nil).encode(list, options)
}

func decoded(_ list: DisplayList, scale: Double = 1) throws -> DecodedPNG {
  try DecodedPNG(encoded("png", list, RenderOptions(scale: scale)))
}

let inter = FontReference(
  path: "/usr/share/fonts/opentype/inter/Inter-Regular.otf", index: 0, name: "Inter-Regular")

/// `Loss` in Inter with real glyph numbers, and boxes for outlines.
func word(font: FontReference = inter, color: Color = .black) -> GlyphRun {
  let advances: [(UInt32, Double)] = [(280, 0), (775, 6.75), (867, 13.9), (867, 20.2)]
  let box = rect(0.05, -0.5, 0.4, 0.5)
  return GlyphRun(
    font: font, size: 12, color: color,
    glyphs: advances.map { Glyph(id: $0.0, origin: Point(x: $0.1, y: 0), outline: box) }, text: "Loss",
    clusters: [GlyphRun.Cluster](repeating: .init(byteCount: 1, glyphCount: 1), count: 4))
}

/// One of everything.
let everything: DisplayList = {
  let image = RasterImage(
    width: 2, height: 2, pixels: [255, 0, 0, 255, 0, 255, 0, 128, 0, 0, 255, 255, 255, 255, 0, 255],
    isSmooth: false)
  var smooth = image
  smooth.isSmooth = true
  let items: [DisplayItem] = [
    .path(dot(8, 8, 6), fill: orange, stroke: Stroke(.black, width: 1, dash: [2, 1])),
    .group(
      DisplayGroup(
        [.path(dot(8, 8, 6), fill: orange, stroke: nil), .path(rect(8, 6, 8, 4), fill: blue, stroke: nil)],
        transform: .translation(Vector(x: 14, y: 0)), clip: dot(9, 8, 5), opacity: 0.5)),
    .group(
      DisplayGroup([.glyphs(word(), at: .zero)], transform: .translation(Vector(x: 2, y: 24)), label: "Loss")),
    .image(image, in: Rect(x: 2, y: 26, width: 5, height: 5)),
    .image(smooth, in: Rect(x: 10, y: 26, width: 5, height: 5)),
  ]
  var list = page(items)
  list.title = "Loss < 1 & \"falling\"\u{1}"
  list.alternativeText = "∇L points uphill"
  return list
}()
