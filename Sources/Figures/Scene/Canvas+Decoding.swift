package import Diagnostics
import Geometry
import SceneFiles

/// The canvases by the names that scenes use.
package let canvases = Catalogue<Canvas>(
  "canvas", ["slide": .slide, "square": .square, "column": .column, "page": .page])

extension Canvas {
  /// Reads `slide`, `square`, `column`, `page`, `{width: 85mm, height: 60mm}`, or `{width: 85mm}` for a page as high
  /// as it must be.
  init(decoding node: SceneFiles.Node) throws(Diagnostic) {
    if case .scalar(let scalar) = node.content {
      self = try canvases.entry(named: scalar.text.text, at: scalar.text.start)
      return
    }
    var fields = try Fields(node, of: "canvas", labels: LabelReader())
    let width = try length(try fields.required("width"), "width")
    let height = try fields.node("height").map { node throws(Diagnostic) in try length(node, "height") }
    if let complaint = fields.finish().first { throw complaint }
    if let height {
      self.init(
        size: Size(width: width.points, height: height.points),
        isPaper: !(width.isInPixels && height.isInPixels))
    } else {
      self.init(width: width.points, isPaper: !width.isInPixels)
    }
    // Who counts in pixels gets as many, whatever the density that suits the size.
    if width.isInPixels { pixelsPerPoint = 1 / pointsPerPixel }
  }
}

/// What a pixel of a slide measures.
private let pointsPerPixel = 0.5

/// A length in points, and whether it was given in pixels, as numbers without a unit are.
private func length(
  _ node: SceneFiles.Node, _ key: String
) throws(Diagnostic) -> (points: Double, isInPixels: Bool) {
  guard case .scalar(let scalar) = node.content else {
    throw Diagnostic("\(key): expected a length such as 85mm", at: node.location)
  }
  let units: [(name: String, points: Double)] = [
    ("mm", 72 / 25.4), ("cm", 720 / 25.4), ("in", 72), ("pt", 1), ("px", pointsPerPixel),
    ("", pointsPerPixel),
  ]
  let text = scalar.text.text
  for unit in units where text.hasSuffix(unit.name) {
    var digits = text.dropLast(unit.name.count)
    while digits.last == " " { digits.removeLast() }
    guard let number = Double(digits) else { continue }
    let points = number * unit.points
    guard 36...14_400 ~= points else {
      throw Diagnostic("\(key): expected 36pt to 14400pt, found \(text)", at: scalar.text.start)
    }
    return (points, unit.points == pointsPerPixel)
  }
  throw Diagnostic(
    "\(key): '\(text)' is not a length", at: scalar.text.start,
    help: "write 85mm, 8.5cm, 3in, 240pt or 1920px")
}
