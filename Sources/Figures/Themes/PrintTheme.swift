import Drawing

extension Theme {
  /// Black ink on white paper, thin lines: survives a copier.
  ///
  /// Every color is a gray that black ink prints alone. Roles differ by steps of gray, and lines also by their
  /// dash: the four that are solid lie twice as far apart.
  package static let print = Theme(
    ground: .white,
    ink: .gray(0.05),
    quietInk: .gray(0.42),
    faintInk: .gray(0.90),
    ramps: Ramps(
      sequential: .gray([0.985, 0.80]), diverging: .gray([0.80, 0.985, 0.80]),
      cyclic: .gray([0.985, 0.80, 0.985])),
    // Equal steps of lightness from nearly black to the lightest gray with 3:1 on white.
    roleColors: RoleColors(
      data: .gray(0.662), weight: .gray(0.17), prediction: .gray(0.3105), target: .gray(0.3807),
      gradient: .gray(0.5916), loss: .gray(0.5213), probability: .gray(0.451), error: .gray(0.2402)),
    syntax: SyntaxColors(
      keyword: .gray(0.20), string: .gray(0.42), number: .gray(0.33), comment: .gray(0.50),
      definition: .gray(0.10)),
    dashes: [
      .target: .dashed, .loss: .longDashed, .gradient: .dashDotted, .error: .dotted, .muted: .dashDotDotted,
    ],
    markers: [
      .prediction: .triangle, .probability: .square, .gradient: .diamond, .weight: .dot, .target: .ring,
      .loss: .cross,
    ],
    lines: Canvas.LineWidths(hairline: 1, thin: 0.75, regular: 0.75, bold: 0.8),
    isGray: true)
}

extension RampStyle {
  /// A ramp of grays of those lightnesses.
  fileprivate static func gray(_ lightnesses: [Double]) -> RampStyle {
    RampStyle(ramp: Ramp(lightnesses.map { OKLCH($0, 0, 0) }), line: .gray(0.52), number: .gray(0.25))
  }
}
