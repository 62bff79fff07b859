import Diagnostics
import Expressions
import SceneFiles

/// A part of a panel that the scene wants enlarged within it.
struct ZoomDescription: Sendable {
  /// Where the enlarged part stands in its panel.
  enum Place: Hashable, Sendable, CaseIterable {
    case topRight
    case topLeft
    case bottomRight
    case bottomLeft
    case top
    case bottom
    case right
    case left
  }

  /// Two numbers.
  var x: Expression
  /// Two numbers; `nil` for what the marks take there.
  var y: Expression?
  /// `nil` for the place that covers least.
  var place: Place?
  /// Of the panel's width and height.
  var size: Double
  var location: SourceLocation

  /// Reads the mapping's fields to the last.
  fileprivate init(_ fields: Fields) throws(Diagnostic) {
    var fields = fields
    location = fields.location
    guard let x = try fields.expression("x") else {
      throw Diagnostic(
        "missing 'x' of 'inset': what it enlarges", at: fields.location,
        help: "write inset: {x: [0.8, 1.2], y: [0, 0.1]}")
    }
    self.x = x
    y = try fields.expression("y")
    place = try fields.word("place", among: Self.places)
    size = try fields.number("size", in: 0.1...0.8) ?? 0.4
    if let complaint = fields.finish().first { throw complaint }
  }

  private static let places = Catalogue<Place>(
    "place",
    [
      "top-right": .topRight, "top-left": .topLeft, "bottom-right": .bottomRight,
      "bottom-left": .bottomLeft, "top": .top, "bottom": .bottom, "right": .right, "left": .left,
    ])

  /// The enlarged domain of one axis.
  func domain(
    _ expression: Expression, of axis: String, on plan: AxisPlan, within whole: ClosedRange<Double>,
    in scope: Scope
  ) throws(Diagnostic) -> ClosedRange<Double> {
    let location = expression.source.start
    let ends = try expression.evaluate(in: scope).vector(of: "inset", at: location)
    guard ends.count == 2, ends[0].isFinite, ends[1].isFinite, ends[0] < ends[1] else {
      throw Diagnostic(
        "inset: expected two finite numbers, the smaller first, found \(expression.source.text)", at: location
      )
    }
    guard ends[0] < whole.upperBound, whole.lowerBound < ends[1] else {
      let known = try [whole.lowerBound, whole.upperBound].map { end throws(Diagnostic) in
        try formatted(.number(end), spec: nil, as: .label)
      }
      throw Diagnostic(
        "inset: \(expression.source.text) lies outside the panel", at: location,
        help: "\(axis) goes from \(known[0]) to \(known[1])")
    }
    guard !plan.kind.isPositive || ends[0] > 0 else {
      throw Diagnostic(
        "inset: a log axis shows numbers above 0, found \(expression.source.text)", at: location)
    }
    guard ends[0] > whole.lowerBound || ends[1] < whole.upperBound || axis == "y" else {
      throw Diagnostic(
        "inset: \(expression.source.text) is all of what \(axis) shows, and nothing to enlarge", at: location)
    }
    return ends[0]...ends[1]
  }
}

extension Fields {
  /// One inset, or a list of them.
  mutating func zooms(_ key: String) throws(Diagnostic) -> [ZoomDescription] {
    guard let node = node(key) else { return [] }
    guard case .sequence(let items) = node.content else {
      return [try ZoomDescription(inner(node, of: key))]
    }
    guard items.count <= 4 else {
      throw Diagnostic("inset: expected at most 4, found \(items.count)", at: node.location)
    }
    var zooms: [ZoomDescription] = []
    for item in items {
      let zoom = try ZoomDescription(inner(item, of: key))
      if let place = zoom.place, zooms.contains(where: { $0.place == place }) {
        throw Diagnostic("inset: another one stands at that place", at: zoom.location)
      }
      zooms.append(zoom)
    }
    return zooms
  }
}
