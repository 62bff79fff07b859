import Diagnostics
import Drawing
import Formulas
import Geometry

/// The axes of a panel, measured for a frame of a certain size.
///
/// Measuring comes first (`insets`), then the frame finds its place, then they are drawn.
struct AxesLayout {
  let panel: EvaluatedPlot
  let press: Press
  private(set) var x: AxisLayout
  private(set) var y: AxisLayout
  private(set) var x2: AxisLayout?
  private(set) var y2: AxisLayout?
  let size: Size
  /// From the frame to the outer edge of the left axis' label, if neighbors above and below have theirs there.
  var labelReach: Double?
  /// Whether names read over lines, as in an enlarged part that lines join to the panel.
  var namesHaveHalos = false
  /// The room that the axes need outside the frame.
  private(set) var insets = Insets(left: 2, top: 2, right: 2, bottom: 2)

  var tickSize: Double { press.canvas.type.tick }
  var tickLength: Double { panel.style == .origin ? tickSize * 0.25 : tickSize * 0.4 }
  var gap: Double { tickSize * 0.4 }
  /// How far an axis through the origin reaches beyond the frame, tip included.
  var overshoot: Double { tickSize * 1.1 }
  var lineWidth: Double { press.canvas.axisWidth }
  var isShown: Bool { panel.style != .none }

  init(_ panel: EvaluatedPlot, size: Size, press: Press) {
    self.panel = panel
    self.press = press
    self.size = size
    let type = press.canvas.type
    var across = size.width / (type.tick * 5.5)
    var up = size.height / (type.tick * 3.6)
    if panel.hasEqualUnits {
      // One step for both axes: as many ticks a point on each.
      let spacing = type.tick * 4.4
      (across, up) = (size.width / spacing, size.height / spacing)
    }
    func wish(_ count: Double) -> TickWish {
      TickWish(
        atMost: Int(min(max(count, 3), 12)), isWhole: panel.style == .origin && panel.hasEqualUnits)
    }
    // Where there are two axes with marks of their own, each wears the color of its marks.
    func color(_ own: AxisChoice, isSecond: Bool) -> Color? {
      panel.marks.contains { $0.axes == own }
        ? panel.color(of: isSecond ? own : .first, in: press.theme) : nil
    }
    var x = AxisLayout(
      panel.x, .bottom, length: size.width, wish: wish(across), color: color(.x2, isSecond: false),
      press: press)
    var y = AxisLayout(
      panel.y, .left, length: size.height, wish: wish(up), color: color(.y2, isSecond: false), press: press)
    if panel.hasEqualUnits { Self.unifySteps(&x, &y, size, press) }
    (self.x, self.y) = (x, y)
    x2 = panel.x2.map {
      AxisLayout(
        $0, .top, length: size.width, wish: wish(across), color: color(.x2, isSecond: true), press: press)
    }
    y2 = panel.y2.map {
      AxisLayout(
        $0, .right, length: size.height, wish: wish(up), color: color(.y2, isSecond: true), press: press)
    }
    insets = measuredInsets
  }

  /// Gives the shorter axis the step of the longer one, if that leaves it two names.
  private static func unifySteps(_ x: inout AxisLayout, _ y: inout AxisLayout, _ size: Size, _ press: Press) {
    func adopt(_ one: AxisLayout, _ other: inout AxisLayout, _ length: Double) {
      guard one.ticks.count > 1, !one.axis.hasFixedTicks, !other.axis.hasFixedTicks else { return }
      let count = Double(one.ticks.count - 1)
      let step = (one.ticks[one.ticks.count - 1].value - one.ticks[0].value) / count
      guard let ticks = other.axis.stepped(by: step), ticks.named.count > 1 else { return }
      let own = other
      other.set(ticks, press)
      if other.hasCollisions(length, press) { other = own }
    }
    if size.width > size.height { adopt(x, &y, size.height) } else { adopt(y, &x, size.width) }
  }

