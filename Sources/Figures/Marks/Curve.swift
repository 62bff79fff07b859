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
  private let resolution: Int
  private let style: MarkStyle

  static let traits = MarkTraits(sampling: .overX)

  init(_ fields: inout Fields) throws(Diagnostic) {
    subject = try fields.function(of: ["x"])
    label = try fields.template("label")
    resolution = try fields.integer("resolution", in: 2...100_000) ?? 1000
    style = try MarkStyle(&fields)
  }

  struct Numbers: Sendable {
    /// From left to right; undefined heights break the line.
    var points: [DataPoint]
    var label: Label?
  }

  func evaluate(in context: EvaluationContext) throws(Diagnostic) -> Numbers {
    let function = try subject.compiled(for: "curve", points: resolution, in: context.scope)
    guard function.outputCount == 1 else {
      throw Diagnostic(
        "curve: expected one value a point, found \(function.outputCount)", at: subject.location)
    }
    let xs = evenly(spaced: resolution, over: context.x ?? -5...5)
    let ys = function.onPoints([xs])[0]
    guard ys.contains(where: \.isFinite) else {
      throw Diagnostic(
        "curve: '\(subject.source)' is undefined (NaN) everywhere in the domain", at: subject.location)
    }
    return Numbers(
      points: zip(xs, ys).map { DataPoint(x: $0, y: $1) }, label: try label?.evaluate(in: context.scope))
  }

  func extent(of numbers: Numbers) -> Extent {
    var x = AxisExtent(of: numbers.points.lazy.map(\.x))
    x?.isLowTight = true
    x?.isHighTight = true
    return Extent(x: x, y: AxisExtent(of: numbers.points.lazy.map(\.y)))
  }

  func block(_ numbers: Numbers, on panel: Panel, in obstacles: inout ObstacleMap) {
    obstacles.add(
      polyline: numbers.points.map(panel.place), width: panel.canvas.lines.bold * 1.5, .solid)
  }

  func labels(of numbers: Numbers, on panel: Panel) -> [LabelRequest] {
    guard let label = numbers.label else { return [] }
    let color = style.color(in: panel.theme, else: .prediction)
    let block = panel.press.typeset(label, size: panel.canvas.type.label, color: color)
    let visible = numbers.points.map(panel.place).filter { $0.isFinite && panel.frame.contains($0) }
    let candidates = [0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3, 0.2].enumerated().flatMap { rank, fraction in
      visible.isEmpty
        ? []
        : LabelRequest.around(
          visible[Int(Double(visible.count - 1) * fraction)], block,
          distance: panel.canvas.type.label * 0.7
        ).map { LabelRequest.Candidate(origin: $0.origin, cost: $0.cost + Double(rank) * 3) }
    }
    return [LabelRequest(block: block, candidates: candidates, padding: 2, bounds: panel.frame)]
  }

  func draw(
    _ numbers: Numbers, labels: [PlacedLabel], on panel: Panel, into list: inout DisplayList
  ) {
    let color = style.color(in: panel.theme, else: .prediction)
    var line = Path()
    for run in numbers.unbrokenRuns(in: panel.y.domain) { line.append(polyline: run.map(panel.place)) }
    list.stroke(line, style.stroke(panel.canvas.lines.bold, color))
  }
}

extension Curve.Numbers {
  /// Stretches without undefined points and without jumps across the whole of what is shown (poles).
  fileprivate func unbrokenRuns(in domain: ClosedRange<Double>) -> [[DataPoint]] {
    var runs: [[DataPoint]] = []
    var run: [DataPoint] = []
    for point in points {
      let isPole = run.last.map { last in
        (last.y > domain.upperBound && point.y < domain.lowerBound)
          || (last.y < domain.lowerBound && point.y > domain.upperBound)
      }
      if !point.y.isFinite || isPole == true {
        runs.append(run)
        run = []
      }
      if point.y.isFinite { run.append(point) }
    }
    runs.append(run)
    return runs
  }
}
