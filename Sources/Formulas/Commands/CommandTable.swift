/// All commands by name and by character: open hash tables of places in one list of rows.
///
/// A dictionary of as many strings would take several times as long to build, and a cold process reads
/// one formula.
struct CommandTable: Sendable {
  /// In the order of the groups.
  let rows: [CommandRow]
  /// Places in `rows`, each plus one; 0 is an empty slot.
  private var slotsByName: [UInt16]
  private static let mask = 4095

  init(_ groups: [CommandGroup]) {
    rows = groups.flatMap(\.rows)
    slotsByName = Array(repeating: 0, count: CommandTable.mask + 1)
    for (place, row) in rows.enumerated() {
      var hash = NameHash()
      for byte in row.name.utf8 { hash.append(UInt32(byte)) }
      var slot = hash.slot
      while slotsByName[slot] != 0 { slot = (slot + 1) & CommandTable.mask }
      slotsByName[slot] = UInt16(place + 1)
    }
  }

  /// The command whose name is `name`; the first of several rows.
  func command(_ name: ArraySlice<Unicode.Scalar>, hash: NameHash) -> Command? {
    var slot = hash.slot
    while slotsByName[slot] != 0 {
      let row = rows[Int(slotsByName[slot]) - 1]
      if row.name.unicodeScalars.elementsEqual(name) { return row.command }
      slot = (slot + 1) & CommandTable.mask
    }
    return nil
  }

  /// The command whose name is `name`.
  func command(named name: String) -> Command? {
    let scalars = Array(name.unicodeScalars)
    var hash = NameHash()
    for scalar in scalars { hash.append(scalar.value) }
    return command(scalars[...], hash: hash)
  }
}

/// The hash of a command's name (Fowler, Noll and Vo, 1a), built while the name is read.
struct NameHash: Hashable, Sendable {
  private var value: UInt32 = 2_166_136_261

  mutating func append(_ scalar: UInt32) { value = (value ^ scalar) &* 16_777_619 }

  /// Where the search for the name begins, 0…4095.
  var slot: Int { Int((value ^ (value >> 12) ^ (value >> 24)) & 4095) }
}
