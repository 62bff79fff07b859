import Diagnostics
import Drawing
import Geometry

/// A color bar beside or below a panel, as long as that side of the panel's frame.
struct ColorBarLayout: SideBox {
  private let bar: ColorBar
  private let press: Press
  /// Limit `i` lies between bands `i − 1` and `i`.
  private let names: [(limit: Int, block: TextBlock)]
  /// Beside a bar to the right, and below one at the bottom.
  private let sideLabel: SideLabel?
  private let lowerLabel: TextBlock?

  private var unit: Double { press.canvas.type.tick }
  private var thickness: Double { unit * 1.15 }
  /// To the frame, or to what the axes have below it.
  private var distance: Double { unit * (side == .right ? 1.5 : 0.9) }

  var side: SideBoxes.Side { bar.place == .right ? .right : .bottom }

  /// Measures the bar for a panel with a frame of that size.
  init(_ bar: ColorBar, along frame: Size, press: Press) {
    self.bar = bar
    self.press = press
    let length = bar.place == .right ? frame.height : frame.width
    let size = press.canvas.type.tick
    let all = bar.limits.enumerated().compactMap { index, name in
      press.typeset(name: LocatedText(name), size: size, color: press.theme.quietInk).map { (index + 1, $0) }
    }
    names = Self.named(all, on: bar, length: length, size: size)
    let label = bar.label.map {
      press.typeset($0, size: press.canvas.type.label, within: length, alignment: .center)
    }
    sideLabel = bar.place == .right ? label.map { SideLabel($0, limit: size * 2.5) } : nil
    lowerLabel = bar.place == .right ? nil : label
  }

  /// Every limit is named if there is room; else every second one, and so on, from the lowest.
  private static func named(
    _ names: [(Int, TextBlock)], on bar: ColorBar, length: Double, size: Double
  ) -> [(limit: Int, block: TextBlock)] {
    let widest = names.map(\.1.width).max() ?? 0
    let needed = bar.place == .right ? size * 1.6 : widest + size * 0.7
    let band = length / Double(bar.bandCount)
    let step = band > 0 ? max(1, Int(min((needed / band).rounded(.up), 10_000))) : 10_000
    return names.enumerated().compactMap { index, name in
      index % step == 0 ? (limit: name.0, block: name.1) : nil
    }
  }

  var depth: Double {
    switch bar.place {
    case .right:
      distance + thickness + unit * 0.45 + widestName + (sideLabel.map { unit * 0.8 + $0.thickness } ?? 0)
    case .bottom:
      distance + thickness + unit * 0.35 + tallestName
        + (lowerLabel.map { unit * 0.25 + $0.extent.height } ?? 0)
    }
  }

  private var widestName: Double { names.map(\.block.width).max() ?? 0 }
  private var tallestName: Double { names.map(\.block.height).max() ?? 0 }

  func draw(along frame: Rect, from start: Double, into list: inout DisplayList) {
    switch bar.place {
    case .right: drawUpright(along: frame, from: start, into: &list)
    case .bottom: drawLying(along: frame, from: start, into: &list)
    }
  }

  private func drawUpright(along frame: Rect, from start: Double, into list: inout DisplayList) {
    let left = press.canvas.crisp(start + distance)
    let right = press.canvas.crisp(left + thickness)
    let end = right + unit * 0.45
    func height(_ limit: Int) -> Double {
      press.canvas.crisp(frame.maxY - frame.height * Double(limit) / Double(bar.bandCount))
    }
    for band in 0..<bar.bandCount {
      fill(band, Rect(minX: left, minY: height(band + 1), maxX: right, maxY: height(band)), &list)
    }
    var ticks = Path()
    for (limit, block) in names {
      let y = height(limit)
      ticks.append(polyline: [Point(x: left, y: y), Point(x: right + unit * 0.2, y: y)])
      list.draw(block, at: Point(x: end, y: y - block.ink.midY))
    }
    list.stroke(ticks, Stroke(press.theme.ramp(bar.ramp).line, width: press.canvas.lines.thin))
    sideLabel?.draw(minX: end + widestName + unit * 0.8, midY: frame.midY, into: &list)
  }

  private func drawLying(along frame: Rect, from start: Double, into list: inout DisplayList) {
    let top = press.canvas.crisp(start + distance)
    let bottom = press.canvas.crisp(top + thickness)
    func place(_ limit: Int) -> Double {
      press.canvas.crisp(frame.minX + frame.width * Double(limit) / Double(bar.bandCount))
    }
    for band in 0..<bar.bandCount {
      fill(band, Rect(minX: place(band), minY: top, maxX: place(band + 1), maxY: bottom), &list)
    }
    var ticks = Path()
    let line = bottom + unit * 0.35
    for (limit, block) in names {
      let x = place(limit)
      ticks.append(polyline: [Point(x: x, y: top), Point(x: x, y: bottom + unit * 0.2)])
      list.draw(block, at: Point(x: x - block.width / 2, y: line + block.ascent))
    }
    list.stroke(ticks, Stroke(press.theme.ramp(bar.ramp).line, width: press.canvas.lines.thin))
    if let lowerLabel {
      let extent = lowerLabel.extent
      let y = line + tallestName + unit * 0.25 - extent.minY
      list.draw(lowerLabel, at: Point(x: frame.midX - extent.midX, y: y))
    }
  }

  private func fill(_ band: Int, _ rect: Rect, _ list: inout DisplayList) {
    list.fill(Path(rect), bar.color(of: band, in: press.theme))
  }
}
