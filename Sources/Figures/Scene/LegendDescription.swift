import Diagnostics
import Expressions
import Formulas
import SceneFiles

/// Where a legend stands.
enum LegendPlace: Hashable, Sendable {
  /// Inside the frame where it covers nothing, else outside.
  case automatic
  /// Inside, at a corner, an edge or the middle: shares of the width and of the height that are free.
  case inside(x: Double, y: Double)
  /// To the right of the frame.
  case outside
  case below

  /// The places inside, the best first: corners, then edges, then the middle.
  static let inner: [LegendPlace] = [
    .inside(x: 1, y: 0), .inside(x: 0, y: 0), .inside(x: 1, y: 1), .inside(x: 0, y: 1),
    .inside(x: 1, y: 0.5), .inside(x: 0, y: 0.5), .inside(x: 0.5, y: 0), .inside(x: 0.5, y: 1),
    .inside(x: 0.5, y: 0.5),
  ]

  /// The places by the names that scenes use.
  static let names = Catalogue<LegendPlace>(
    "place",
    [
      "outside": .outside, "below": .below, "top-right": .inside(x: 1, y: 0), "top-left": .inside(x: 0, y: 0),
      "bottom-right": .inside(x: 1, y: 1), "bottom-left": .inside(x: 0, y: 1), "right": .inside(x: 1, y: 0.5),
      "left": .inside(x: 0, y: 0.5), "top": .inside(x: 0.5, y: 0), "bottom": .inside(x: 0.5, y: 1),
      "center": .inside(x: 0.5, y: 0.5),
    ])
}

/// What a scene says of a legend.
struct LegendDescription: Sendable {
  var place = LegendPlace.automatic
  var title: LabelTemplate?
  private var columns: Int?
  private let location: SourceLocation

  /// Reads `true`, a place, or `{place: outside, title: Optimizer, columns: 2}`; `nil` for `false`.
  fileprivate init?(_ node: SceneFiles.Node, in fields: Fields) throws(Diagnostic) {
    location = node.location
    switch node.content {
    case .scalar(let scalar):
      if scalar.resolved == .boolean(false) || scalar.resolved == .null { return nil }
      if scalar.resolved != .boolean(true) {
        place = try LegendPlace.names.entry(named: scalar.text.text, at: node.location)
      }
    case .mapping:
      var inner = try fields.inner(node, of: "legend")
      place = try inner.word("place", among: LegendPlace.names) ?? .automatic
      title = try inner.template("title")
      columns = try inner.integer("columns", in: 1...20)
      if let complaint = inner.finish().first { throw complaint }
    case .sequence:
      throw Diagnostic(
        "legend: expected true, false, a place or a mapping, found a list", at: node.location,
        help: "write legend: true, or legend: {place: below, columns: 3}")
    }
  }

  /// The legend of some marks; throws if it has nothing to tell.
  func evaluated(for marks: [EvaluatedMark], in scope: Scope) throws(Diagnostic) -> EvaluatedLegend {
    // Names are the same in all themes.
    let isNamed = marks.contains { $0.appearances(in: .light).contains { $0.name != nil } }
    guard isNamed else {
      throw Diagnostic(
        "legend: no mark has a name that it could tell", at: location,
        help: "name a mark: {curve: sin, label: the sine}")
    }
    return EvaluatedLegend(
      place: place, title: try title?.evaluate(in: scope), columns: columns, location: location)
  }

  /// Throws if the place is inside one of several panels.
  func checkedAsShared() throws(Diagnostic) -> LegendDescription {
    if case .inside = place {
      throw Diagnostic(
        "legend: that of several panels stands 'outside' or 'below' them", at: location,
        help: "a panel may have its own: panels: [{legend: top-right, draw: …}]")
    }
    return self
  }
}

/// A legend whose words are known.
struct EvaluatedLegend: Sendable {
  var place: LegendPlace
  var title: Label?
  /// `nil` for as many as suit its place.
  var columns: Int?
  var location: SourceLocation
}

extension Fields {
  mutating func legend(_ key: String) throws(Diagnostic) -> LegendDescription? {
    guard let node = node(key) else { return nil }
    return try LegendDescription(node, in: self)
  }
}
