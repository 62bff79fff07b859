import Geometry

/// A sign that was made as large as wanted, in em of the label; its origin is where the font has it.
struct StretchedSign {
  var outline: Path
  var ink: Rect
  var advance: Double
  /// The glyph, where a single one of the font is large enough.
  var glyph: MathGlyph?
}

extension FormulaLayout {
  /// A sign at least `length` long: a larger form, or one put together, or the largest form stretched.
  func stretched(
    _ sign: Unicode.Scalar, to length: Double, _ stretch: Stretch, _ setting: Setting
  ) -> StretchedSign {
    let size = size(setting)
    let target = length / size
    guard let base = math.symbol(sign) else { return StretchedSign(outline: Path(), ink: .zero, advance: 0) }
    var best = base
    var bestLength = stretch == .vertical ? base.ink.height : base.ink.width
    // Braces fit their base exactly where they can; fences may be a little larger than needed.
    if stretch == .horizontal, let assembly = math.assembly(of: base.id, stretch),
      AssemblyPlan.shortest(assembly) <= target
    {
      return assembled(assembly, to: target, stretch, size)
    }
    if bestLength < target {
      for variant in math.variants(of: base.id, stretch) {
        best = math.mathGlyph(variant.glyph)
        bestLength = stretch == .vertical ? best.ink.height : best.ink.width
        if bestLength >= target { break }
      }
    }
    if bestLength >= target { return single(best, size, growth: 1, stretch, glyph: best) }
    if let assembly = math.assembly(of: base.id, stretch) {
      return assembled(assembly, to: target, stretch, size)
    }
    return single(best, size, growth: bestLength > 0 ? target / bestLength : 1, stretch, glyph: nil)
  }

  private func single(
    _ glyph: MathGlyph, _ size: Double, growth: Double, _ stretch: Stretch, glyph kept: MathGlyph?
  ) -> StretchedSign {
    let map = Transform.scale(
      stretch == .horizontal ? size * growth : size, stretch == .vertical ? size * growth : size)
    return StretchedSign(
      outline: math.shape(of: glyph.id).outline.transformed(by: map), ink: map.apply(glyph.ink),
      advance: glyph.advance * map.a, glyph: kept)
  }

  /// Parts from bottom to top or left to right as one outline, overlapping evenly.
  private func assembled(
    _ assembly: GlyphAssembly, to target: Double, _ stretch: Stretch, _ size: Double
  ) -> StretchedSign {
    let plan = AssemblyPlan(assembly, target: target)
    var outline = Path()
    var advance = 0.0
    for (part, position) in zip(plan.parts, plan.positions) {
      let shape = math.shape(of: part.glyph)
      // A part's own origin is its corner: it starts at its ink's bottom or left edge.
      let ink = shape.ink ?? .zero
      let offset =
        stretch == .vertical
        ? Vector(x: 0, y: -position - ink.maxY) : Vector(x: position - ink.minX, y: 0)
      outline.append(shape.outline.translated(by: offset).transformed(by: .scale(size, size)))
      advance = max(advance, math.advance(of: part.glyph) * size)
    }
    return StretchedSign(outline: outline, ink: outline.inkBox ?? .zero, advance: advance)
  }
}
