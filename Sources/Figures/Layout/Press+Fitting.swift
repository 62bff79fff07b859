import Diagnostics
import Drawing
import Formulas
import Geometry

extension Press {
  /// Sets a label in lines no longer than `width`; where a word or formula that cannot be broken is longer, all
  /// of it is set smaller, and what becomes too small to be read is told.
  func typeset(
    _ label: Label, size: Double, within width: Double, color: Color? = nil,
    weight: TextStyle.Weight = .regular, alignment: TextStyle.Alignment = .left
  ) -> TextBlock {
    func set(_ size: Double, width: Double? = width) -> TextBlock {
      typeset(label, size: size, color: color, weight: weight, width: width, alignment: alignment)
    }
    // What is short enough is the same at every width, and frames of several widths are tried. Text that is too
    // long for that need not be set to see it: a letter is wider than a quarter of its height.
    if Double(label.text.text.utf8.count) * size < 4 * width {
      let natural = set(size, width: nil)
      if natural.reach <= width { return natural }
    }
    var block = set(size)
    // Rounding is no overflow.
    guard block.reach > width + 0.01, width > 0 else { return block }
    // Smaller letters break elsewhere: the longest piece alone decides, so one step is nearly enough.
    var smaller = size
    for _ in 0..<3 where block.reach > width + 0.01 {
      smaller *= max(width / block.reach, 0.01) * 0.999
      block = set(smaller)
    }
    if let complaint = Diagnostic(smallType: smaller, of: "a label", at: label.location, on: canvas) {
      block.problems.append(complaint)
    }
    return block
  }

  /// The same on a page all of whose type and distances are `factor` times as large.
  func scaled(by factor: Double) -> Press {
    var press = self
    press.canvas.type.title *= factor
    press.canvas.type.formula *= factor
    press.canvas.type.label *= factor
    press.canvas.type.tick *= factor
    return press
  }
}

extension TextBlock {
  /// How far it reaches across: its advance, and the ink beyond it on both sides.
  fileprivate var reach: Double { max(width, ink.maxX) - min(ink.minX, 0) }
}
