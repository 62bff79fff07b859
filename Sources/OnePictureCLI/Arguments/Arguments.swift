import Diagnostics

/// A command line, taken apart by what its command understands.
///
/// Options and operands may come in any order; `--name=value`, `--name value`, `-n value`, `-nvalue` and
/// `-vq` are understood, `--` ends the options, and `-` and `-1` are operands. Of a repeated option the last
/// value counts, unless its command asks for all.
struct Arguments: Sendable {
  /// The command's name.
  let command: String
  private(set) var operands: [String] = []
  private var values: [String: [String]] = [:]
  private var flags: Set<String> = []

  init(_ words: ArraySlice<String>, of command: Command) throws(Diagnostic) {
    self.command = command.name
    var rest = words
    while let word = rest.popFirst() {
      if word == "--" {
        operands += rest
        return
      }
      if word.hasPrefix("--") {
        try readLong(word.dropFirst(2), &rest, command)
      } else if word.hasPrefix("-"), word.dropFirst().first?.isLetter == true {
        try readShort(word.dropFirst(), &rest, command)
      } else {
        operands.append(word)
      }
    }
  }

  /// Whether a switch was given.
  func has(_ name: String) -> Bool { flags.contains(name) }

  /// The value of an option; `nil` if it was not given.
  func value(_ name: String) -> String? { values[name]?.last }

  /// All values of an option that may be repeated.
  func allValues(_ name: String) -> [String] { values[name] ?? [] }

  /// The whole number that an option gives; `nil` if it was not given.
  func count(_ name: String, in range: ClosedRange<Int>) throws(Diagnostic) -> Int? {
    guard let text = value(name) else { return nil }
    guard let count = Int(text), range.contains(count) else {
      throw Diagnostic(
        "--\(name): expected a whole number from \(range.lowerBound) to \(range.upperBound), found '\(text)'")
    }
    return count
  }

  private mutating func readLong(
    _ word: Substring, _ rest: inout ArraySlice<String>, _ command: Command
  ) throws(Diagnostic) {
    let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    let name = parts.first ?? ""
    guard let option = command.options.first(where: { $0.name == name }) else {
      let names = command.options.map { "--\($0.name)" }
      throw Diagnostic(
        "unknown option '--\(name)' of \(command.name)",
        help: suggestion(for: "--\(name)", in: names) ?? "known: \(names.joined(separator: ", "))")
    }
    try read(option, attached: parts.count > 1 ? parts[1] : nil, &rest, command)
  }

  private mutating func readShort(
    _ word: Substring, _ rest: inout ArraySlice<String>, _ command: Command
  ) throws(Diagnostic) {
    var letters = word
    while let letter = letters.popFirst() {
      guard let option = command.options.first(where: { $0.letter == letter }) else {
        throw Diagnostic(
          "unknown option '-\(letter)' of \(command.name)", help: "onepicture \(command.name) --help")
      }
      if option.placeholder == nil {
        flags.insert(option.name)
        continue
      }
      try read(option, attached: letters.isEmpty ? nil : String(letters), &rest, command)
      return
    }
  }

  private mutating func read(
    _ option: OptionSyntax, attached: String?, _ rest: inout ArraySlice<String>, _ command: Command
  ) throws(Diagnostic) {
    guard let placeholder = option.placeholder else {
      guard attached == nil else { throw Diagnostic("--\(option.name) takes no value") }
      flags.insert(option.name)
      return
    }
    let isMissing =
      attached == nil
      && rest.first.map { word in
        word.hasPrefix("--")
          && !(option.takesOptions && !command.options.contains { "--\($0.name)" == word })
      } ?? true
    guard !isMissing, let value = attached ?? rest.popFirst(), !value.isEmpty else {
      throw Diagnostic("--\(option.name) needs a value: --\(option.name) \(placeholder)")
    }
    values[option.name, default: []].append(value)
  }
}
