import Geometry

/// Panels beside or below one another.
extension FigureLayout {
  private var space: Double { gap * 2 }

  mutating func placePanels(
    _ figures: [EvaluatedPanel], _ arrangement: Scene.Arrangement, isLeftAligned: Bool
  ) {
    if figures.count == 1 || arrangement == .column {
      placeColumn(figures, isLeftAligned: isLeftAligned)
    } else {
      placeRow(figures)
    }
  }

  /// Panels of words take the height that they need, plots share the rest.
  private mutating func placeColumn(_ figures: [EvaluatedPanel], isLeftAligned: Bool) {
    let count = Double(max(figures.count, 1))
    let share = (room.height - space * (count - 1)) / count
    let blocks = measured(figures, in: Size(width: room.width, height: share))
    let taken = blocks.reduce(0) { $0 + ($1?.size.height ?? 0) }
    let plotCount = Double(blocks.count { $0 == nil })
    let plotHeight = max((room.height - space * (count - 1) - taken) / max(plotCount, 1), 0)
    var top = room.minY
    for (figure, block) in zip(figures, blocks) {
      // Without plots, every panel keeps its share of the page.
      let height = plotCount == 0 ? share : block?.size.height ?? plotHeight
      let slot = Rect(x: room.minX, y: top, width: room.width, height: height)
      top += height + space
      if let block { place(block, in: slot, midX: slot.midX, midY: nil) }
      guard let plot = figure.plot else { continue }
      let layout = PanelLayout.fitted(plot, into: slot, press: press.with(figure.fonts))
      let shift = isLeftAligned ? 0 : (slot.width - layout.box.width) / 2
      panels.append(layout.moved(by: Vector(x: shift, y: 0)))
    }
  }

  /// Panels of words take the width that they need, at most their share; plots have frames of one size.
  private mutating func placeRow(_ figures: [EvaluatedPanel]) {
    let count = Double(figures.count)
    let share = (room.width - space * (count - 1)) / count
    let blocks = measured(figures, in: Size(width: share, height: room.height))
    let taken = blocks.reduce(0) { $0 + ($1.map { $0.size.width + space } ?? 0) }
    let plots = figures.compactMap { figure in
      figure.plot.map { (figure: $0, press: press.with(figure.fonts)) }
    }
    var rest = room
    rest.maxX = max(room.maxX - taken, room.minX + 10)
    let layouts = PanelLayout.row(plots, in: rest, space: space)
    let midY = layouts.first?.panel.frame.midY
    // Words alone stand in the middle of the page, close to their titles.
    let tallest = blocks.reduce(0) { max($0, $1?.size.height ?? 0) }
    let height = plots.isEmpty ? min(tallest, room.height) : room.height
    var next = layouts.makeIterator()
    var left = room.minX
    var shift = 0.0
    for block in blocks {
      if let block {
        let width = plots.isEmpty ? share : block.size.width
        let slot = Rect(x: left, y: room.midY - height / 2, width: width, height: height)
        place(block, in: slot, midX: slot.midX, midY: midY)
        left += width + space
        shift += width + space
      } else if let layout = next.next() {
        panels.append(layout.moved(by: Vector(x: shift, y: 0)))
        left = layout.box.maxX + shift + space
      }
    }
  }

  private mutating func measured(_ figures: [EvaluatedPanel], in slot: Size) -> [BlockPanelLayout?] {
    let blocks = figures.map { figure -> BlockPanelLayout? in
      guard case .block(let block) = figure.content else { return nil }
      return BlockPanelLayout(block, fitting: slot, press: press.with(figure.fonts))
    }
    complaints += blocks.compactMap { $0?.complaint }
    return blocks
  }

  private mutating func place(_ block: BlockPanelLayout, in slot: Rect, midX: Double, midY: Double?) {
    texts += block.texts(in: slot, midX: midX, midY: midY)
  }
}

extension EvaluatedPanel {
  fileprivate var plot: EvaluatedPlot? {
    if case .plot(let plot) = content { plot } else { nil }
  }
}
