import Drawing
import Geometry

/// Axes through the origin with arrow tips, their names beside them among the marks.
extension AxesLayout {
  var originInsets: Insets {
    let center = origin(in: Rect(minX: 0, minY: 0, maxX: size.width, maxY: size.height))
    return Insets(
      left: max(2, gap + tickLength + widestYTick - center.x),
      top: overshoot + (tipLabel.map { $0.height } ?? 0),
      right: overshoot + (xLabel.map { gap + $0.width } ?? 0),
      bottom: max(2, gap + tickLength + tallestXTick - (size.height - center.y)))
  }

  /// Where the axes cross: at zero, or at the frame's edge nearest to it.
  private func origin(in frame: Rect) -> Point {
    let x = min(max(panel.x.scale.fraction(of: 0), 0), 1)
    let y = min(max(panel.y.scale.fraction(of: 0), 0), 1)
    let width = press.canvas.lines.thin
    return Point(
      x: press.canvas.crisp(frame.minX + x * frame.width, width: width),
      y: press.canvas.crisp(frame.maxY - y * frame.height, width: width))
  }

  func drawOrigin(on placed: Panel, into list: inout DisplayList) {
    let color = press.theme.quietInk
    let width = press.canvas.lines.thin
    let cross = origin(in: placed.frame)
    for (start, end) in axisLines(in: placed.frame) {
      Arrow(from: start, to: end, width: width, headLength: tickSize * 0.6).draw(color, into: &list)
    }
    var ticks = Path()
    appendTicks(to: &ticks, on: placed, axisX: cross.x, axisY: cross.y)
    list.stroke(ticks, Stroke(color, width: width))
    for (block, place) in names(on: placed) { list.draw(block, at: place) }
    let tip = Point(x: placed.frame.maxX + overshoot, y: placed.frame.minY - overshoot)
    if let xLabel {
      list.draw(xLabel, at: Point(x: tip.x + gap, y: cross.y - xLabel.ink.midY))
    }
    if let tipLabel {
      list.draw(tipLabel, at: Point(x: cross.x - tipLabel.width / 2, y: tip.y - gap - tipLabel.descent))
    }
  }

  /// The two axes, tail first.
  private func axisLines(in frame: Rect) -> [(Point, Point)] {
    let cross = origin(in: frame)
    return [
      (Point(x: frame.minX, y: cross.y), Point(x: frame.maxX + overshoot, y: cross.y)),
      (Point(x: cross.x, y: frame.maxY), Point(x: cross.x, y: frame.minY - overshoot)),
    ]
  }

  /// The names of ticks and their places; zero, where the axes cross, is not named.
  private func names(on placed: Panel) -> [(TextBlock, Point)] {
    let cross = origin(in: placed.frame)
    let below = xTicks.filter { !isHidden($0.value) }.map { value, block in
      (
        block,
        Point(
          x: placed.place(x: value) - block.width / 2, y: cross.y + tickLength + gap - block.ink.minY)
      )
    }
    let beside = yTicks.filter { !isHidden($0.value) }.map { value, block in
      (
        block,
        Point(
          x: cross.x - tickLength - gap - block.width, y: placed.place(y: value) - block.ink.midY)
      )
    }
    return below + beside
  }
}
