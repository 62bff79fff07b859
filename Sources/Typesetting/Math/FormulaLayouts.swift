import Drawing
import Formulas
import Synchronization

/// The layouts of the styles that were met, for one choice of fonts, and the formulas that they set.
final class FormulaLayouts: Sendable {
  private struct Key: Hashable {
    var roles: [String]
    var weight: TextStyle.Weight
    var isItalic: Bool
    var hasTabularDigits: Bool

    init(_ style: TextStyle) {
      roles = style.roles.map(\.symbol)
      weight = style.weight
      isItalic = style.isItalic
      hasTabularDigits = style.hasTabularDigits
    }
  }

  /// A formula's box depends on nothing else: it is measured in em and colored when painted.
  private struct BoxKey: Hashable {
    var formula: Formula
    /// Its words, which equal formulas may spell by other characters.
    var words: ExactText
    var style: Key
  }

  /// What sets the words of labels in the same fonts.
  let shaper: TextShaper
  private let known = Mutex<[Key: FormulaLayout]>([:])
  private let boxes = Mutex(Memory<BoxKey, Box>())
  /// Scenes have a handful of styles.
  private static let mostRemembered = 256

  init(shaper: TextShaper) { self.shaper = shaper }

  /// The layout of formulas in labels of a style.
  subscript(style: TextStyle) -> FormulaLayout {
    let key = Key(style)
    if var layout = known.withLock({ $0[key] }) {
      layout.lookups = layout.math.mathLookups
      return layout
    }
    let layout = FormulaLayout(shaper: shaper, style: style)
    known.withLock { known in
      if known.count >= FormulaLayouts.mostRemembered { known.removeAll() }
      known[key] = layout
    }
    return layout
  }

  /// A formula in a style; one that was set before is only looked up.
  func box(_ formula: Formula, _ style: TextStyle) -> Box {
    let key = BoxKey(formula: formula, words: ExactText(formula.plainText), style: Key(style))
    if let known = boxes.withLock({ $0[key] }) { return known }
    var layout = self[style]
    let box = layout.box(formula)
    boxes.withLock { $0.remember(box, for: key, size: box.marks.count) }
    return box
  }
}
