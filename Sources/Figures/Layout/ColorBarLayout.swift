import Diagnostics
import Drawing
import Geometry

/// A color bar beside a panel, as long as the panel's frame.
struct ColorBarLayout {
  private let bar: ColorBar
  private let press: Press
  /// Limit `i` lies between bands `i − 1` and `i`.
  private let names: [(limit: Int, block: TextBlock)]
  private let label: SideLabel?

  private var unit: Double { press.canvas.type.tick }
  private var distance: Double { unit * 1.5 }
  private var thickness: Double { unit * 1.15 }

  /// Measures the bar for a panel whose frame is `height` points high.
  init(_ bar: ColorBar, height: Double, press: Press) {
    self.bar = bar
    self.press = press
    // Every limit is named if there is room; else every second one, and so on, from the lowest.
    let room = max(1, Int(min(height / (press.canvas.type.tick * 1.6), 1000)))
    let stride = max(1, (bar.limits.count + room - 1) / room)
    let size = press.canvas.type.tick
    names = bar.limits.enumerated().compactMap { index, name in
      guard index % stride == 0 else { return nil }
      return press.typeset(name: LocatedText(name), size: size, color: press.theme.quietInk).map {
        (index + 1, $0)
      }
    }
    label = bar.label.map { label in
      let block = press.typeset(
        label, size: press.canvas.type.label, width: height, alignment: .center)
      return SideLabel(block, limit: size * 2.5)
    }
  }

  /// What the bar takes to the right of the frame.
  var width: Double {
    distance + thickness + unit * 0.45 + widestName + (label.map { unit * 0.8 + $0.thickness } ?? 0)
  }

  private var widestName: Double { names.map(\.block.width).max() ?? 0 }

  func draw(beside frame: Rect, into list: inout DisplayList) {
    let left = press.canvas.crisp(frame.maxX + distance)
    let right = press.canvas.crisp(left + thickness)
    let count = bar.bandCount
    func height(_ limit: Int) -> Double {
      press.canvas.crisp(frame.maxY - frame.height * Double(limit) / Double(max(count, 1)))
    }
    for band in 0..<count {
      let color = bar.color(of: band, in: press.theme)
      list.fill(
        Path(Rect(minX: left, minY: height(band + 1), maxX: right, maxY: height(band))), color)
    }
    var ticks = Path()
    for (limit, block) in names {
      let y = height(limit)
      ticks.append(polyline: [Point(x: left, y: y), Point(x: right + unit * 0.2, y: y)])
      list.draw(block, at: Point(x: right + unit * 0.45, y: y - block.ink.midY))
    }
    list.stroke(ticks, Stroke(press.theme.ramp(bar.ramp).line, width: press.canvas.lines.thin))
    label?.draw(
      minX: right + unit * 0.45 + widestName + unit * 0.8, midY: frame.midY, into: &list)
  }
}
