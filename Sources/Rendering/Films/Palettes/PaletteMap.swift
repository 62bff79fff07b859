/// Finds the nearest color of a palette, and remembers what it found; one a thread.
struct PaletteMap {
  private let places: [PerceivedColor]
  /// Indices plus one.
  private var known = ColorTable()

  /// So many found colors are remembered: some megabytes.
  private static let mostKnown = 1 << 18

  init(_ palette: Palette) {
    places = palette.colors.map { PerceivedColor($0) }
    remember(palette)
  }

  /// The index of the color nearest to 0xRRGGBB.
  mutating func index(of color: UInt32) -> UInt8 {
    let found = known[color]
    if found > 0 { return UInt8(found - 1) }
    let index = nearestIndex(to: PerceivedColor(color), in: places)
    if known.count < Self.mostKnown { known[color] = index + 1 }
    return UInt8(index)
  }

  /// Colors of the palette are themselves, though two may round to one place.
  private mutating func remember(_ palette: Palette) {
    for (index, color) in palette.colors.enumerated() { known[color] = index + 1 }
  }
}
