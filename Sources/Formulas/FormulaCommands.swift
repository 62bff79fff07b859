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
    let text = [textCharacterCommands, textAccentCommands].map { group in
      FormulaCommands(
        title: group.title,
        entries: group.rows.map { row in
          let isAccent = if case .accent = row.command { true } else { false }
          let example = isAccent ? "\\text{\\\(row.name){e}}" : "\\text{\\\(row.name){}}"
          return Entry(name: row.name, example: example)
        })
    }
    let grids = FormulaCommands(
      title: "Environments", entries: environments.map { Entry(name: $0.name, example: $0.example) })
    return commandGroups.map { FormulaCommands($0) } + text + [grids]
  }

  private init(title: String, entries: [Entry]) {
    self.title = title
    self.entries = entries
  }

  private init(_ group: CommandGroup) {
    title = group.title
    entries = group.rows.map { row in
      guard let example = row.example else { return Entry(name: row.name, example: "\\\(row.name)") }
      let parts = example.split(separator: "\\?", omittingEmptySubsequences: false)
      return Entry(name: row.name, example: parts.joined(separator: "\\\(row.name)"))
    }
  }
}
