import Diagnostics
import Expressions
import Formulas

/// The axes of a panel, before their marks have said what there is to see.
struct AxesPlan: Sendable {
  var x: AxisPlan
  var y: AxisPlan
  var x2: AxisPlan?
  var y2: AxisPlan?

  init(_ axes: AxesDescription, for marks: [MarkDescription], in scope: Scope) throws(Diagnostic) {
    x = try AxisPlan(axes.x, in: scope)
    y = try AxisPlan(axes.y, in: scope)
    // A mark may ask for a second axis of which there is nothing else to say.
    let asked = Set(marks.map(\.axes))
    x2 = try (axes.x2 ?? (asked.contains(.x2) ? AxisDescription() : nil)).map { second throws(Diagnostic) in
      try AxisPlan(second, in: scope)
    }
    y2 = try (axes.y2 ?? (asked.contains(.y2) ? AxisDescription() : nil)).map { second throws(Diagnostic) in
      try AxisPlan(second, in: scope)
    }
    for (name, second, choice) in [("x2", axes.x2, AxisChoice.x2), ("y2", axes.y2, .y2)] {
      guard let second, !asked.contains(choice), second.view == nil, second.domain == nil,
        second.scale?.kind.hasNames != true
      else { continue }
      throw Diagnostic(
        "\(name): nothing says what it shows", at: second.location,
        help:
          "draw a mark against it (axis: \(name)), or write what it reads, as in \(name): {of: 2*\(name.prefix(1))}"
      )
    }
    for mark in marks where x2?.isView == true && mark.axes == .x2 || y2?.isView == true && mark.axes == .y2 {
      throw Diagnostic(
        "\(mark.name): a second axis with 'of' only reads the first one", at: mark.location,
        help: "draw against the first axis")
    }
    if axes.hasEqualUnits == true, !hasEvenUnits {
      throw Diagnostic(
        "units: one unit can only be equally long on axes that are linear and without breaks",
        at: axes.unitsLocation, help: "leave out 'units: equal', or the scales and breaks")
    }
  }

  /// Whether units are equally long all along both axes.
  var hasEvenUnits: Bool { x.isEven && y.isEven }

  /// The plans of the axes that a mark is drawn against.
  func axes(of choice: AxisChoice) -> (x: AxisPlan, y: AxisPlan) {
    switch choice {
    case .first: (x, y)
    case .x2: (x2 ?? x, y)
    case .y2: (x, y2 ?? y)
    }
  }
}

/// What the marks of a panel want to see on each of its axes.
struct AxesExtent: Sendable {
  var first = Extent()
  var x2: AxisExtent?
  var y2: AxisExtent?

  mutating func add(_ extent: Extent, on choice: AxisChoice) {
    var extent = extent
    if choice == .x2 {
      x2 = extent.x.map { x2?.union($0) ?? $0 } ?? x2
      extent.x = nil
    }
    if choice == .y2 {
      y2 = extent.y.map { y2?.union($0) ?? $0 } ?? y2
      extent.y = nil
    }
    first = first.union(extent)
  }

  /// What is wanted of the axes that a mark is drawn against.
  func extent(on choice: AxisChoice) -> Extent {
    switch choice {
    case .first: first
    case .x2: Extent(x: x2, y: first.y)
    case .y2: Extent(x: first.x, y: y2)
    }
  }
}

extension AxesPlan {
  /// One warning for each axis on which a mark has numbers that are not above zero, as its scale needs.
  func warnings(about mark: MarkDescription, showing extent: Extent) -> [Diagnostic] {
    let axes = axes(of: mark.axes)
    return [("x", axes.x, extent.x), ("y", axes.y, extent.y)].compactMap { name, plan, extent in
      guard plan.kind.isPositive, let extent, extent.hiddenCount > 0 else { return nil }
      let many = "\(extent.hiddenCount) of \(extent.count) values of \(name)"
      return Diagnostic(
        "\(mark.name): \(many) are not above 0 and have no place on a log axis", at: mark.location,
        help: "'symlog' shows zero and negative numbers too", severity: .warning)
    }
  }
}
