package import Diagnostics
package import Drawing
package import Formulas
import Synchronization

/// Sets labels in the fonts that their style chooses; unless it says otherwise, text in Inter, formulas in
/// TeX Gyre Pagella Math and code in JetBrains Mono.
///
/// Fonts are files, found in the environment's folder or where their Debian packages put them, and opened
/// when they are first used. Safe to use from several threads.
package final class FontTypesetter: Typesetter {
  /// A block without the places of its problems, which differ between labels of the same words.
  private struct KnownBlock {
    var block: TextBlock
    var missing: [Unicode.Scalar]
  }

  private let fonts: FontSet
  private let standardLayouts: FormulaLayouts
  private let otherLayouts = Mutex<[FontChoice: FormulaLayouts]>([:])
  private let blocks = Mutex(Memory<BlockKey, KnownBlock>())

  /// Checks that the standard fonts are there; `environmentFolder` is searched before the system's folders,
  /// and alone if `usesSystemFonts` is false.
  package init(environmentFolder: String?, usesSystemFonts: Bool = true) throws(Diagnostic) {
    let folders = FontFolders(environmentFolder: environmentFolder, usesSystemFonts: usesSystemFonts)
    for role in FontChoice.Role.allCases { try folders.check(.standard(for: role)) }
    fonts = FontSet(folders: folders)
    standardLayouts = FormulaLayouts(shaper: TextShaper(faces: ChosenFonts(.standard, in: fonts)))
  }

  package func check(_ font: String, for role: FontChoice.Role, at location: SourceLocation?)
    throws(Diagnostic)
  {
    try FontChoice.check(font, for: role, in: fonts, at: location)
  }

  /// Whether a character was looked for among the system's fonts, which takes some milliseconds.
  package var hasAskedSystem: Bool { fonts.systemFonts.isLoaded }

  /// Sets a label; one that was set before in the same style is only looked up.
  package func typeset(_ label: Label, in style: TextStyle) -> TextBlock {
    let key = BlockKey(label: label, style: style)
    let known = blocks.withLock { $0[key] } ?? compose(key)
    var block = known.block
    block.location = label.location
    if !known.missing.isEmpty { block.problems = missingCharacters(known.missing, in: label.text) }
    return block
  }

  private func compose(_ key: BlockKey) -> KnownBlock {
    var composer = BlockComposer(key.style, layouts(key.style.fonts))
    let (block, missing) = composer.compose(key.label)
    let known = KnownBlock(block: block, missing: missing)
    blocks.withLock { $0.remember(known, for: key, size: key.label.source.utf8.count) }
    return known
  }

  /// What turns formulas, and through its shaper words, into glyphs of the chosen fonts.
  func layouts(_ choice: FontChoice) -> FormulaLayouts {
    if choice == .standard { return standardLayouts }
    return otherLayouts.withLock { known in
      if let layouts = known[choice] { return layouts }
      let layouts = FormulaLayouts(shaper: TextShaper(faces: ChosenFonts(choice, in: fonts)))
      known[choice] = layouts
      return layouts
    }
  }
}

/// What a block depends on: how a label is read and set, not where it stands.
private struct BlockKey: Hashable {
  let label: Label
  let style: TextStyle
  private let source: ExactText

  init(label: Label, style: TextStyle) {
    self.label = label
    self.style = style
    source = ExactText(label.source)
  }

  static func == (a: BlockKey, b: BlockKey) -> Bool {
    a.source == b.source && a.style == b.style && a.label.lines == b.label.lines
  }

  /// Labels of the same source differ rarely, when macros or a lenient reading are in play.
  func hash(into hasher: inout Hasher) {
    hasher.combine(source)
    hasher.combine(style)
  }
}
