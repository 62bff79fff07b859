import Diagnostics
import Drawing
import Formulas
import Geometry
import Typesetting

/// One typesetter for all tests; `nil` if the fonts are missing, which the first test reports.
let typesetter = try? FontTypesetter(environmentFolder: nil)

/// A label of 100 points unless said otherwise, so that widths read like hundredths of an em.
func set(
  _ source: String, size: Double = 100, width: Double? = nil, alignment: TextStyle.Alignment = .left,
  roles: [TextStyle.Role] = [], math: String = "pagella"
) throws -> TextBlock {
  var style = TextStyle(size: size, color: .black, alignment: alignment, width: width, roles: roles)
  style.fonts.math = math
  guard let typesetter else { throw Diagnostic("the fonts are missing") }
  return typesetter.typeset(try Label(parsing: LocatedText(source)), in: style)
}

extension TextBlock {
  var runs: [(run: GlyphRun, at: Point)] {
    items.compactMap { item in
      if case .glyphs(let run, let at) = item { return (run, at) }
      return nil
    }
  }

  var paths: [(path: Path, fill: Color?)] {
    items.compactMap { item in
      if case .path(let path, let fill, _) = item { return (path, fill) }
      return nil
    }
  }

  /// All glyphs with their places, sizes and colors.
  var glyphs: [(glyph: Glyph, at: Point, size: Double, color: Color)] {
    runs.flatMap { run, at in
      run.glyphs.map { ($0, at + ($0.origin - .zero), run.size, run.color) }
    }
  }
}
