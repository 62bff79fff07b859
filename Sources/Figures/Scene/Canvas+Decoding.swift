import Diagnostics
import Geometry
import SceneFiles

extension Canvas {
  private static let named = Catalogue<Canvas>(
    "canvas", ["slide": .slide, "square": .square, "column": .column])

  /// Reads `slide`, `square`, `column` or `{width: 85mm, height: 60mm}`.
  init(decoding node: Node) throws(Diagnostic) {
    if case .scalar(let scalar) = node.content {
      self = try Self.named.entry(named: scalar.text.text, at: scalar.text.start)
      return
    }
    var fields = try Fields(node, of: "canvas")
    let width = try length(try fields.required("width"), "width")
    let height = try length(try fields.required("height"), "height")
    if let complaint = fields.finish().first { throw complaint }
    self.init(size: Size(width: width, height: height))
  }
}

/// A length in points; numbers without a unit are pixels of a slide, half a point each.
private func length(_ node: Node, _ key: String) throws(Diagnostic) -> Double {
  guard case .scalar(let scalar) = node.content else {
    throw Diagnostic("\(key): expected a length such as 85mm", at: node.location)
  }
  let units: [(name: String, points: Double)] = [
    ("mm", 72 / 25.4), ("cm", 720 / 25.4), ("in", 72), ("pt", 1), ("px", 0.5), ("", 0.5),
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
    return points
  }
  throw Diagnostic(
    "\(key): '\(text)' is not a length", at: scalar.text.start,
    help: "write 85mm, 8.5cm, 3in, 240pt or 1920px")
}
