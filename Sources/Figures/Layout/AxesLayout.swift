import Drawing
import Geometry

/// The axes of a panel, measured for a frame of a certain size.
///
/// Measuring comes first (`insets`), then the frame finds its place, then they are drawn.
struct AxesLayout {
  let panel: EvaluatedPlot
  let press: Press
  let xTicks: [(value: Double, block: TextBlock)]
  let yTicks: [(value: Double, block: TextBlock)]
  let xLabel: TextBlock?
  let yLabel: SideLabel?
  /// The y label above the tip of an axis through the origin.
  let tipLabel: TextBlock?
  let size: Size

  var tickSize: Double { press.canvas.type.tick }
  var tickLength: Double { panel.style == .edge ? tickSize * 0.4 : tickSize * 0.25 }
  var gap: Double { tickSize * 0.4 }
  /// How far an axis through the origin reaches beyond the frame, tip included.
  var overshoot: Double { tickSize * 1.1 }

  init(_ panel: EvaluatedPlot, size: Size, press: Press) {
    self.panel = panel
    self.press = press
    self.size = size
    let type = press.canvas.type
    let color = press.theme.quietInk
    let isShown = panel.style != .none
    func blocks(_ axis: EvaluatedAxis, _ count: Double) -> [(value: Double, block: TextBlock)] {
      guard isShown else { return [] }
      let size = axis.scale is BandScale ? type.label : type.tick
      let ticks = axis.ticks(atMost: Int(min(max(count, 2), 12)))
      return ticks.compactMap { tick in
        press.typeset(
          name: tick.text, size: size, color: axis.scale is BandScale ? press.theme.ink : color
        ).map { (tick.value, $0) }
      }
    }
    var across = size.width / (type.tick * 5.5)
    var up = size.height / (type.tick * 3.6)
    if panel.hasEqualUnits {
      // One step for both axes: as many ticks a point on each.
      let spacing = type.tick * 4.4
      (across, up) = (size.width / spacing, size.height / spacing)
    }
    var ticks = blocks(panel.x, across)
    // Long names, such as those of near-equal values, leave room for fewer.
    while across > 2, panel.x.hasCollisions(among: ticks, length: size.width, gap: type.tick * 0.5) {
      (across, up) = (across / 1.3, panel.hasEqualUnits ? up / 1.3 : up)
      ticks = blocks(panel.x, across)
    }
    xTicks = panel.x.shown(ticks)
    yTicks = panel.y.shown(blocks(panel.y, up))
    // A label longer than its axis is broken into lines.
    xLabel = panel.x.label.map {
      press.typeset($0, size: type.label, within: size.width, alignment: .center)
    }
    let yBlock = panel.y.label.map {
      press.typeset($0, size: type.label, within: size.height, alignment: .center)
    }
    yLabel =
      panel.style == .origin
      ? nil : yBlock.map { SideLabel($0, limit: min(size.height, type.label * 2.5)) }
    tipLabel = panel.style == .origin ? yBlock : nil
  }

  /// The room that the axes need outside the frame.
  var insets: Insets {
    switch panel.style {
    case .none: Insets(left: 2, top: 2, right: 2, bottom: 2)
    case .edge: edgeInsets
    case .origin: originInsets
    }
  }

  var widestYTick: Double { yTicks.map(\.block.width).max() ?? 0 }
  var tallestXTick: Double { xTicks.map { $0.block.ascent + $0.block.descent }.max() ?? 0 }

  /// What is free on the line of the x axis' label, to the right of it; nothing if there is no such line.
  var roomBesideXLabel: Double {
    guard panel.style == .edge, let xLabel else { return 0 }
    return (size.width - xLabel.width) / 2 - 2 * gap
  }

  /// Grid lines, which lie under the marks.
  func drawGrid(on placed: Panel, into list: inout DisplayList) {
    guard panel.hasGrid else { return }
    let frame = placed.frame
    let width = press.canvas.lines.thin
    var path = Path()
    for (value, _) in xTicks where !(panel.x.scale is BandScale) {
      let x = press.canvas.crisp(placed.place(x: value), width: width)
      path.append(polyline: [Point(x: x, y: frame.minY), Point(x: x, y: frame.maxY)])
    }
    for (value, _) in yTicks where !(panel.y.scale is BandScale) {
      let y = press.canvas.crisp(placed.place(y: value), width: width)
      path.append(polyline: [Point(x: frame.minX, y: y), Point(x: frame.maxX, y: y)])
    }
    list.stroke(path, Stroke(press.theme.faintInk, width: width))
  }

  /// Axis lines, ticks and names.
  func draw(on placed: Panel, into list: inout DisplayList) {
    switch panel.style {
    case .none: break
    case .edge: drawEdge(on: placed, into: &list)
    case .origin: drawOrigin(on: placed, into: &list)
    }
  }

  func appendTicks(to path: inout Path, on placed: Panel, axisX: Double, axisY: Double) {
    let width = press.canvas.lines.thin
    let inward = panel.style == .origin ? tickLength : 0
    for (value, _) in xTicks where !(panel.x.scale is BandScale) && !isHidden(value) {
      let x = press.canvas.crisp(placed.place(x: value), width: width)
      path.append(polyline: [Point(x: x, y: axisY - inward), Point(x: x, y: axisY + tickLength)])
    }
    for (value, _) in yTicks where !(panel.y.scale is BandScale) && !isHidden(value) {
      let y = press.canvas.crisp(placed.place(y: value), width: width)
      path.append(polyline: [Point(x: axisX - tickLength, y: y), Point(x: axisX + inward, y: y)])
    }
  }

  /// Axes through the origin cross at zero, where neither marks nor names it.
  func isHidden(_ value: Double) -> Bool { panel.style == .origin && value == 0 }
}

extension EvaluatedAxis {
  /// The ticks without their names where a neighbor that shares the scale names them.
  fileprivate func shown(
    _ ticks: [(value: Double, block: TextBlock)]
  ) -> [(value: Double, block: TextBlock)] {
    showsNames
      ? ticks
      : ticks.map { tick in
        (tick.value, TextBlock(width: 0, ascent: 0, descent: 0, ink: .zero, items: [], source: ""))
      }
  }

  /// Whether names along a horizontal axis would touch each other; those that the scene lists may.
  fileprivate func hasCollisions(
    among ticks: [(value: Double, block: TextBlock)], length: Double, gap: Double
  ) -> Bool {
    guard listedTicks == nil else { return false }
    return zip(ticks, ticks.dropFirst()).contains { one, next in
      let distance = (scale.fraction(of: next.value) - scale.fraction(of: one.value)) * length
      return distance < (one.block.width + next.block.width) / 2 + gap
    }
  }
}
