import Diagnostics
import Drawing
import Expressions
import Formulas
import Geometry
import MathCore
import SceneFiles

/// A straight line from one point to another, with its name beside its middle.
struct SegmentMark: Mark {
  private let subject: Expression
  private let label: LabelTemplate?
  private let place: LinePlace?
  private let isAlong: Bool
  /// What stands at both ends.
  private let marker: Marker?
  var style: MarkStyle

  static let traits = MarkTraits(mayLeavePanel: true)

  init(_ fields: inout Fields) throws(Diagnostic) {
    subject = try fields.subject()
    label = try fields.template("label")
    place = try fields.linePlace()
    isAlong = try fields.boolean("along") ?? false
    marker = try fields.marker("marker", else: nil)
    style = try MarkStyle(&fields)
  }

  struct Numbers: Sendable {
    var points: TwoPoints
    var label: Label?
  }

  func evaluate(in context: EvaluationContext) throws(Diagnostic) -> Numbers {
    Numbers(
      points: try subject.twoPoints(of: "segment", areDifferent: false, in: context.scope),
      label: try label?.evaluate(in: context.scope))
  }

  func extent(of numbers: Numbers) -> Extent { numbers.points.extent }

  func appearances(of numbers: Numbers, in theme: Theme) -> [Appearance] {
    var appearance = style.appearance(
      named: numbers.label, as: .line(style.dash(in: theme, else: .data)), in: theme, else: .data)
    appearance.pointMarker = marker
    return [appearance]
  }

  func summary(of numbers: Numbers) -> [String] {
    ["a segment\(numbers.label.spokenName) \(numbers.points.spoken)"]
  }

  func block(_ numbers: Numbers, on panel: Panel, in obstacles: inout ObstacleMap) {
    obstacles.add(polyline: line(numbers, on: panel), width: width(on: panel), .solid)
    guard let marker else { return }
    for end in ends(numbers, on: panel) {
      obstacles.add(dot: end, radius: radius(on: panel) * marker.reach, .solid)
    }
  }

  func labels(of numbers: Numbers, on panel: Panel) -> [LabelRequest] {
    let line = line(numbers, on: panel)
    guard let label = numbers.label, let start = line.first, let end = line.last else { return [] }
    let color = style.color(in: panel.theme, else: .data)
    return [
      LabelRequest(naming: start, end, label, in: color, at: place, isAlong: isAlong, on: panel)
    ]
  }

  func draw(
    _ numbers: Numbers, labels: [PlacedLabel], on panel: Panel, into list: inout DisplayList
  ) {
    let line = line(numbers, on: panel)
    let color = style.color(in: panel.theme, else: .data)
    if line.isEmpty { list.report([Diagnostic(unseen: "segment", at: subject.source.start)]) }
    list.stroke(
      Path(polyline: line), style.line(panel.canvas.lines.regular, in: panel.theme, else: .data))
    guard let marker else { return }
    let thin = panel.canvas.lines.thin
    for end in ends(numbers, on: panel) {
      list.draw(
        marker, at: end, radius: radius(on: panel), color, line: 2 * thin,
        halo: Stroke(panel.theme.ground, width: 2 * thin))
    }
  }

  private func width(on panel: Panel) -> Double { panel.canvas.lines.regular * style.width }
  private func radius(on panel: Panel) -> Double { 2 * width(on: panel) }

  /// The ends that the panel shows.
  private func ends(_ numbers: Numbers, on panel: Panel) -> [Point] {
    [numbers.points.start, numbers.points.end].map(panel.place)
      .filter { $0.isFinite && panel.frame.outset(by: 1).contains($0) }
  }

  /// What of the way from one point of the data to the other lies in the frame.
  private func line(_ numbers: Numbers, on panel: Panel) -> [Point] {
    let (start, end) = (panel.place(numbers.points.start), panel.place(numbers.points.end))
    guard start.isFinite, end.isFinite, let (low, high) = panel.frame.clip(start, end) else { return [] }
    return [low, high].map { panel.frame.nearest(to: start.interpolated(to: end, $0)) }
  }
}
