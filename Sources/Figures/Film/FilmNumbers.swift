import Diagnostics
import Drawing
import Expressions
import Formulas

/// The numbers of a film: what does not change is computed, what does is measured.
struct FilmNumbers: Sendable {
  let scene: Scene
  let scopes: FilmScopes
  /// For each panel; `nil` for words, formulas and code.
  private(set) var plots: [FilmPlot?]
  let words: FilmWords
  /// What is to hold in every frame, and has to be tested there.
  private let claims: [Claim]
  /// Those that were measured.
  private(set) var moments: [FilmMoment]
  /// That there was too much work to measure all.
  private var shortfall: Diagnostic?
  /// The moment for which the layout is made.
  let reference: FilmMoment
  let referenceScope: Scope

  /// Computes and measures; throws what is wrong in every frame.
  init(of scene: Scene, _ film: FilmDescription) throws(DiagnosticList) {
    self.scene = scene
    moments = film.measuredMoments
    scopes = try FilmScopes(of: scene, film, at: moments)
    (reference, referenceScope, plots) = try Self.start(of: scene, scopes, at: moments)
    var complaints = DiagnosticList()
    claims = scene.claims.moving(in: referenceScope, &complaints)
    words = FilmWords(of: scene, film, in: referenceScope)
    measure(of: film, &complaints)
    for plot in plots { for fault in plot?.faults ?? [] { complaints.append(fault) } }
    try complaints.throwIfErrors()
    for index in plots.indices { plots[index]?.settle(in: referenceScope) }
  }

  /// The plots at the first moment at which nothing is wrong with names and axes.
  private static func start(
    of scene: Scene, _ scopes: FilmScopes, at moments: [FilmMoment]
  ) throws(DiagnosticList) -> (FilmMoment, Scope, [FilmPlot?]) {
    var first: DiagnosticList?
    for moment in moments {
      do throws(DiagnosticList) {
        let scope = try scopes.scope(at: moment)
        var complaints = DiagnosticList()
        let watches = scene.panels.map { _ in PaceWatch() }
        let axes = scene.plots(in: watches.map { scope.watched(by: $0) }, &complaints)
        try complaints.throwIfErrors()
        // Enlarged parts are computed with their plot.
        var isMoving = zip(watches, axes).map { $0.pace != .still || $1?.description.zooms.isEmpty == false }
        for shared in scene.arrangement.sharedScales where shared.panels.contains(where: { isMoving[$0] }) {
          for panel in shared.panels { isMoving[panel] = true }
        }
        let plots = zip(axes, isMoving).map { axes, isMoving in
          axes.map { FilmPlot($0, hasCamera: isMoving) }
        }
        return (moment, scope, plots)
      } catch {
        first = first ?? error
      }
    }
    throw first ?? DiagnosticList()
  }

  /// The axes of the panels at a moment.
  private func axes(in scope: Scope, _ complaints: inout DiagnosticList) -> [PlotEvaluation?] {
    guard plots.contains(where: { $0?.hasCamera == true }) else { return plots.map { $0?.axes } }
    let moved = scene.plots(in: scene.panels.map { _ in scope }, &complaints)
    return zip(plots, moved).map { plot, moved in plot.flatMap { $0.hasCamera ? moved : $0.axes } }
  }

  /// The work of measuring may be as many times the work of one frame.
  private static let mostWork = 10

  /// Lets the marks of all frames say what there is to see, stage by stage; of some frames, evenly chosen, where all
  /// would take too long.
  private mutating func measure(of film: FilmDescription, _ complaints: inout DiagnosticList) {
    var shared = scene.arrangement.sharedScales
    var order = moments.coarseToFine
    let most = scene.limits.work.multipliedReportingOverflow(by: Self.mostWork).partialValue
    for stage in PlotEvaluation.stages {
      for index in plots.indices { plots[index]?.begin() }
      var work = 0
      for (number, moment) in order.enumerated()
      where plots.contains(where: { $0?.isOpen(stage, at: moment) == true }) {
        guard work <= most else {
          order.removeSubrange(number...)
          break
        }
        work += measure(stage, at: moment)
      }
      var carriers = plots.map { plot in plot.map { $0.evaluation([], along: $0.axes) } }
      shared.removeAll { !$0.agreeOnExtents(of: &carriers, &complaints) }
      for index in plots.indices {
        if let extent = carriers[index]?.extent { plots[index]?.extent = extent }
      }
    }
    guard order.count < moments.count else { return }
    shortfall = Diagnostic(
      "the room that things need is measured in \(order.count) of \(moments.count) frames: in all of them it would "
        + "take more than \(Self.mostWork) times the work of one, which is \(scene.limits.work) steps",
      at: film.location, help: "say the domains of the axes, or allow more, as in limits: {work: 1e8}",
      severity: .warning)
    let measured = Set(order)
    moments.removeAll { !measured.contains($0) }
  }

