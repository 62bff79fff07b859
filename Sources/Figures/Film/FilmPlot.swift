import Diagnostics
import Expressions

/// A coordinate system of a film, whose axes show in every frame what any frame wants to see.
struct FilmPlot: Sendable {
  /// The axes; at some moment if they change.
  let axes: PlotEvaluation
  /// Whether the scene says the domain of an axis by names that change.
  let hasCamera: Bool
  /// As the scene lists them.
  private(set) var marks: [FilmMark]
  /// What there is to see before each stage, and after the last one.
  private var extents: [AxesExtent] = []
  /// Grows while marks are measured.
  var extent = AxesExtent()
  private(set) var warnings: [Diagnostic] = []

  init(_ axes: PlotEvaluation, hasCamera: Bool) {
    self.axes = axes
    self.hasCamera = hasCamera
    marks = axes.description.marks.map(FilmMark.init)
  }

  /// What is wrong in all frames.
  var faults: [Diagnostic] { marks.flatMap(\.faults) }

  /// The numbers of the marks that are ever shown, in painting order, once all are measured.
  private(set) var shown: [Int] = []

  /// How often one of those that are ever shown changes.
  func pace(ofShown index: Int) -> Pace { marks[shown[index]].pace ?? .frame }

  /// Whether a mark is another one at some moment.
  func isMoving(_ index: Int) -> Bool { marks[index].pace != .still }

  /// Where the scene says the domain of an axis.
  var location: SourceLocation? {
    axes.description.axes.x.domain?.source.start ?? axes.description.axes.y.domain?.source.start
  }

  mutating func begin() { extents.append(extent) }

  /// Whether there is something to measure at a moment.
  func isOpen(_ stage: MarkTraits.Sampling, at moment: FilmMoment) -> Bool {
    marks.contains { $0.description.traits.sampling == stage && $0.isOpen(at: moment) }
  }

  /// Computes what marks of a stage want at a moment.
  mutating func measure(
    _ stage: MarkTraits.Sampling, at moment: FilmMoment, along axes: PlotEvaluation, in scope: Scope
  ) {
    let known = extents.last ?? extent
    for index in marks.indices {
      let mark = marks[index].description
      guard mark.traits.sampling == stage, marks[index].isOpen(at: moment) else { continue }
      // They show the domain that others ask for, and what they stand for needs no fine grid.
      if stage != .overPlane || marks[index].pace == nil {
        let evaluated = marks[index].evaluate(at: moment, hasCamera: hasCamera) { watch throws(Diagnostic) in
          try axes.evaluated(index, showing: known, in: scope.watched(by: watch))
        }
        if let wanted = evaluated?.extent { widen(to: wanted, for: mark, along: axes) }
      }
      guard marks[index].isOpen(at: moment) else { continue }
      let range = try? axes.range(of: index, showing: known, in: scope)
      marks[index].widen(to: range)
    }
  }

  private mutating func widen(to wanted: Extent, for mark: MarkDescription, along axes: PlotEvaluation) {
    extent.add(wanted, on: mark.axes)
    for warning in axes.plan.warnings(about: mark, showing: wanted)
    where !warnings.contains(where: { $0.at == warning.at }) { warnings.append(warning) }
  }

  /// The marks at a moment, as the scene lists them; `nil` for those that are not shown then.
  func marks(
    at moment: FilmMoment, along axes: PlotEvaluation, in scope: Scope, _ complaints: inout DiagnosticList
  ) -> [EvaluatedMark?] {
    marks.enumerated().map { index, mark in
      if let known = mark.known(at: moment) { return known }
      return complaints.collect { () throws(Diagnostic) in
        try axes.evaluated(index, showing: extent(before: index), in: scope, range: mark.range)
      }
    }
  }

  private func extent(before index: Int) -> AxesExtent {
    let stage = PlotEvaluation.stages.firstIndex(of: marks[index].description.traits.sampling) ?? 0
    return extents.indices.contains(stage) ? extents[stage] : extent
  }

  /// Once all is measured, computes the samples again that stand for what all frames have in common.
  mutating func settle(in scope: Scope) {
    shown = marks.indices.filter { marks[$0].sample != nil }.sorted {
      (marks[$0].description.level, $0) < (marks[$1].description.level, $1)
    }
    for index in marks.indices where marks[index].range != nil {
      let sample = try? axes.evaluated(
        index, showing: extent(before: index), in: scope, range: marks[index].range)
      marks[index].sample = sample ?? marks[index].sample
    }
  }

  /// The plot with axes that show what all frames want to see.
  func evaluation(_ marks: [EvaluatedMark?], along axes: PlotEvaluation) -> PlotEvaluation {
    var whole = axes
    whole.extent = extent
    whole.take(zip(self.marks, marks).map { $0.sample == nil ? nil : $1 ?? $0.sample })
    return whole
  }
}
