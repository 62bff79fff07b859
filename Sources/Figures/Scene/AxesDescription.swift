import Diagnostics
import Expressions
import Formulas
import SceneFiles

/// What a scene says about the axes of a panel.
struct AxesDescription: Sendable {
  /// Where the axes stand.
  enum Style: Hashable, Sendable {
    /// At the left and bottom edges.
    case edge
    /// Through the origin, with arrow tips.
    case origin
    case none
  }

  var x = AxisDescription()
  var y = AxisDescription()
  /// `nil` leaves it to the marks.
  var style: Style?
  /// Whether one unit is equally long on both axes; `nil` leaves it to the marks.
  var hasEqualUnits: Bool?
  var hasGrid: Bool?

  init() {}

  /// Reads the mapping's fields to the last.
  init(_ fields: Fields) throws(Diagnostic) {
    var fields = fields
    if let node = fields.node("x") { x = try AxisDescription(fields.inner(node, of: "x")) }
    if let node = fields.node("y") { y = try AxisDescription(fields.inner(node, of: "y")) }
    style = try fields.word(
      "style", among: Catalogue("style", ["edge": .edge, "origin": .origin, "none": .none]))
    hasEqualUnits = try fields.word(
      "units", among: Catalogue("units", ["equal": true, "free": false]))
    hasGrid = try fields.boolean("grid")
    if let complaint = fields.finish().first { throw complaint }
  }
}

/// What a scene says about one axis.
struct AxisDescription: Sendable {
  /// Which values are marked.
  enum Ticks: Sendable {
    /// Round values.
    case automatic
    case none
    /// These values, under their numbers or names.
    case listed([(value: Expression, name: LabelTemplate?)])
  }

  var label: LabelTemplate?
  /// Two numbers.
  var domain: Expression?
  var ticks = Ticks.automatic

  init() {}

  /// Reads the mapping's fields to the last.
  init(_ fields: Fields) throws(Diagnostic) {
    var fields = fields
    label = try fields.template("label")
    domain = try fields.expression("domain")
    if let node = fields.node("ticks") { ticks = try Ticks(node, labels: fields.labels) }
    if let complaint = fields.finish().first { throw complaint }
  }

  /// The domain's ends, lower first.
  func evaluatedDomain(in scope: Scope) throws(Diagnostic) -> ClosedRange<Double>? {
    guard let domain else { return nil }
    let location = domain.source.start
    let ends = try domain.evaluate(in: scope).vector(of: "domain", at: location)
    guard ends.count == 2 else {
      throw Diagnostic("domain: expected two numbers, found \(ends.count)", at: location)
    }
    guard ends[0].isFinite, ends[1].isFinite, ends[0] < ends[1] else {
      throw Diagnostic(
        "domain: expected two finite numbers, the smaller first, found \(domain.source.text)",
        at: location)
    }
    return ends[0]...ends[1]
  }
}

extension AxisDescription.Ticks {
  /// `false`, a list of values, or a mapping from values to names.
  init(_ node: SceneFiles.Node, labels: LabelReader) throws(Diagnostic) {
    switch node.content {
    case .scalar(let scalar) where scalar.resolved == .boolean(false):
      self = .none
    case .scalar(let scalar) where scalar.resolved == .boolean(true):
      self = .automatic
    case .sequence(let elements):
      var listed: [(value: Expression, name: LabelTemplate?)] = []
      for element in elements {
        listed.append((try Expression(parsing: try mathematics(of: element, for: "ticks")), nil))
      }
      self = .listed(listed)
    case .mapping(let entries):
      var listed: [(value: Expression, name: LabelTemplate?)] = []
      for entry in entries {
        guard case .scalar(let name) = entry.value.content else {
          throw Diagnostic(
            "ticks: expected a name, found \(entry.value.typeDescription)", at: entry.value.location)
        }
        listed.append((try Expression(parsing: entry.key), try LabelTemplate(name.text, labels: labels)))
      }
      self = .listed(listed)
    case .scalar:
      throw Diagnostic(
        "ticks: expected a list of values or false, found \(node.typeDescription)", at: node.location)
    }
  }

  /// The listed ticks in ascending order; `nil` for automatic ones.
  func evaluate(in scope: Scope) throws(Diagnostic) -> [Tick]? {
    switch self {
    case .automatic: return nil
    case .none: return []
    case .listed(let listed):
      var ticks: [Tick] = []
      for (value, name) in listed {
        let number = try value.evaluate(in: scope).number(of: "ticks", at: value.source.start)
        let text =
          if let name { try name.evaluate(in: scope).text } else {
            LocatedText(try formatted(.number(number), spec: nil, as: .label))
          }
        if number.isFinite { ticks.append(Tick(number, text)) }
      }
      let isNamed = listed.contains { $0.name != nil }
      return (isNamed ? ticks : ticks.withEqualDecimals).sorted { $0.value < $1.value }
    }
  }
}