  private var measuredInsets: Insets {
    guard isShown else { return insets }
    let frame = Rect(minX: 0, minY: 0, maxX: size.width, maxY: size.height)
    let box = drawing(in: frame).box(around: frame)
    // Lines settle on the pixel grid when the frame has found its place.
    let pixel = 0.5 / press.canvas.pixelsPerPoint
    // Neighbors whose highest ticks differ keep their titles on one line.
    let least = panel.style == .origin || y.ticks.isEmpty ? 2 : tickSize * 0.5
    return Insets(
      left: max(-box.minX + pixel, 2), top: max(-box.minY + pixel, least),
      right: max(box.maxX - size.width + pixel, 2), bottom: max(box.maxY - size.height + pixel, 2))
  }

  /// Sets other words where labels stand; returns what is too large for its place.
  mutating func replaceLabels(by words: [SourceLocation: Label]) -> [Diagnostic] {
    let press = press
    let first = x.replaceLabel(by: words, press) + y.replaceLabel(by: words, press)
    return first + (x2?.replaceLabel(by: words, press) ?? []) + (y2?.replaceLabel(by: words, press) ?? [])
  }

  /// What is free on the line of the x axis' label, to the right of it; nothing if there is no such line.
  var roomBesideXLabel: Double {
    guard panel.style == .edge || panel.style == .frame, x.offset == nil, let label = x.label else {
      return 0
    }
    return (size.width - label.width) / 2 - 2 * gap
  }

  /// The label of a vertical axis, upright where it is short.
  func sideLabel(of axis: AxisLayout) -> SideLabel? {
    axis.label.map { SideLabel($0, limit: min(size.height, press.canvas.type.label * 2.5)) }
  }

  /// Grid lines, which lie under the marks.
  func drawGrid(on placed: Panel, into list: inout DisplayList) {
    guard panel.hasGrid else { return }
    let frame = placed.frame
    var path = Path()
    for (value, _) in x.ticks where !x.axis.hasNames {
      let place = press.canvas.crisp(x.place(value, in: frame), width: lineWidth)
      for piece in ClosedRange(between: frame.minY, and: frame.maxY).pieces(without: y.gaps(in: frame)) {
        path.append(polyline: [Point(x: place, y: piece.lowerBound), Point(x: place, y: piece.upperBound)])
      }
    }
    for (value, _) in y.ticks where !y.axis.hasNames {
      let place = press.canvas.crisp(y.place(value, in: frame), width: lineWidth)
      for piece in ClosedRange(between: frame.minX, and: frame.maxX).pieces(without: x.gaps(in: frame)) {
        path.append(polyline: [Point(x: piece.lowerBound, y: place), Point(x: piece.upperBound, y: place)])
      }
    }
    list.stroke(path, Stroke(press.theme.faintInk, width: lineWidth))
  }

  /// Axis lines, ticks and names.
  func draw(on placed: Panel, into list: inout DisplayList) {
    if isShown { drawing(in: placed.frame).draw(on: placed, into: &list) }
  }

  /// All that is painted for axes around a frame.
  private func drawing(in frame: Rect) -> AxesDrawing {
    var drawing = AxesDrawing()
    if panel.style == .origin {
      drawOrigin(in: frame, into: &drawing)
    } else {
      drawEdges(of: frame, into: &drawing)
    }
    return drawing
  }

  /// The part of the page in which marks are shown, cut at the breaks of the axes; `nil` if there are none.
  func shown(of region: Rect, in frame: Rect) -> Path? {
    let (across, up) = (x.gaps(in: frame), y.gaps(in: frame))
    guard !across.isEmpty || !up.isEmpty else { return nil }
    var path = Path()
    for column in ClosedRange(between: region.minX, and: region.maxX).pieces(without: across) {
      for row in ClosedRange(between: region.minY, and: region.maxY).pieces(without: up) {
        path.append(
          Path(
            Rect(
              minX: column.lowerBound, minY: row.lowerBound, maxX: column.upperBound, maxY: row.upperBound)))
      }
    }
    return path
  }
}

extension EvaluatedAxis {
  /// The ticks at multiples of a step.
  fileprivate func stepped(by step: Double) -> Ticks? {
    guard let ticks = scale.ticks(every: step) else { return nil }
    var axis = self
    axis.steppedTicks = ticks
    return axis.ticks(TickWish(atMost: ticks.named.count))
  }
}
