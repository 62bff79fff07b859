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

extension TextBlock {
  /// That it needs more room than another block has, by more than digits differ in width.
  func complaint(insteadOf old: TextBlock) -> Diagnostic? {
    let slack = old.ascent * 0.6
    guard extent.width > old.extent.width + slack || extent.height > old.extent.height + slack else {
      return nil
    }
    return Diagnostic(
      "'\(shortened(source, to: 40))' is larger than the room that the film keeps for it", at: location,
      help: "name a moment at which it is largest, as in film: {measure: [0, 0.5, 1]}", severity: .warning)
  }
}

extension FigureLayout.Text {
  /// Sets other words where these stand, if there are some for their place in the scene; returns what is too large.
  mutating func replace(by words: [SourceLocation: Label], _ press: Press) -> [Diagnostic] {
    press.typeset(words, insteadOf: block).map { replace(by: $0) } ?? []
  }

  /// Sets another block in the place of this one; returns what is too large.
  ///
  /// Words that differ in a few digits begin where they began, so that the others do not tremble; quite other ones
  /// stand in the middle.
  mutating func replace(by new: TextBlock) -> [Diagnostic] {
    let old = block
    let isCentered = if case .words(let style) = old.setting { style.alignment == .center } else { false }
    if isCentered, abs(old.width - new.width) > max(old.width, new.width) * 0.15 {
      origin.x += (old.width - new.width) / 2
    }
    block = new
    return [new.complaint(insteadOf: old)].compactMap(\.self)
  }
}

extension FigureLayout {
  /// Sets other words, and listings, where those from the same places of the scene stand; returns what is too large.
  mutating func replaceWords(by words: [SourceLocation: Label], _ listings: [Listing]) -> [Diagnostic] {
    guard !words.isEmpty || !listings.isEmpty else { return [] }
    var complaints: [Diagnostic] = []
    for index in texts.indices {
      complaints += texts[index].replace(by: words, press)
      let listing = listings.first { $0.location != nil && $0.location == texts[index].block.location }
      if let block = listing.flatMap({ press.typeset($0, like: texts[index].block) }) {
        complaints += texts[index].replace(by: block)
      }
    }
    for index in panels.indices { complaints += panels[index].replaceWords(by: words) }
    return complaints
  }
}
