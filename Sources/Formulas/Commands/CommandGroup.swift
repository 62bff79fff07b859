/// A command's name, without the backslash, and what it stands for.
struct CommandRow: Sendable {
  var name: String
  var command: Command
  /// A formula that shows it; `nil` if its name alone is one.
  var example: String?
}

/// Commands of one kind, in the order in which they are listed.
struct CommandGroup: Sendable {
  /// What the commands have in common, such as `Greek letters`.
  var title: String
  var rows: [CommandRow]

  /// Commands of any sort, all with the same kind of example, in which `\?` is the command.
  init(
    _ title: String, example: String? = nil,
    _ rows: [(name: String, command: Command)]
  ) {
    self.title = title
    self.rows = rows.map { CommandRow(name: $0.name, command: $0.command, example: example) }
  }

  /// Commands of any sort, each with an example.
  init(
    _ title: String, examples rows: [(name: String, command: Command, example: String)]
  ) {
    self.title = title
    self.rows = rows.map { CommandRow(name: $0.name, command: $0.command, example: $0.example) }
  }

  /// Commands for single characters of one class.
  init(
    _ title: String, symbols atomClass: AtomClass,
    _ symbols: [(name: String, character: Unicode.Scalar)]
  ) {
    self.title = title
    rows = symbols.map {
      CommandRow(name: $0.name, command: .symbol($0.character, atomClass), example: nil)
    }
  }
}
