import Drawing
import Geometry

/// Axes at the left and bottom edges, their names outside.
extension AxesLayout {
  var edgeInsets: Insets {
    var insets = Insets()
    if !yTicks.isEmpty { insets.left = tickLength + gap + widestYTick }
    if let yLabel { insets.left += gap * 1.8 + yLabel.thickness }
    if !xTicks.isEmpty { insets.bottom = tickLength + gap * 0.5 + tallestXTick }
    if let xLabel { insets.bottom += gap * 0.6 + xLabel.height }
    insets.top = yTicks.isEmpty ? 2 : tickSize * 0.5
    // Half of the outermost names may stand beyond the frame's corners.
    for (value, block) in xTicks {
      let center = panel.x.scale.fraction(of: value) * size.width
      insets.left = max(insets.left, block.width / 2 - center)
      insets.right = max(insets.right, center + block.width / 2 - size.width)
    }
    insets.right = max(insets.right, 2)
    return insets
  }

  func drawEdge(on placed: Panel, into list: inout DisplayList) {
    let frame = placed.frame
    let width = press.canvas.lines.thin
    let (left, bottom) = (
      press.canvas.crisp(frame.minX, width: width), press.canvas.crisp(frame.maxY, width: width)
    )
    var lines = Path()
    if !yTicks.isEmpty {
      lines.append(polyline: [Point(x: left, y: frame.minY), Point(x: left, y: bottom + width / 2)])
    }
    if !xTicks.isEmpty {
      lines.append(polyline: [Point(x: left - width / 2, y: bottom), Point(x: frame.maxX, y: bottom)])
    }
    appendTicks(to: &lines, on: placed, axisX: left, axisY: bottom)
    list.stroke(lines, Stroke(press.theme.quietInk, width: width))
    for (value, block) in xTicks {
      let x = placed.place(x: value) - block.width / 2
      list.draw(block, at: Point(x: x, y: bottom + tickLength + gap * 0.5 + block.ascent))
    }
    for (value, block) in yTicks {
      let y = placed.place(y: value) - block.ink.midY
      list.draw(block, at: Point(x: left - tickLength - gap - block.width, y: y))
    }
    if let xLabel {
      let y = bottom + tickLength + gap * 1.1 + tallestXTick + xLabel.ascent
      list.draw(xLabel, at: Point(x: frame.midX - xLabel.width / 2, y: y))
    }
    if let yLabel {
      let x = left - tickLength - gap - widestYTick - gap * 1.8 - yLabel.thickness
      yLabel.draw(minX: x, midY: frame.midY, into: &list)
    }
  }
}
