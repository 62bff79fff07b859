/// Characters that Unicode has for a command, so that `≤` reads like `\leq`.
struct CharacterTable: Sendable {
  private var slots: [Slot]
  private static let mask: UInt32 = 2047

  private struct Slot: Sendable {
    /// 0 for an empty slot.
    var character: UInt32 = 0
    var command = Command.space(0)
  }

  init(_ groups: [CommandGroup]) {
    slots = Array(repeating: Slot(), count: Int(CharacterTable.mask) + 1)
    // Where several commands show one character, these are meant by the character itself.
    for (character, command) in CharacterTable.preferred { insert(character, command) }
    for group in groups {
      for row in group.rows {
        switch row.command {
        case .symbol(let character, _) where !character.isASCII: insert(character, row.command)
        case .largeOperator(let character, _): insert(character, row.command)
        default: break
        }
      }
    }
  }

  subscript(character: Unicode.Scalar) -> Command? {
    var index = CharacterTable.start(character)
    while slots[index].character != 0 {
      if slots[index].character == character.value { return slots[index].command }
      index = (index + 1) & Int(CharacterTable.mask)
    }
    return nil
  }

  private mutating func insert(_ character: Unicode.Scalar, _ command: Command) {
    var index = CharacterTable.start(character)
    while slots[index].character != 0 {
      if slots[index].character == character.value { return }
      index = (index + 1) & Int(CharacterTable.mask)
    }
    slots[index] = Slot(character: character.value, command: command)
  }

  private static func start(_ character: Unicode.Scalar) -> Int {
    Int((character.value &* 2_654_435_761) >> 16 & mask)
  }

  private static var preferred: [(Unicode.Scalar, Command)] {
    [
      ("·", .symbol("⋅", .binary)),
      ("•", .symbol("∙", .binary)),
      ("∙", .symbol("∙", .binary)),
      ("−", .symbol("−", .binary)),
      ("∗", .symbol("∗", .binary)),
      ("⊥", .symbol("⊥", .ordinary)),
      ("†", .symbol("†", .binary)),
      ("‖", .symbol("‖", .ordinary)),
      ("△", .symbol("△", .ordinary)),
      ("∶", .symbol("∶", .relation)),
    ]
  }
}
