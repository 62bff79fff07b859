import Diagnostics
import Drawing
import Formulas
import Geometry

/// Other words in the places of some, as in the frames of a film.
extension Press {
  /// The words from the place in the scene of those in a block, set as these are; `nil` if there are none.
  func typeset(_ words: [SourceLocation: Label], insteadOf old: TextBlock) -> TextBlock? {
    guard let label = old.location.flatMap({ words[$0] }) else { return nil }
    return typeset(label, like: old)
  }
}

/// Words that reach further than those in whose place they stand.
struct GrownText {
  let block: TextBlock
  /// What both take of the page.
  let old: Rect
  let new: Rect
  /// Over which panel they stand, if over one.
  var panel: Int?

  var complaint: Diagnostic { block.hasNoRoom }

  /// Whether they are set in more lines, or in higher ones.
  fileprivate var isHigher: Bool { new.height > old.height + block.ascent * TextBlock.slack }
}

extension TextBlock {
  /// What words may differ in size, of their height, without being told.
  fileprivate static let slack = 0.6

  /// That it needs more room across than another block has, and along as well if that room `isBounded`.
  func complaint(insteadOf old: TextBlock, isBounded: Bool = true) -> Diagnostic? {
    let slack = old.ascent * Self.slack
    let isWider = isBounded && extent.width > old.extent.width + slack
    return isWider || extent.height > old.extent.height + slack ? hasNoRoom : nil
  }

  fileprivate var hasNoRoom: Diagnostic {
    Diagnostic(
      "'\(shortened(source, to: 40))' is larger than the room that the film keeps for it", at: location,
      help: "name a moment at which it is largest, as in film: {measure: [0, 0.5, 1]}", severity: .warning)
  }
}

extension FigureLayout.Text {
  /// Sets other words where these stand, if there are some for their place in the scene; returns those that reach
  /// further.
  mutating func replace(by words: [SourceLocation: Label], _ press: Press) -> GrownText? {
    press.typeset(words, insteadOf: block).flatMap { replace(by: $0) }
  }

  /// Sets another block in the place of this one; returns it if it reaches further.
  ///
  /// Words that differ in a few digits begin where they began, so that the others do not tremble; quite other ones
  /// stand in the middle.
  mutating func replace(by new: TextBlock) -> GrownText? {
    let old = self
    let isCentered = if case .words(let style) = block.setting { style.alignment == .center } else { false }
    if isCentered, abs(block.width - new.width) > max(block.width, new.width) * 0.15 {
      origin.x += (block.width - new.width) / 2
    }
    block = new
    let room = old.box.outset(by: old.block.ascent * TextBlock.slack)
    return room.contains(box) ? nil : GrownText(block: new, old: old.box, new: box)
  }
}

extension FigureLayout {
  /// Sets other words, and listings, where those from the same places of the scene stand; returns what has no room.
  mutating func replaceWords(by words: [SourceLocation: Label], _ listings: [Listing]) -> [Diagnostic] {
    guard !words.isEmpty || !listings.isEmpty else { return [] }
    var grown: [GrownText] = []
    var complaints: [Diagnostic] = []
    for index in texts.indices {
      if let text = texts[index].replace(by: words, press) { grown.append(text) }
      let listing = listings.first { $0.location != nil && $0.location == texts[index].block.location }
      if let block = listing.flatMap({ press.typeset($0, like: texts[index].block) }),
        let text = texts[index].replace(by: block)
      {
        grown.append(text)
      }
    }
    for index in panels.indices {
      for var text in panels[index].replaceWords(by: words, &complaints) {
        text.panel = index
        grown.append(text)
      }
    }
    return complaints + grown.filter { !hasRoom(for: $0) }.map(\.complaint)
  }

  /// Whether words that reach further stand in as many lines, on the page, and over nothing that was free of them.
  private func hasRoom(for text: GrownText) -> Bool {
    let size = press.canvas.size
    let page = Rect(minX: 0, minY: 0, maxX: size.width, maxY: size.height).inset(by: press.canvas.margin / 2)
    guard !text.isHigher, page.contains(text.new) else { return false }
    let boxes = texts.map(\.box) + legends.map(\.box) + panels.flatMap(\.headBoxes)
    let others = panels.indices.filter { $0 != text.panel }.map { panels[$0].box }
    return !(boxes.filter { $0 != text.new } + others).contains { box in
      box.intersects(text.new) && !box.intersects(text.old)
    }
  }
}
