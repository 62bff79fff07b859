import Geometry

/// A sign that was made as large as wanted, in em of the label; its origin is where the font has it.
struct StretchedSign {
  /// A glyph where a single one of the font is large enough, otherwise a shape.
  var content: Mark.Content
  /// The size of a glyph; 1 for a shape.
  var size: Double
  var ink: Rect
  var advance: Double

  /// What to paint when the sign's origin is at (`x`, `y`).
  func mark(x: Double, y: Double, _ ink: MarkInk) -> Mark {
    Mark(content: content, size: size, x: x, y: y, ink: ink)
  }
}

extension FormulaLayout {
  /// A sign at least `length` long: a larger form, or one put together, or the largest form stretched.
  mutating func stretched(
    _ sign: Unicode.Scalar, to length: Double, _ stretch: Stretch, _ setting: Setting
  ) -> StretchedSign {
    let size = size(setting)
    let target = size > 0 ? length / size : 0
    guard let base = glyph(sign) else { return foreign(sign, to: target, stretch, size) }
    let growth = growth(of: base.id, stretch)
    // Braces fit their base exactly where they can; fences may be a little larger than needed.
    if stretch == .horizontal, let assembly = growth.assembly,
      AssemblyPlan.shortest(assembly) <= target
    {
      return assembled(assembly, to: target, stretch, size)
    }
    var best = base
    var reached = stretch.extent(of: base.ink)
    for form in growth.forms where reached < target {
      best = form.glyph
      reached = stretch.extent(of: best.ink)
    }
    if reached >= target {
      return StretchedSign(
        content: .glyph(best.id, plain: sign), size: size, ink: best.ink.scaled(by: size),
        advance: best.advance * size)
    }
    if let assembly = growth.assembly { return assembled(assembly, to: target, stretch, size) }
    // A sign that the font lets grow, though not so far, is stretched; a corner keeps its size, as in TeX.
    let isGrowing = stretch == .horizontal || !growth.forms.isEmpty
    return stretched(
      math.shape(of: best.id).outline, best.ink, advance: best.advance, size,
      by: isGrowing && reached > 0 ? target / reached : 1, stretch)
  }

  /// A sign that the math font lacks, from a font that has it.
  private func foreign(
    _ sign: Unicode.Scalar, to target: Double, _ stretch: Stretch, _ size: Double
  ) -> StretchedSign {
    var outline = Path()
    var advance = 0.0
    for run in shape(String(Character(sign)), .math) {
      for (id, origin) in zip(run.ids, run.origins) {
        let place = origin - .zero + Vector(x: advance, y: 0)
        outline.append(fonts[run.font].shape(of: id).outline.translated(by: place))
      }
      advance += run.advance
    }
    let ink = outline.inkBox ?? .zero
    let reached = stretch.extent(of: ink)
    return stretched(
      outline, ink, advance: advance, size, by: reached > 0 ? max(target / reached, 1) : 1, stretch)
  }

  /// The shape of a stretched sign, for those that become one with a rule.
  func outline(of sign: StretchedSign) -> Path {
    switch sign.content {
    case .glyph(let id, _):
      math.shape(of: id).outline.transformed(by: .scale(sign.size, sign.size))
    case .shape(let path): path
    case .text: Path()
    }
  }

  /// An outline in em made `factor` times as long.
  private func stretched(
    _ outline: Path, _ ink: Rect, advance: Double, _ size: Double, by factor: Double, _ stretch: Stretch
  ) -> StretchedSign {
    let map = Transform.scale(
      stretch == .horizontal ? size * factor : size, stretch == .vertical ? size * factor : size)
    return StretchedSign(
      content: .shape(outline.transformed(by: map)), size: 1, ink: map.apply(ink), advance: advance * map.a)
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
    return StretchedSign(
      content: .shape(outline), size: 1, ink: outline.inkBox ?? .zero, advance: advance)
  }
}

extension Stretch {
  /// How long a box is in the direction of growth.
  fileprivate func extent(of box: Rect) -> Double { self == .vertical ? box.height : box.width }
}

extension Rect {
  /// The rectangle with all coordinates multiplied.
  func scaled(by factor: Double) -> Rect {
    Rect(minX: minX * factor, minY: minY * factor, maxX: maxX * factor, maxY: maxY * factor)
  }
}
