import Drawing

extension Theme {
  /// On white, for slides in lit rooms, course pages and print.
  package static let light = Theme(
    ground: .white,
    ink: Color(rgb: 0x1B1D22),
    quietInk: Color(rgb: 0x5A6070),
    faintInk: Color(rgb: 0xE3E5EA),
    ramps: Ramps(
      sequential: RampStyle(
        ramp: Ramp([OKLCH(0.985, 0.0095, 340), OKLCH(0.80, 0.085, 308)]),
        line: OKLCH(0.62, 0.09, 312).color, number: OKLCH(0.415, 0.12, 312).color),
      // Blue below, orange above, equally far from white.
      diverging: RampStyle(
        ramp: Ramp([
          OKLCH(0.80, 0.095, 252), OKLCH(0.90, 0.046, 252), OKLCH(0.985, 0, 252), OKLCH(0.985, 0, 55),
          OKLCH(0.90, 0.046, 55), OKLCH(0.80, 0.095, 55),
        ]),
        line: OKLCH(0.60, 0.02, 260).color, number: OKLCH(0.40, 0.03, 260).color),
      cyclic: RampStyle(
        ramp: Ramp([
          OKLCH(0.97, 0, 195), OKLCH(0.80, 0.10, 315), OKLCH(0.97, 0, 435),
        ]),
        line: OKLCH(0.60, 0.02, 300).color, number: OKLCH(0.40, 0.03, 300).color)),
    // Found by a search for the largest smallest distance in four kinds of sight, at ≥ 3:1 on white.
    roleColors: RoleColors(
      data: Color(rgb: 0x2A575D), weight: Color(rgb: 0x304DCB), prediction: Color(rgb: 0xCA8704),
      target: Color(rgb: 0x1A9E79), gradient: Color(rgb: 0xC95A37), loss: Color(rgb: 0x984497),
      probability: Color(rgb: 0x462986), error: Color(rgb: 0xA9180B)),
    // Of little chroma, and as far from the roles in four kinds of sight as that allows.
    syntax: SyntaxColors(
      keyword: Color(rgb: 0x4E5F79), string: Color(rgb: 0x4B5435), number: Color(rgb: 0x635737),
      comment: Color(rgb: 0x5E636C), definition: Color(rgb: 0x704B36)))
}
