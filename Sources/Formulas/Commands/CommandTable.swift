/// All commands by name: an open hash table of places in the groups.
///
/// A dictionary of as many strings would take several times as long to build, and a cold process reads
/// one formula.
struct CommandTable: Sendable {
  let groups: [CommandGroup]
  /// The group in the upper half, the row plus one in the lower; 0 is an empty slot.
  private let slots: [UInt32]
  private static let mask = 4095

  init(_ groups: [CommandGroup]) {
    self.groups = groups
    var slots = [UInt32](repeating: 0, count: CommandTable.mask + 1)
    func insert(_ name: String, _ group: Int, _ row: Int) {
      var hash = NameHash()
      for byte in name.utf8 { hash.append(UInt32(byte)) }
      var slot = hash.slot
      while slots[slot] != 0 { slot = (slot + 1) & CommandTable.mask }
      slots[slot] = UInt32(group << 16 | (row + 1))
    }
    for (index, group) in groups.enumerated() {
      switch group.rows {
      case .symbols(_, let rows): for row in rows.indices { insert(rows[row].name, index, row) }
      case .commands(let rows, _): for row in rows.indices { insert(rows[row].name, index, row) }
      case .examples(let rows): for row in rows.indices { insert(rows[row].name, index, row) }
      }
    }
    self.slots = slots
  }

  /// The command whose name is `name`; the first of several rows.
  func command(_ name: ArraySlice<Unicode.Scalar>, hash: NameHash) -> Command? {
    var slot = hash.slot
    while slots[slot] != 0 {
      let (group, row) = (Int(slots[slot] >> 16), Int(slots[slot] & 0xFFFF) - 1)
      if groups[group].name(at: row).unicodeScalars.elementsEqual(name) {
        return groups[group].command(at: row)
      }
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

  /// The names in the order of the groups.
  var names: [String] { groups.flatMap(\.names) }
}

/// The hash of a command's name (Fowler, Noll and Vo, 1a), built while the name is read.
struct NameHash: Hashable, Sendable {
  private var value: UInt32 = 2_166_136_261

  mutating func append(_ scalar: UInt32) { value = (value ^ scalar) &* 16_777_619 }

  /// Where the search for the name begins, 0…4095.
  var slot: Int { Int((value ^ (value >> 12) ^ (value >> 24)) & 4095) }
}
