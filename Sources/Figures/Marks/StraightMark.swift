import Diagnostics
import Drawing
import Expressions
import Formulas
import Geometry
import MathCore
import SceneFiles

/// What marks that draw one straight line say of its looks.
struct LineLook: Sendable {
  fileprivate let label: LabelTemplate?
  fileprivate let place: LinePlace?
  /// What stands on the points that the line goes through.
  fileprivate let marker: Marker?
  /// How far the line runs beyond them; `nil` for as far as the panel does.
  fileprivate let reach: Expression?
  fileprivate var style: MarkStyle

  /// Reads `label`, `place`, `marker`, `reach` and the style.
  init(_ fields: inout Fields, marker usual: Marker?) throws(Diagnostic) {
    label = try fields.template("label")
    place = try fields.linePlace()
    marker = try fields.marker("marker", else: usual)
    reach = try fields.expression("reach")
    style = try MarkStyle(&fields)
  }

  /// A line through points that it is known by, of which there is at least one.
  func numbers(
    _ line: StraightLine, through points: [DataPoint], in scope: Scope
  ) throws(Diagnostic) -> DrawnLine {
    let reach = try reach.map { reach throws(Diagnostic) in
      let length = try reach.evaluate(in: scope).number(of: "reach", at: reach.source.start)
      guard length >= 0 else {
        throw Diagnostic(
          "reach: expected a number that is not negative, found \(reach.source.text)",
          at: reach.source.start, help: "it is how far the line runs, in units of x")
      }
      return length
    }
    return DrawnLine(line: line, points: points, reach: reach, label: try label?.evaluate(in: scope))
  }
}

/// A straight line with the points that it is known by.
struct DrawnLine: Sendable {
  var line: StraightLine
  var points: [DataPoint]
  /// How far it runs beyond its points: as far on the page as so many units of x.
  var reach: Double?
  var label: Label?
}

/// A mark that draws one straight line: what lines, tangents and secants have in common.
protocol StraightMark: Mark where Numbers == DrawnLine {
  static var role: Role { get }
  static var weight: LineWeight { get }
  /// As scenes call it.
  static var name: String { get }
  var look: LineLook { get set }
  var location: SourceLocation? { get }
}

extension StraightMark {
  var style: MarkStyle {
    get { look.style }
    set { look.style = newValue }
  }

  func appearances(of numbers: DrawnLine, in theme: Theme) -> [Appearance] {
    [
      look.style.appearance(
        named: numbers.label, as: .line(look.style.dash(in: theme, else: Self.role)), in: theme,
        else: Self.role, weight: Self.weight)
    ]
  }

  func block(_ numbers: DrawnLine, on panel: Panel, in obstacles: inout ObstacleMap) {
    obstacles.add(polyline: points(numbers, on: panel), width: width(on: panel), .solid)
    guard let marker = look.marker else { return }
    for point in places(numbers, on: panel) {
      obstacles.add(dot: point, radius: radius(on: panel) * marker.reach, .solid)
    }
  }

  func labels(of numbers: DrawnLine, on panel: Panel) -> [LabelRequest] {
    guard let label = numbers.label else { return [] }
    let color = look.style.color(in: panel.theme, else: Self.role)
    let block = panel.press.typeset(label, size: panel.canvas.type.label, color: color)
    let line = LinePlaces(of: [points(numbers, on: panel)], in: panel.frame)
    return [
      LabelRequest(
        naming: line, block, at: look.place, else: .end, isAtEnd: false, width: width(on: panel), on: panel)
    ]
  }

  func draw(
    _ numbers: DrawnLine, labels: [PlacedLabel], on panel: Panel, into list: inout DisplayList
  ) {
    let line = points(numbers, on: panel)
    let color = look.style.color(in: panel.theme, else: Self.role)
    if line.isEmpty, numbers.reach != 0 { list.report([Diagnostic(unseen: Self.name, at: location)]) }
    list.stroke(
      Path(polyline: line),
      look.style.line(Self.weight.width(on: panel.canvas.lines), in: panel.theme, else: Self.role))
    guard let marker = look.marker else { return }
    let thin = panel.canvas.lines.thin
    for point in places(numbers, on: panel) {
      list.draw(
        marker, at: point, radius: radius(on: panel), color, line: 2 * thin,
        halo: Stroke(panel.theme.ground, width: 2 * thin))
    }
  }

  private func width(on panel: Panel) -> Double {
    Self.weight.width(on: panel.canvas.lines) * look.style.width
  }

  private func radius(on panel: Panel) -> Double { panel.canvas.lines.bold * 1.6 }

  /// The points that it is known by, as far as the panel shows them.
  private func places(_ numbers: DrawnLine, on panel: Panel) -> [Point] {
    numbers.points.map(panel.place).filter { $0.isFinite && panel.frame.outset(by: 1).contains($0) }
  }

  /// The line on the page, cut at the frame and where it ends.
  private func points(_ numbers: DrawnLine, on panel: Panel) -> [Point] {
    let line = numbers.line.points(on: panel)
    guard let reach = numbers.reach, let first = numbers.points.first, let last = numbers.points.last else {
      return line
    }
    let (start, end) = (panel.place(first), panel.place(last))
    // As a step to the right from the last point; on a bent axis it is as long as there.
    let length = panel.place(x: last.x + reach) - end.x
    guard start.isFinite, end.isFinite, length.isFinite else { return line }
    return Reach(center: start.interpolated(to: end, 0.5), radius: (end - start).length / 2 + length)
      .part(of: line)
  }
}
