/// Commands of one kind, in the order in which they are listed.
struct CommandGroup: Sendable {
  /// What the commands have in common, such as `Greek letters`.
  let title: String
  let rows: Rows

  /// The rows as they are written in the tables: nothing is built from them before it is asked for.
  enum Rows: Sendable {
    case symbols(AtomClass, [(name: String, character: Unicode.Scalar)])
    /// With an example for all of them, in which `\?` is the command.
    case commands([(name: String, command: Command)], example: String?)
    case examples([(name: String, command: Command, example: String)])
  }

  /// Commands of any sort, all with the same kind of example, in which `\?` is the command.
  init(_ title: String, example: String? = nil, _ rows: [(name: String, command: Command)]) {
    self.title = title
    self.rows = .commands(rows, example: example)
  }

  /// Commands of any sort, each with an example.
  init(_ title: String, examples rows: [(name: String, command: Command, example: String)]) {
    self.title = title
    self.rows = .examples(rows)
  }

  /// Commands for single characters of one class.
  init(
    _ title: String, symbols atomClass: AtomClass,
    _ symbols: [(name: String, character: Unicode.Scalar)]
  ) {
    self.title = title
    rows = .symbols(atomClass, symbols)
  }

  /// The commands' names, without backslashes.
  var names: [String] {
    switch rows {
    case .symbols(_, let rows): rows.map(\.name)
    case .commands(let rows, _): rows.map(\.name)
    case .examples(let rows): rows.map(\.name)
    }
  }

  func name(at index: Int) -> String {
    switch rows {
    case .symbols(_, let rows): rows[index].name
    case .commands(let rows, _): rows[index].name
    case .examples(let rows): rows[index].name
    }
  }

  func command(at index: Int) -> Command {
    switch rows {
    case .symbols(let atomClass, let rows): .symbol(rows[index].character, atomClass)
    case .commands(let rows, _): rows[index].command
    case .examples(let rows): rows[index].command
    }
  }

  /// A formula that shows the command.
  func example(at index: Int) -> String {
    switch rows {
    case .examples(let rows): return rows[index].example
    case .symbols, .commands(_, nil): return "\\" + name(at: index)
    case .commands(_, let pattern?):
      let parts = pattern.split(separator: "\\?", omittingEmptySubsequences: false)
      return parts.joined(separator: "\\" + name(at: index))
    }
  }
}
