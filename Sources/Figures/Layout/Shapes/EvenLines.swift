import Drawing
import Formulas

extension Press {
  /// Sets a label in as few centered lines as the width allows, and these about equally long.
  func typesetEvenly(_ label: Label, size: Double, color: Color, width: Double) -> TextBlock {
    func block(_ width: Double?) -> TextBlock {
      typeset(label, size: size, color: color, width: width, alignment: .center)
    }
    var best = block(width)
    // One line is as even as it gets.
    guard best.height > block(nil).height + 1e-6 else { return best }
    var (tooNarrow, enough) = (width / 3, width)
    for _ in 0..<6 {
      let middle = (tooNarrow + enough) / 2
      let narrower = block(middle)
      if narrower.height <= best.height + 1e-6, narrower.width <= middle {
        (enough, best) = (middle, narrower)
      } else {
        tooNarrow = middle
      }
    }
    return best
  }
}
