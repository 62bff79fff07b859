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
    /// The same, with lines on all four sides.
    case frame
    /// Through the origin, with arrow tips.
    case origin
    case none
  }

  var x = AxisDescription()
  var y = AxisDescription()
  /// At the top and at the right: other scales, or other readings of the first two.
  var x2: AxisDescription?
  var y2: AxisDescription?
  /// `nil` leaves it to the marks.
  var style: Style?
  /// Whether one unit is equally long on both axes; `nil` leaves it to the marks.
  var hasEqualUnits: Bool?
  /// Where the scene says so.
  var unitsLocation: SourceLocation?
  var hasGrid: Bool?
  /// Whether axes through the origin name it.
  var namesZero = false

  init() {}

  private static let styles = Catalogue<Style>(
    "style", ["edge": .edge, "frame": .frame, "origin": .origin, "none": .none])

  /// Reads the mapping's fields to the last.
  init(_ fields: Fields) throws(Diagnostic) {
    var fields = fields
    if let node = fields.node("x") { x = try AxisDescription(fields.inner(node, of: "x")) }
    if let node = fields.node("y") { y = try AxisDescription(fields.inner(node, of: "y")) }
    if let node = fields.node("x2") { x2 = try AxisDescription(fields.inner(node, of: "x2"), viewing: "x") }
    if let node = fields.node("y2") { y2 = try AxisDescription(fields.inner(node, of: "y2"), viewing: "y") }
    style = try fields.word("style", among: Self.styles)
    hasEqualUnits = try fields.word(
      "units", among: Catalogue("units", ["equal": true, "free": false]))
    unitsLocation = fields.node("units")?.location
    hasGrid = try fields.boolean("grid")
    namesZero = try fields.boolean("zero") ?? false
    if let complaint = fields.finish().first { throw complaint }
  }
}

/// Which axes a mark is drawn against.
enum AxisChoice: Hashable, Sendable {
  case first
  /// The second x axis, at the top.
  case x2
  /// The second y axis, at the right.
  case y2

  static let words: [(String, AxisChoice)] = [("x", .first), ("y", .first), ("x2", .x2), ("y2", .y2)]
}

/// What a scene says about one axis.
struct AxisDescription: Sendable {
  /// With its unit.
  var label: LabelTemplate?
  /// Two numbers.
  var domain: Expression?
  var scale: ScaleDescription?
  var ticks = TicksDescription()
  /// Pairs of numbers between which nothing is shown.
  var breaks: [Expression] = []
  /// The function of the first axis that a second one reads.
  var view: FunctionSubject?
  var location: SourceLocation?

  init() {}

  /// Reads the mapping's fields to the last; a second axis may be a view of `first`.
  init(_ fields: Fields, viewing first: String? = nil) throws(Diagnostic) {
    var fields = fields
    location = fields.location
    label = try fields.labelWithUnit()
    scale = try fields.node("scale").map { node throws(Diagnostic) in
      try ScaleDescription(node, labels: fields.labels)
    }
    let isCalendar = scale?.kind.isCalendar ?? false
    domain = try fields.node("domain").map { node throws(Diagnostic) in
      try Expression(parsing: try instants(of: node, for: "domain", isCalendar))
    }
    ticks = try TicksDescription(&fields, isCalendar)
    if let node = fields.node("break") {
      breaks = try node.items(for: "'break'").map { item throws(Diagnostic) in
        if case .scalar(let scalar) = item.content, case .number = scalar.resolved {
          throw Diagnostic(
            "break: expected a stretch, found a number", at: item.location, help: "write break: [[2, 3]]")
        }
        return try Expression(parsing: try instants(of: item, for: "break", isCalendar))
      }
    }
    if let first, let term = try fields.expression("of") {
      view = FunctionSubject(term, variables: [first])
      if let domain {
        throw Diagnostic(
          "domain: '\(fields.owner)' reads the \(first) axis, and shows what that shows",
          at: domain.source.start, help: "give '\(first)' a domain, or leave out 'of'")
      }
      if let gap = breaks.first {
        throw Diagnostic(
          "break: '\(fields.owner)' reads the \(first) axis, and breaks where that does", at: gap.source.start
        )
      }
    }
    if let complaint = fields.finish().first { throw complaint }
  }
}

extension Fields {
  /// The label, and behind it the unit in parentheses: `petal length (cm)`.
  fileprivate mutating func labelWithUnit() throws(Diagnostic) -> LabelTemplate? {
    let (label, unit) = (try text("label"), try text("unit"))
    guard let unit else {
      return try label.map { text throws(Diagnostic) in try LabelTemplate(text, labels: labels) }
    }
    // What has powers is set upright, as units are; words stay words.
    let isFormula = unit.text.contains { "^_\\*·".contains($0) } && !unit.text.contains("$")
    var text = label ?? LocatedText("")
    let (open, close) = label == nil ? ("", "") : ("\u{A0}(", ")")
    text.append(LocatedText(open + (isFormula ? "$\\mathrm{" : ""), insteadOfTextAt: unit.start))
    if isFormula {
      let product = unit.text.replacing("*", with: "\\cdot ").replacing("·", with: "\\cdot ")
      text.append(LocatedText(product, insteadOfTextAt: unit.start))
    } else {
      text.append(unit)
    }
    text.append(LocatedText((isFormula ? "}$" : "") + close, insteadOfTextAt: unit.start))
    return try LabelTemplate(text, labels: labels)
  }
}

/// What an expression that a node spells says; on an axis of instants also dates.
func instants(of node: SceneFiles.Node, for key: String, _ isCalendar: Bool) throws(Diagnostic) -> LocatedText
{
  guard isCalendar else {
    try checkNoDates(in: node, for: key)
    return try mathematics(of: node, for: key)
  }
  switch node.content {
  case .scalar(let scalar): return try instant(scalar.text, for: key)
  case .mapping: return try mathematics(of: node, for: key)
  case .sequence(let items):
    var text = LocatedText("[", at: node.location)
    for (index, item) in items.enumerated() {
      if index > 0 { text.append(LocatedText(", ", at: item.location)) }
      text.append(try instants(of: item, for: key, isCalendar))
    }
    text.append(LocatedText("]", at: items.last?.location ?? node.location))
    return text
  }
}

/// A date as the number of its seconds; other texts as they are, unless they only look like dates.
func instant(_ text: LocatedText, for key: String) throws(Diagnostic) -> LocatedText {
  guard let seconds = CivilDate.seconds(text.text) else {
    // Read as mathematics, the 45th of a month would be a difference of three numbers.
    guard !CivilDate.isLike(text.text) else {
      throw Diagnostic(
        "\(key): '\(text.text)' is no date", at: text.start, help: "write 2024-03-01 or 2024-03-01T06:30")
    }
    return text
  }
  let number = seconds < 0 ? "(-\(Int(-seconds)))" : "\(Int(seconds))"
  return LocatedText(number, insteadOfTextAt: text.start)
}

/// Throws for dates on an axis of numbers, where they would be differences of three numbers.
private func checkNoDates(in node: SceneFiles.Node, for key: String) throws(Diagnostic) {
  switch node.content {
  case .scalar(let scalar):
    guard CivilDate.isLike(scalar.text.text), CivilDate.seconds(scalar.text.text) != nil else { return }
    throw Diagnostic(
      "\(key): '\(scalar.text.text)' is a date, and this axis shows numbers", at: scalar.text.start,
      help: "write scale: time")
  case .sequence(let items):
    for item in items { try checkNoDates(in: item, for: key) }
  case .mapping: return
  }
}
