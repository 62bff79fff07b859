import Diagnostics
import Expressions

extension AxesPlan {
  /// What a mark may know of its axes: their scales where the scene says them, or the marks before it.
  func context(
    _ context: EvaluationContext, for mark: MarkDescription, showing known: AxesExtent
  ) throws(Diagnostic) -> EvaluationContext {
    var context = context
    let (axes, extent) = (axes(of: mark.axes), known.extent(on: mark.axes))
    // Marks with numbers of their own and curves know less than is known: they decide it.
    let sampling = mark.traits.sampling
    context.x = sampling == .none ? try axes.x.said : try axes.x.scale(showing: extent.x)
    context.y = sampling == .overPlane ? try axes.y.scale(showing: extent.y) : try axes.y.said
    context.likeY = axes.y.likeness
    return context
  }

  /// The axes with their marks, all of which are computed.
  func plot(
    of marks: [EvaluatedMark], showing extent: AxesExtent, _ axes: AxesDescription, in scope: Scope
  ) throws(Diagnostic) -> EvaluatedPlot {
    let style = axes.style ?? (marks.contains { $0.traits.prefersOriginAxes } ? .origin : .edge)
    let prefersEqualUnits = hasEvenUnits && marks.contains { $0.traits.prefersEqualUnits }
    let (x, y) = (
      try x.evaluated(showing: extent.first.x, in: scope), try y.evaluated(showing: extent.first.y, in: scope)
    )
    return EvaluatedPlot(
      x: x, y: y,
      x2: try x2.map { second throws(Diagnostic) in
        try second.evaluated(showing: extent.x2, orViewing: x.scale, in: scope)
      },
      y2: try y2.map { second throws(Diagnostic) in
        try second.evaluated(showing: extent.y2, orViewing: y.scale, in: scope)
      },
      style: style,
      hasEqualUnits: axes.hasEqualUnits ?? prefersEqualUnits,
      hasGrid: axes.hasGrid ?? (style == .origin),
      namesZero: axes.namesZero,
      marks: marks,
      colorBar: marks.lazy.compactMap(\.colorBar).first)
  }

  /// The axes of an enlarged part: those of the whole over a part of their domains, without breaks.
  func closer(at x: ClosedRange<Double>, _ y: ClosedRange<Double>?, of whole: EvaluatedPlot) -> AxesPlan {
    /// The part of a second axis beside that part of the first.
    func seen(on second: EvaluatedAxis?, beside first: EvaluatedAxis, _ part: ClosedRange<Double>?)
      -> ClosedRange<Double>?
    {
      guard let second, let part else { return nil }
      let ends = [part.lowerBound, part.upperBound].map {
        second.scale.value(at: first.scale.fraction(of: $0))
      }
      return ends[0] < ends[1] ? ends[0]...ends[1] : nil
    }
    var plan = self
    plan.x = self.x.closer(at: x)
    plan.y = self.y.closer(at: y)
    plan.x2 = x2?.closer(at: seen(on: whole.x2, beside: whole.x, x))
    plan.y2 = y2?.closer(at: seen(on: whole.y2, beside: whole.y, y))
    return plan
  }
}
