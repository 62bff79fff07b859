import Formulas

extension FormulaLayout {
  /// What could not be understood, as it was written, in red code.
  mutating func problem(_ text: String, _ setting: Setting) -> Fragment {
    textFragment(text, Emphasis(isCode: true), setting.with(ink: .rgb(problemColor)))
  }
}

/// A red that has a contrast of 4.5 against white and 4.6 against black, so that it can be read on any page.
let problemColor: UInt32 = 0xE03131
