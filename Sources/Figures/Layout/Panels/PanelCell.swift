import Diagnostics
import Drawing
import Formulas
import Geometry

/// One place of a group of panels with what stands there.
struct PanelCell {
  /// Indirect, because cells are copied far more often than they are measured.
  private indirect enum Content {
    case plot(EvaluatedPlot, PanelLayout?, SourceLocation)
    case block(EvaluatedBlock, BlockPanelLayout?)
    case group(PanelGroup)
    case empty
  }

  /// Relative to the others of the row; `nil` if the scene does not say.
  let width: Double?
  private var content: Content
  private let press: Press
  private let letter: PanelLetter?
  /// What it needs around its frame, titles not counted.
  private(set) var insets = Insets()
  /// What its title, or its letter, takes above that.
  private(set) var headHeight = 0.0
  private var slot = Size.zero
  /// What the plot needs in the first slots for which it was measured.
  private var earlier: [(slot: Size, layout: PanelLayout)] = []
  private var mostTypeSize: Double?

  init(
    _ cell: Arrangement<Label>.Cell, of panels: [EvaluatedPanel], letters: PanelLetters?, press: Press
  ) {
    width = cell.width
    switch cell.content {
    case .panel(let index) where panels.indices.contains(index):
      let panel = panels[index]
      self.press = press.with(panel.fonts)
      letter = letters.map { PanelLetter($0.label(of: index), press: press) }
      switch panel.content {
      case .plot(let plot): content = .plot(plot, nil, panel.location)
      case .block(let block):
        content = .block(block, nil)
        wish.width = BlockPanelLayout.wish(of: block, press: self.press).width
      }
    case .group(let group):
      (self.press, letter) = (press, nil)
      content = .group(PanelGroup(group, of: panels, letters: letters, press: press))
    default:
      (self.press, letter, content) = (press, nil, .empty)
    }
  }

  /// Whether its head is that of a title.
  var hasTitle: Bool {
    switch content {
    case .plot(let plot, _, _): plot.title != nil
    case .block(let block, _): block.title != nil
    case .group(let group): group.hasTitles
    case .empty: false
    }
  }

  var isBlock: Bool { if case .block = content { true } else { false } }

  /// How large words, a formula or code would be at their largest: in a row, and below others of its width.
  private(set) var wish = (width: 1.0, height: 1.0)

  /// What words, a formula or code take of their share.
  var natural: Size { if case .block(_, let layout?) = content { layout.size } else { .zero } }

  /// Measures what stands here for a frame of that size; returns whether anything has changed.
  mutating func measure(in slot: Size, isGrowing: Bool) -> Bool {
    let old = (insets, headHeight, self.slot)
    self.slot = slot
    var needed = Insets()
    var hasChanged = false
    var head = letter?.height ?? 0
    switch content {
    case .plot(let plot, let known, let location):
      let isMeasured = known != nil && old.2 == slot
      let layout = if isMeasured, let known { known } else { remembered(plot, in: slot) }
      needed = layout.insets
      head = max(head, layout.headHeight)
      if !isMeasured { content = .plot(plot, layout, location) }
    case .block(let block, let known):
      let before = known?.size
      if known == nil || old.2.width != slot.width {
        wish.height = BlockPanelLayout.wish(of: block, width: slot.width, press: press).height
      }
      let layout =
        if let known, old.2 == slot { known } else { BlockPanelLayout(block, in: slot, press: press) }
      needed.top = layout.topGap
      head = max(head, layout.headHeight)
      content = .block(block, layout)
      hasChanged = before != layout.size
    case .group(var group):
      hasChanged = group.measure(in: slot, isGrowing: isGrowing)
      needed = group.insets
      head = group.headHeight
      content = .group(group)
    case .empty: break
    }
    insets = isGrowing ? old.0.union(needed) : needed
    headHeight = isGrowing ? max(old.1, head) : head
    return hasChanged || insets != old.0 || headHeight != old.1 || old.2 != slot
  }

  /// The plot measured for a slot; trying where the words of the page stand asks for the same ones again.
  private mutating func remembered(_ plot: EvaluatedPlot, in slot: Size) -> PanelLayout {
    if let known = earlier.first(where: { $0.slot == slot }) { return known.layout }
    let layout = measured(plot, in: slot)
    if earlier.count < 4 { earlier.append((slot, layout)) }
    return layout
  }

  private func measured(_ plot: EvaluatedPlot, in slot: Size) -> PanelLayout {
    PanelLayout(plot, in: slot, letter: letter, press: press)
  }

  /// The size of type that suits a formula, words or code here; `nil` for other contents.
  func naturalTypeSize(of kind: EvaluatedBlock.Kind) -> Double? {
    guard case .block(let block, let layout?) = content, block.content.kind == kind, block.size == nil
    else { return nil }
    return layout.naturalTypeSize
  }

  /// Sets them no larger than that.
  mutating func limitType(of kind: EvaluatedBlock.Kind, to size: Double) {
    guard case .block(let block, var layout?) = content, block.content.kind == kind, block.size == nil
    else { return }
    layout.limitType(to: size)
    content = .block(block, layout)
  }

  /// How much of its frame it fills: equal units may leave a part free.
  func used(of size: Size) -> Size {
    switch content {
    case .plot(let plot, let layout?, _) where plot.hasEqualUnits: layout.panel.frame.size
    case .group(let group): group.used(of: size)
    case .empty: .zero
    case .plot, .block: size
    }
  }

  /// Places it: its frame at the bottom of `frame`, title and letter where the row has them.
  func place(in frame: Rect, head: HeadPlace, into layout: inout FigureLayout) {
    switch content {
    case .plot(let plot, let known?, let location):
      let isMeasured = slot == frame.size
      let panel = isMeasured ? known : measured(plot, in: frame.size)
      let size = panel.panel.frame.size
      let placed = panel.placed(minX: frame.midX - size.width / 2, maxY: frame.maxY, head: head)
      layout.place(placed, at: location)
    case .block(_, let block?):
      layout.texts += block.texts(in: frame, rise: head.rise)
      if let letter {
        layout.texts.append(
          letter.text(above: frame.minY - head.rise, minX: head.letterX, besideTitles: head.hasTitles))
      }
      layout.blockLegibility = min(layout.blockLegibility, block.legibility)
      layout.complaints += [block.complaint].compactMap(\.self)
    case .group(let group):
      let used = group.used(of: frame.size)
      let box = Rect(
        x: frame.midX - used.width / 2, y: frame.maxY - used.height, width: used.width, height: used.height)
      group.place(in: box, rise: head.rise, into: &layout)
    case .plot, .block, .empty: break
    }
  }
}
