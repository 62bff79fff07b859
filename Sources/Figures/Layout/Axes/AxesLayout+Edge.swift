import Drawing
import Geometry

/// Axes at the edges of the frame, their names outside.
extension AxesLayout {
  func drawEdges(of frame: Rect, into drawing: inout AxesDrawing) {
    for axis in [x, y, x2, y2].compactMap({ $0 }) {
      // Where nothing is marked there is no axis.
      if !axis.ticks.isEmpty { drawLine(of: axis, frame, into: &drawing) }
      drawTicks(of: axis, frame, into: &drawing)
      drawNames(of: axis, frame, into: &drawing)
      drawLabel(of: axis, frame, into: &drawing)
    }
    guard panel.style == .frame else { return }
    var rest = Path()
    let (top, right) = (line(of: .top, frame), line(of: .right, frame))
    if x2 == nil { rest.append(polyline: [Point(x: frame.minX, y: top), Point(x: right, y: top)]) }
    if y2 == nil { rest.append(polyline: [Point(x: right, y: top), Point(x: right, y: frame.maxY)]) }
    drawing.stroke(rest, Stroke(press.theme.quietInk, width: lineWidth, cap: .square))
  }

  /// The coordinate of an axis line across its direction.
  private func line(of side: AxisLayout.Side, _ frame: Rect) -> Double {
    let place =
      switch side {
      case .bottom: frame.maxY
      case .left: frame.minX
      case .top: frame.minY
      case .right: frame.maxX
      }
    return press.canvas.crisp(place, width: lineWidth)
  }

  /// The two ends of an axis line.
  func ends(of axis: AxisLayout, _ frame: Rect) -> [Point] {
    let across = line(of: axis.side, frame)
    // Lines that meet fill the corner together.
    let corner = lineWidth / 2
    let ends =
      axis.side.isHorizontal
      ? [line(of: .left, frame) - corner, frame.maxX] : [frame.minY, line(of: .bottom, frame) + corner]
    return ends.map { axis.point($0, outward: 0, from: across) }
  }

  private func drawLine(of axis: AxisLayout, _ frame: Rect, into drawing: inout AxesDrawing) {
    let across = line(of: axis.side, frame)
    let ends = ends(of: axis, frame)
    let range =
      axis.side.isHorizontal
      ? ClosedRange(between: ends[0].x, and: ends[1].x) : ClosedRange(between: ends[0].y, and: ends[1].y)
    let gaps = axis.gaps(in: frame)
    var path = Path()
    for piece in range.pieces(without: gaps) {
      path.append(
        polyline: [piece.lowerBound, piece.upperBound].map { axis.point($0, outward: 0, from: across) })
    }
    drawing.stroke(path, Stroke(axis.color, width: lineWidth))
    drawing.stroke(breakStrokes(of: axis, gaps, across), Stroke(axis.color, width: lineWidth, cap: .round))
  }

  /// A slanted stroke at each end of a gap, as on a drawing that is cut off.
  func breakStrokes(of axis: AxisLayout, _ gaps: [ClosedRange<Double>], _ across: Double) -> Path {
    let (reach, slant) = (tickSize * 0.42, tickSize * 0.2)
    var path = Path()
    for end in gaps.flatMap({ [$0.lowerBound, $0.upperBound] }) {
      let turn = axis.side.isHorizontal ? slant : -slant
      path.append(
        polyline: [
          axis.point(end - turn, outward: reach, from: across),
          axis.point(end + turn, outward: -reach, from: across),
        ])
    }
    return path
  }

  private func drawTicks(of axis: AxisLayout, _ frame: Rect, into drawing: inout AxesDrawing) {
    guard !(axis.axis.scale is BandScale) else { return }
    let across = line(of: axis.side, frame)
    var path = Path()
    for (values, length) in [(axis.ticks.map(\.value), tickLength), (axis.minorTicks, tickLength * 0.5)] {
      for value in values {
        let along = press.canvas.crisp(axis.place(value, in: frame), width: lineWidth)
        path.append(
          polyline: [
            axis.point(along, outward: 0, from: across), axis.point(along, outward: length, from: across),
          ])
      }
    }
    drawing.stroke(path, Stroke(axis.color, width: lineWidth))
  }

  /// From the line to the nearer edge of the names.
  private func nameDistance(_ axis: AxisLayout) -> Double {
    tickLength + (axis.side.isHorizontal ? gap * 0.5 : gap)
  }

  /// From the line to the farther edge of the names.
  private func nameReach(_ axis: AxisLayout) -> Double {
    guard !axis.ticks.isEmpty else { return 0 }
    return nameDistance(axis) + (axis.side.isHorizontal ? axis.tallest : axis.widest)
  }

  private func drawNames(of axis: AxisLayout, _ frame: Rect, into drawing: inout AxesDrawing) {
    let across = line(of: axis.side, frame)
    for (value, block) in axis.ticks {
      drawing.draw(
        block,
        at: axis.origin(
          of: block, at: axis.place(value, in: frame), outward: nameDistance(axis), from: across),
        hasHalo: namesHaveHalos)
    }
    guard let offset = axis.offset else { return }
    let reach = nameReach(axis)
    switch axis.side {
    case .bottom, .top:
      // At the end of the axis, beyond the names.
      let middle = frame.maxX - offset.width / 2
      drawing.draw(offset, at: axis.origin(of: offset, at: middle, outward: reach + gap * 0.3, from: across))
    case .left, .right:
      // Above the axis, clear of its highest name.
      let x = axis.side == .left ? across - reach : across + reach - offset.width
      drawing.draw(offset, at: Point(x: x, y: frame.minY - tickSize * 0.5 - gap * 0.5 - offset.descent))
    }
  }

  /// From the line of the left axis to the outer edge of its label: beyond the names, or on one line with the labels
  /// above and below it, if that is not far away.
  private func labelReach(_ label: SideLabel, beyond names: Double) -> Double {
    let own = names + gap * 1.8 + label.thickness
    // Half a pixel is kept free for lines.
    let shared = (labelReach ?? 0) - 0.5 / press.canvas.pixelsPerPoint
    return shared > own && shared < own + tickSize * 4 ? shared : own
  }

  private func drawLabel(of axis: AxisLayout, _ frame: Rect, into drawing: inout AxesDrawing) {
    let across = line(of: axis.side, frame)
    var reach = nameReach(axis)
    switch axis.side {
    case .bottom, .top:
      guard let label = axis.label else { return }
      // Beside what the names leave out, or below it.
      if let offset = axis.offset, (size.width - label.width) / 2 < offset.width + gap {
        reach += offset.height + gap * 0.3
      }
      drawing.draw(
        label, at: axis.origin(of: label, at: frame.midX, outward: reach + gap * 0.6, from: across))
    case .left:
      guard let label = sideLabel(of: axis) else { return }
      drawing.draw(label, minX: across - labelReach(label, beyond: reach), midY: frame.midY)
    case .right:
      guard let label = sideLabel(of: axis) else { return }
      drawing.draw(label, minX: across + reach + gap * 1.8, midY: frame.midY)
    }
  }
}
