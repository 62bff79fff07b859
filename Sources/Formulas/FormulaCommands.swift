/// The commands that formulas understand, for lists, specimens and tests.
package struct FormulaCommands: Hashable, Sendable {
  /// One command or environment.
  package struct Entry: Hashable, Sendable {
    /// Without its backslash.
    package var name: String
    /// A formula that shows it.
    package var example: String
  }

  /// What the commands have in common, such as `Greek letters`.
  package var title: String
  package var entries: [Entry]

  /// All commands by group, in the order of the tables; commands of text and environments come last.
  package static var groups: [FormulaCommands] {
    let letters = FormulaCommands(
      title: "Letters of machine learning",
      entries: letterFamilies.flatMap { family in
        (UInt8(0)..<26).map { offset in
          let name = family.prefix + String(Unicode.Scalar((family.isCapital ? 65 : 97) + offset))
          return Entry(name: name, example: "\\" + name)
        }
      })
    let characters = FormulaCommands(
      title: textCharacterCommands.title,
      entries: textCharacterCommands.names.map {
        Entry(name: $0, example: "\\text{\\\($0){}}")
      })
    let grids = FormulaCommands(
      title: "Environments", entries: environments.map { Entry(name: $0.name, example: $0.example) })
    return commandGroups.map { FormulaCommands($0) } + [
      letters, characters, FormulaCommands(textAccentCommands), FormulaCommands(textFormulaCommands),
      grids,
    ]
  }

  private init(title: String, entries: [Entry]) {
    self.title = title
    self.entries = entries
  }

  private init(_ group: CommandGroup) {
    title = group.title
    entries = group.names.enumerated().map { Entry(name: $1, example: group.example(at: $0)) }
  }
}
