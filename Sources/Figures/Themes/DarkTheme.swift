import Drawing

extension Theme {
  /// On near-black, for dark rooms and dark pages.
  package static let dark = Theme(
    ground: Color(rgb: 0x14161B),
    ink: Color(rgb: 0xECEEF2),
    quietInk: Color(rgb: 0xA3A9B6),
    faintInk: Color(rgb: 0x2B2F38),
    ramps: Ramps(
      sequential: RampStyle(
        ramp: Ramp([OKLCH(0.22, 0.03, 300), OKLCH(0.45, 0.11, 325)]),
        line: OKLCH(0.58, 0.10, 318).color, number: OKLCH(0.845, 0.07, 318).color),
      // Blue below, orange above, equally far from the ground.
      diverging: RampStyle(
        ramp: Ramp([
          OKLCH(0.45, 0.105, 252), OKLCH(0.335, 0.053, 252), OKLCH(0.225, 0, 252), OKLCH(0.225, 0, 55),
          OKLCH(0.335, 0.053, 55), OKLCH(0.45, 0.105, 55),
        ]),
        line: OKLCH(0.60, 0.02, 260).color, number: OKLCH(0.86, 0.02, 260).color),
      cyclic: RampStyle(
        ramp: Ramp([
          OKLCH(0.225, 0, 195), OKLCH(0.45, 0.12, 315), OKLCH(0.225, 0, 435),
        ]),
        line: OKLCH(0.60, 0.02, 300).color, number: OKLCH(0.86, 0.02, 300).color)),
    // Found by a search for the largest smallest distance in four kinds of sight, at ≥ 3:1 on the ground.
    roleColors: RoleColors(
      data: Color(rgb: 0xABE4E8), weight: Color(rgb: 0x5379FD), prediction: Color(rgb: 0xFCDD54),
      target: Color(rgb: 0x1EC698), gradient: Color(rgb: 0xFD8A20), loss: Color(rgb: 0xAF6AA8),
      probability: Color(rgb: 0xC0A4FD), error: Color(rgb: 0xD2291A)),
    // Of little chroma, and as far from the roles in four kinds of sight as that allows.
    syntax: SyntaxColors(
      keyword: Color(rgb: 0x8FA0BE), string: Color(rgb: 0x7D9B82), number: Color(rgb: 0xB7966C),
      comment: Color(rgb: 0x9398A1), definition: Color(rgb: 0x9BBCD5)))
}
