import Formulas
import Geometry

extension FormulaLayout {
  /// Makes the glyphs of a fragment bolder where they stand, as TeX's \pmb does: it takes as much room as before.
  mutating func embolden(_ fragment: Fragment) {
    for index in fragment.marks {
      guard case .glyph(let id, let plain) = marks[index].content else { continue }
      marks[index].content = .shape(math.shape(of: id).outline.emboldened, plain: plain)
    }
  }
}

extension Path {
  /// The outline of a glyph, in em, drawn several times a bit apart; one path, so that nothing is painted twice.
  fileprivate var emboldened: Path {
    var result = self
    for (x, y) in [(-1.0, -1.0), (1.0, -1.0), (1.0, 1.0), (-1.0, 1.0)] {
      result.append(translated(by: Vector(x: x * boldOffset, y: y * boldOffset)))
    }
    return result
  }
}

/// TeX's copies are 0.025 em apart.
private let boldOffset = 0.0125
