import Diagnostics
import Drawing
import Geometry

/// Axes through the origin with arrow tips, their names beside them among the marks.
extension AxesLayout {
  /// Where the axes cross: at zero, or at the frame's edge nearest to it.
  private func origin(in frame: Rect) -> Point {
    Point(
      x: press.canvas.crisp(frame.minX + zeroFraction(x) * frame.width, width: lineWidth),
      y: press.canvas.crisp(frame.maxY - zeroFraction(y) * frame.height, width: lineWidth))
  }

  private func zeroFraction(_ axis: AxisLayout) -> Double {
    let fraction = axis.axis.scale.fraction(of: 0)
    // A scale without zero begins above it.
    return fraction.isNaN ? 0 : min(max(fraction, 0), 1)
  }

  func drawOrigin(in frame: Rect, into drawing: inout AxesDrawing) {
    let color = press.theme.quietInk
    let cross = origin(in: frame)
    drawOriginLines(cross, frame, into: &drawing)
    // At the right or upper edge, names stand outside like those at the others.
    var (x, y) = (x, y)
    if zeroFraction(y) == 1 { x.side = .top }
    if zeroFraction(x) == 1 { y.side = .right }
    drawOriginTicks(of: x, cross.y, crossing: cross.x, frame, into: &drawing)
    drawOriginTicks(of: y, cross.x, crossing: cross.y, frame, into: &drawing)
    drawOriginNames(of: x, cross.y, frame, into: &drawing)
    drawOriginNames(of: y, cross.x, frame, into: &drawing)
    if panel.namesZero, let zero = press.typeset(name: "0", size: tickSize, color: color) {
      let place = Point(x: cross.x - gap - zero.width, y: cross.y + tickLength + gap - zero.ink.minY)
      if x.axis.scale.shows(0), y.axis.scale.shows(0) { drawing.draw(zero, at: place, hasHalo: true) }
    }
    let tip = Point(x: frame.maxX + overshoot, y: frame.minY - overshoot)
    if let label = x.label {
      drawing.draw(label, at: Point(x: tip.x + gap, y: cross.y - label.ink.midY))
    }
    if let label = y.label {
      drawing.draw(label, at: Point(x: cross.x - label.width / 2, y: tip.y - gap - label.descent))
    }
  }

  /// Names but those that an axis would strike through, as it would zero.
  private func drawOriginNames(
    of axis: AxisLayout, _ line: Double, _ frame: Rect, into drawing: inout AxesDrawing
  ) {
    let lines = originLines(in: frame).compactMap { Rect(around: [$0.0, $0.1])?.outset(by: lineWidth) }
    for (value, block) in axis.ticks {
      let distance = tickLength + gap
      var place = axis.origin(of: block, at: axis.place(value, in: frame), outward: distance, from: line)
      // Below the x axis by the ink, for letters of one height are rare there.
      if axis.side == .bottom { place.y = line + distance - block.ink.minY }
      if axis.side == .top { place.y = line - distance - block.ink.maxY }
      let ink = block.ink.translated(by: Vector(x: place.x, y: place.y))
      if !lines.contains(where: ink.intersects) { drawing.draw(block, at: place, hasHalo: true) }
    }
  }

  private func drawOriginTicks(
    of axis: AxisLayout, _ line: Double, crossing: Double, _ frame: Rect, into drawing: inout AxesDrawing
  ) {
    guard !(axis.axis.scale is BandScale) else { return }
    var path = Path()
    for (values, length) in [(axis.ticks.map(\.value), tickLength), (axis.minorTicks, tickLength * 0.5)] {
      for value in values {
        let along = press.canvas.crisp(axis.place(value, in: frame), width: lineWidth)
        // The other axis is there already.
        guard abs(along - crossing) > lineWidth else { continue }
        path.append(
          polyline: [
            axis.point(along, outward: -length, from: line), axis.point(along, outward: length, from: line),
          ])
      }
    }
    let breaks = breakStrokes(of: axis, axis.gaps(in: frame), line)
    drawing.stroke(path, Stroke(press.theme.quietInk, width: lineWidth))
    drawing.stroke(breaks, Stroke(press.theme.quietInk, width: lineWidth, cap: .round))
  }

  /// Both axes with their tips, interrupted at breaks.
  private func drawOriginLines(_ cross: Point, _ frame: Rect, into drawing: inout AxesDrawing) {
    let across = ClosedRange(between: frame.minX, and: frame.maxX + overshoot).pieces(
      without: x.gaps(in: frame)
    )
    .map { (Point(x: $0.lowerBound, y: cross.y), Point(x: $0.upperBound, y: cross.y)) }
    // The page's y points down: the tip is on the first piece.
    let up = ClosedRange(between: frame.minY - overshoot, and: frame.maxY).pieces(without: y.gaps(in: frame))
      .map { (Point(x: cross.x, y: $0.upperBound), Point(x: cross.x, y: $0.lowerBound)) }.reversed()
    for pieces in [across, Array(up)] {
      var plain = Path()
      for (start, end) in pieces.dropLast() { plain.append(polyline: [start, end]) }
      drawing.stroke(plain, Stroke(press.theme.quietInk, width: lineWidth))
      guard let (start, end) = pieces.last else { continue }
      drawing.draw(
        arrowFrom: start, to: end, width: lineWidth, headLength: tickSize * 0.6, press.theme.quietInk)
    }
  }

  /// The two axes, tail first.
  func originLines(in frame: Rect) -> [(Point, Point)] {
    let cross = origin(in: frame)
    return [
      (Point(x: frame.minX, y: cross.y), Point(x: frame.maxX + overshoot, y: cross.y)),
      (Point(x: cross.x, y: frame.maxY), Point(x: cross.x, y: frame.minY - overshoot)),
    ]
  }
}
