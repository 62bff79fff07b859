import Diagnostics
import Expressions
import Formulas
import SceneFiles

/// What a scene says about the ticks of an axis.
struct TicksDescription: Sendable {
  /// Which values are marked.
  enum Choice: Sendable {
    /// Round values.
    case automatic
    /// About so many of them.
    case count(Int)
    case none
    /// These values, under their numbers or names.
    case listed([(value: Expression, name: LabelTemplate?)])
  }

  var choice = Choice.automatic
  /// From one tick to the next.
  var step: Expression?
  var format: TickFormat?
  /// Whether small ticks stand between the named ones; `nil` leaves it to the scale.
  var hasMinor: Bool?

  init() {}

  /// Reads `ticks`, `step`, `format` and `minor`.
  init(_ fields: inout Fields, _ isCalendar: Bool) throws(Diagnostic) {
    if let node = fields.node("ticks") { choice = try Choice(node, labels: fields.labels, isCalendar) }
    step = try fields.expression("step")
    if let step, case .automatic = choice {
      _ = step
    } else if let step {
      throw Diagnostic(
        "'step' beside 'ticks': only one of them can say where ticks stand", at: step.source.start)
    }
    format = try fields.text("format").map { text throws(Diagnostic) in try TickFormat(text) }
    hasMinor = try fields.boolean("minor")
  }
}

extension TicksDescription.Choice {
  /// `false`, about how many, a list of values, or a mapping from values to names.
  fileprivate init(_ node: SceneFiles.Node, labels: LabelReader, _ isCalendar: Bool) throws(Diagnostic) {
    switch node.content {
    case .scalar(let scalar) where scalar.resolved == .boolean(false):
      self = .none
    case .scalar(let scalar) where scalar.resolved == .boolean(true):
      self = .automatic
    case .scalar(let scalar):
      guard case .number = scalar.resolved else {
        throw Diagnostic(
          "ticks: expected a list of values, how many, or false, found \(node.typeDescription)",
          at: node.location)
      }
      self = .count(try node.integer(for: "'ticks'", in: 2...100))
    case .sequence(let elements):
      try Self.checkCount(elements.count, at: node.location)
      var listed: [(value: Expression, name: LabelTemplate?)] = []
      for element in elements {
        listed.append((try Expression(parsing: try instants(of: element, for: "ticks", isCalendar)), nil))
      }
      self = .listed(listed)
    case .mapping(let entries):
      try Self.checkCount(entries.count, at: node.location)
      var listed: [(value: Expression, name: LabelTemplate?)] = []
      for entry in entries {
        guard case .scalar(let name) = entry.value.content else {
          throw Diagnostic(
            "ticks: expected a name, found \(entry.value.typeDescription)", at: entry.value.location)
        }
        let value = isCalendar ? try instant(entry.key, for: "ticks") : entry.key
        listed.append((try Expression(parsing: value), try LabelTemplate(name.text, labels: labels)))
      }
      self = .listed(listed)
    }
  }

  /// More than these stand on no axis.
  private static let limit = 200

  private static func checkCount(_ count: Int, at location: SourceLocation) throws(Diagnostic) {
    guard count <= limit else {
      throw Diagnostic("ticks: expected at most \(limit) values, found \(count)", at: location)
    }
  }

  /// Where the list starts.
  var listLocation: SourceLocation? {
    if case .listed(let listed) = self { listed.first?.value.source.start } else { nil }
  }

  /// The listed ticks in ascending order; `nil` for automatic ones.
  func listed(in scope: Scope, format: TickFormat?) throws(Diagnostic) -> [Tick]? {
    switch self {
    case .automatic, .count: return nil
    case .none: return []
    case .listed(let listed):
      var ticks: [Tick] = []
      for (value, name) in listed {
        let number = try value.evaluate(in: scope).number(of: "ticks", at: value.source.start)
        let text: LocatedText
        if let name {
          text = try name.evaluate(in: scope).text
        } else if let format {
          text = LocatedText(try format.name(of: number))
        } else {
          text = LocatedText(try formatted(.number(number), spec: nil, as: .label))
        }
        guard number.isFinite else {
          throw Diagnostic(
            "ticks: expected finite numbers, found \(value.source.text)", at: value.source.start)
        }
        ticks.append(Tick(number, text))
      }
      let isNamed = format != nil || listed.contains { $0.name != nil }
      return (isNamed ? ticks : ticks.withEqualDecimals).sorted { $0.value < $1.value }
    }
  }
}
