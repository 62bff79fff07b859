import Diagnostics
import Drawing
import Expressions
import Formulas
import Geometry
import MathCore
import SceneFiles

/// The graph of a function of one variable.
struct Curve: Mark {
  private let subject: FunctionSubject
  private let label: LabelTemplate?
  /// Even parts to begin with; more points are taken where it bends.
  private let resolution: Int
  private let place: LinePlace?
  var style: MarkStyle

  static let traits = MarkTraits(sampling: .overX, labelsMayLeavePanel: true)
  static let pictureKind: String? = "a graph"

  init(_ fields: inout Fields) throws(Diagnostic) {
    subject = try fields.function(of: ["x"])
    label = try fields.template("label")
    resolution = try fields.integer("resolution", in: 8...100_000) ?? 256
    place = try fields.linePlace()
    style = try MarkStyle(&fields)
  }

  struct Numbers: Sendable {
    /// From left to right: the stretches between poles, jumps and where it is undefined.
    var runs: [[DataPoint]]
    var heights: ClosedRange<Double>?
    var label: Label?
  }

  func evaluate(in context: EvaluationContext) throws(Diagnostic) -> Numbers {
    let function = try subject.compiled(for: "curve", points: resolution, in: context.scope)
    guard function.outputCount == 1 else {
      throw Diagnostic(
        "curve: expected one value a point, found \(function.outputCount)", at: subject.location)
    }
    let sampling = CurveSampling(
      of: { function.onPoints([$0])[0] }, on: context, start: resolution)
    guard !sampling.runs.isEmpty else {
      throw Diagnostic(
        "curve: '\(subject.source)' is undefined (NaN) everywhere in the domain", at: subject.location)
    }
    return Numbers(
      runs: sampling.runs, heights: sampling.heights, label: try label?.evaluate(in: context.scope))
  }

  func extent(of numbers: Numbers) -> Extent {
    var x = AxisExtent(of: numbers.runs.joined().lazy.map(\.x))
    x?.isLowTight = true
    x?.isHighTight = true
    return Extent(x: x, y: AxisExtent(of: numbers.heights.map { [$0.lowerBound, $0.upperBound] } ?? []))
  }

  func appearances(of numbers: Numbers, in theme: Theme) -> [Appearance] {
    [
      style.appearance(
        named: numbers.label, as: .line(style.dash(in: theme, else: .prediction)), in: theme,
        else: .prediction, weight: LineWeight(.bold))
    ]
  }

  func summary(of numbers: Numbers) -> [String] {
    let name = numbers.label?.spoken() ?? shortened(subject.source, to: 80)
    return ["the curve of \(name)\(CurveSummary(numbers.runs).text)"]
  }

  func block(_ numbers: Numbers, on panel: Panel, in obstacles: inout ObstacleMap) {
    for run in numbers.runs {
      obstacles.add(polyline: panel.places(of: run), width: panel.canvas.lines.bold * 1.5, .solid)
    }
  }

  func labels(of numbers: Numbers, on panel: Panel) -> [LabelRequest] {
    guard let label = numbers.label else { return [] }
    let color = style.color(in: panel.theme, else: .prediction)
    let block = panel.press.typeset(label, size: panel.canvas.type.label, color: color)
    let line = LinePlaces(of: numbers.runs.map { panel.places(of: $0) }, in: panel.frame)
    return [
      LabelRequest(
        naming: line, block, at: place, else: .end, isAtEnd: endLabel(of: numbers) != nil,
        width: panel.canvas.lines.bold, on: panel)
    ]
  }

  func endLabel(of numbers: Numbers) -> EndLabel? {
    guard let label = numbers.label, let end = numbers.runs.last?.last, place ?? .end == .end else {
      return nil
    }
    return EndLabel(label: label, end: end)
  }

  func draw(
    _ numbers: Numbers, labels: [PlacedLabel], on panel: Panel, into list: inout DisplayList
  ) {
    var line = Path()
    for run in numbers.runs { line.append(polyline: panel.places(of: run)) }
    list.stroke(line, style.line(panel.canvas.lines.bold, in: panel.theme, else: .prediction))
  }
}
