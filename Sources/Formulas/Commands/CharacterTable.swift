/// Characters that Unicode has for a command, so that `≤` reads like `\leq`: an open hash table.
struct CharacterTable: Sendable {
  private let groups: [CommandGroup]
  /// The character in the lower half; above it the row plus one, and the group; 0 is an empty slot.
  private let slots: [UInt64]
  private static let mask = 2047

  init(_ groups: [CommandGroup]) {
    self.groups = groups
    var slots = [UInt64](repeating: 0, count: CharacterTable.mask + 1)
    func insert(_ character: Unicode.Scalar, _ group: Int, _ row: Int) {
      guard !character.isASCII else { return }
      var slot = CharacterTable.start(character)
      while slots[slot] != 0 {
        // The first of several commands for a character is the one that it stands for.
        if UInt32(truncatingIfNeeded: slots[slot]) == character.value { return }
        slot = (slot + 1) & CharacterTable.mask
      }
      slots[slot] = UInt64(group) << 48 | UInt64(row + 1) << 32 | UInt64(character.value)
    }
    for (index, group) in groups.enumerated() {
      switch group.rows {
      case .symbols(_, let rows): for row in rows.indices { insert(rows[row].character, index, row) }
      case .commands(let rows, _):
        for row in rows.indices {
          if case .largeOperator(let character, _) = rows[row].command { insert(character, index, row) }
        }
      case .examples: break
      }
    }
    self.slots = slots
  }

  subscript(character: Unicode.Scalar) -> Command? {
    switch character {
    // Not the first commands that show them.
    case "·": return .symbol("⋅", .binary)
    case "•": return .symbol("∙", .binary)
    case "−": return .symbol("−", .binary)
    case "⊥": return .symbol("⊥", .ordinary)
    case "†": return .symbol("†", .binary)
    case "‖": return .symbol("‖", .ordinary)
    case "△": return .symbol("△", .ordinary)
    default: break
    }
    var slot = CharacterTable.start(character)
    while slots[slot] != 0 {
      if UInt32(truncatingIfNeeded: slots[slot]) == character.value {
        return groups[Int(slots[slot] >> 48)].command(at: Int(slots[slot] >> 32 & 0xFFFF) - 1)
      }
      slot = (slot + 1) & CharacterTable.mask
    }
    return nil
  }

  private static func start(_ character: Unicode.Scalar) -> Int {
    Int((character.value &* 2_654_435_761) >> 16) & mask
  }
}