  /// Returns the steps that it took.
  private mutating func measure(_ stage: MarkTraits.Sampling, at moment: FilmMoment) -> Int {
    // What is wrong at one moment is told there.
    var ignored = DiagnosticList()
    guard let scope = try? scopes.scope(at: moment) else { return 0 }
    let axes = axes(in: scope, &ignored)
    for index in plots.indices {
      guard let axes = axes[index] else { continue }
      plots[index]?.measure(stage, at: moment, along: axes, in: scope)
    }
    return scope.workDone
  }

  /// What changes in a frame; throws what is wrong with it.
  func frame(at moment: FilmMoment) throws(DiagnosticList) -> FilmFrame {
    let scope = try scopes.scope(at: moment)
    var complaints = DiagnosticList()
    let axes = axes(in: scope, &complaints)
    var frame = FilmFrame()
    var cameras: [PlotEvaluation?] = plots.map { _ in nil }
    for index in plots.indices {
      // What is wrong with axes is told already.
      guard let plot = plots[index], let axes = axes[index] else { continue }
      let marks = plot.marks(at: moment, along: axes, in: scope, &complaints)
      frame.marks.append(plot.shown.map { marks[$0] })
      if plot.hasCamera { cameras[index] = plot.evaluation(marks, along: axes) }
    }
    let moved = scene.contents(of: cameras, &complaints)
    frame.cameras = zip(plots, moved).compactMap { plot, moved in plot == nil ? nil : .some(moved) }
    frame.words = words.evaluated(at: moment, in: scope, &complaints)
    for claim in claims { _ = complaints.collect { () throws(Diagnostic) in try claim.test(in: scope) } }
    frame.title = complaints.collect { () throws(Diagnostic) in try words.title?.evaluate(in: scope) }
    frame.alternativeText = complaints.collect { () throws(Diagnostic) in
      try words.alternativeText?.evaluate(in: scope)
    }
    try complaints.throwIfErrors()
    frame.warnings = complaints.diagnostics
    return frame
  }

  /// The figure that stands for all frames: what their axes, colors and words have in common.
  func figure(
    in theme: Theme?, fontsCheckedBy typesetter: (any Typesetter)?
  ) throws(DiagnosticList) -> EvaluatedFigure {
    let samples = plots.map { plot in
      plot.map { plot in plot.evaluation(plot.marks.map(\.sample), along: plot.axes) }
    }
    var figure = try scene.figure(
      in: theme, fontsCheckedBy: typesetter, at: reference, with: referenceScope
    ) { context, complaints in
      let plots = scene.contents(of: samples, &complaints)
      return zip(scene.panels, plots).map { panel, plot in
        plot.map { .plot($0) } ?? scene.block(of: panel, in: context, &complaints)
      }
    }
    figure.warnings += plots.flatMap { $0?.warnings ?? [] } + [shortfall].compactMap(\.self)
    return figure
  }
}

extension [FilmMoment] {
  /// The first, which stands for the film, then both ends of the others, then those in the middle between some, ever
  /// closer.
  fileprivate var coarseToFine: [FilmMoment] {
    let others = dropFirst()
    guard let poster = first, others.count > 1 else { return self }
    var (order, known) = ([poster], Set<Int>())
    var step = 1
    while step < others.count { step *= 2 }
    while step >= 1 {
      let indices = stride(from: others.startIndex, to: others.endIndex, by: step)
      for index in [others.startIndex, others.endIndex - 1] + indices where known.insert(index).inserted {
        order.append(others[index])
      }
      step /= 2
    }
    return order
  }
}

extension [Claim] {
  /// Tests those that say the same in all frames, and returns the others.
  fileprivate func moving(in scope: Scope, _ complaints: inout DiagnosticList) -> [Claim] {
    filter { claim in
      let watch = PaceWatch()
      do throws(Diagnostic) { try claim.test(in: scope.watched(by: watch)) } catch {
        if watch.pace == .still { complaints.append(error) }
      }
      return watch.pace != .still
    }
  }
}

extension DiagnosticList {
  /// The same with the frame of a film in which it is.
  func inFrame(_ number: Int) -> DiagnosticList {
    DiagnosticList(
      diagnostics.map { fault in
        var fault = fault
        fault.message = "frame \(number): \(fault.message)"
        return fault
      })
  }
}

/// What changes in a frame of a film.
struct FilmFrame {
  /// For each plot the marks that are ever shown, in painting order; `nil` for those that are not shown now.
  var marks: [[EvaluatedMark?]] = []
  /// For each plot it itself if its axes change.
  var cameras: [EvaluatedPlot?] = []
  var words = FilmWords.Evaluated()
  /// If they change.
  var title: Label?
  var alternativeText: Label?
  var warnings: [Diagnostic] = []
}
