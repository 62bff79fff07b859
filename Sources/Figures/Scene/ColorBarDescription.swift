import Diagnostics
import SceneFiles

/// What a mark says about its color bar.
struct ColorBarDescription: Sendable {
  var label: LabelTemplate?
  var place = ColorBar.Place.right

  private static let places = Catalogue<ColorBar.Place>("place", ["right": .right, "bottom": .bottom])

  fileprivate init(label: LabelTemplate? = nil) { self.label = label }

  /// Reads the mapping's fields to the last.
  fileprivate init(_ fields: Fields) throws(Diagnostic) {
    var fields = fields
    label = try fields.template("label")
    place = try fields.word("place", among: Self.places) ?? .right
    if let complaint = fields.finish().first { throw complaint }
  }
}

extension Fields {
  /// `true`, `false`, a label, or a label and a place as in `{label: loss, place: bottom}`; `nil` for no bar.
  mutating func colorBar(
    _ key: String, unlessSaid isUsual: Bool
  ) throws(Diagnostic) -> ColorBarDescription? {
    if let node = node(key), case .mapping = node.content {
      return try ColorBarDescription(inner(node, of: key))
    }
    guard let scalar = try scalar(key) else { return isUsual ? ColorBarDescription() : nil }
    switch scalar.resolved {
    case .boolean(let isShown): return isShown ? ColorBarDescription() : nil
    case .text, .number: return ColorBarDescription(label: try LabelTemplate(scalar.text, labels: labels))
    default: return ColorBarDescription()
    }
  }
}
