package import Diagnostics

/// Commands that a scene or a label defines, such as `R` for `\mathbb{R}`.
package struct Macros: Hashable, Sendable {
  /// What a command stands for.
  package struct Definition: Hashable, Sendable {
    /// How many arguments it takes, 0…9.
    package var parameterCount: Int
    /// TeX in which `#1` … `#9` stand for the arguments.
    package var body: String
    /// What the first argument is when it is not given in brackets; `nil` if it must be given.
    package var defaultArgument: String?

    package init(parameterCount: Int, body: String, defaultArgument: String? = nil) {
      self.parameterCount = parameterCount
      self.body = body
      self.defaultArgument = defaultArgument
    }
  }

  /// What each command stands for, by its name without the backslash.
  package private(set) var definitions: [String: Definition] = [:]

  /// No commands.
  package init() {}

  /// What a command without arguments stands for, by its name with the backslash; `nil` for other names.
  package func body(of command: String) -> String? {
    guard command.hasPrefix("\\"), let definition = definitions[String(command.dropFirst())] else {
      return nil
    }
    return definition.parameterCount == 0 ? definition.body : nil
  }

  /// The commands of a scene's `macros:`; the error lists all that is wrong with them.
  package init(_ pairs: [(name: LocatedText, body: LocatedText)]) throws(DiagnosticList) {
    var mistakes = DiagnosticList()
    for (name, body) in pairs {
      mistakes.collect { () throws(Diagnostic) -> Void? in try define(name, as: body) }
    }
    for (_, body) in pairs {
      mistakes.collect { () throws(Diagnostic) -> Void? in try checkCommands(in: body) }
    }
    try mistakes.throwIfErrors()
  }

  package var isEmpty: Bool { definitions.isEmpty }

  /// Adds a command named like `R` or `\R`; the body's parameters tell how many arguments it takes.
  ///
  /// A command of formulas may be given another meaning, but not two in one scene.
  package mutating func define(_ name: LocatedText, as body: LocatedText) throws(Diagnostic) {
    let key = try Macros.key(name)
    if definitions[key] != nil {
      throw Diagnostic("\\\(key) is defined twice", at: name.location(at: 0))
    }
    var reader = ScalarReader(body.text)
    do {
      let count = try reader.parameterCount(limit: nil)
      definitions[key] = Definition(parameterCount: count, body: body.text)
    } catch {
      throw Diagnostic(error.message, at: body.location(at: error.offset), help: error.help)
    }
  }

  /// Adds or replaces a command.
  mutating func set(_ name: String, _ definition: Definition) { definitions[name] = definition }

  /// A command's name without its backslash: letters, or a single other character.
  private static func key(_ name: LocatedText) throws(Diagnostic) -> String {
    let written = Array(name.text.unicodeScalars)
    let start = written.first == "\\" ? 1 : 0
    let letters = written[start...]
    let isWord = !letters.isEmpty && letters.allSatisfy(\.isASCIILetter)
    let isSign = letters.count == 1 && letters.allSatisfy { $0.isASCII && $0.value > 32 && $0 != "\\" }
    guard isWord || isSign else {
      let wrong = letters.firstIndex { !$0.isASCIILetter } ?? start
      let offset = written[..<wrong].reduce(0) { $0 + UTF8.width($1) }
      throw Diagnostic(
        "'\(name.text)' cannot name a command", at: name.location(at: offset),
        help: "a name has letters only, such as R or \\loss")
    }
    return String(String.UnicodeScalarView(letters))
  }

  /// Fails at the first command of a body that nobody knows.
  private func checkCommands(in body: LocatedText) throws(Diagnostic) {
    var reader = ScalarReader(body.text)
    while let scalar = reader.next {
      reader.position += 1
      guard scalar == "\\" else { continue }
      let start = reader.position - 1
      let name = reader.readName()
      switch commands.command(name.scalars, hash: name.hash) {
      // What follows may be a new name.
      case .definition?: return
      case .some: continue
      case nil: if familyCommand(name.scalars) != nil { continue }
      }
      let word = String(String.UnicodeScalarView(name.scalars))
      if definitions[word] != nil || textOnlyCommands.command(named: word) != nil { continue }
      throw Diagnostic(
        "unknown command '\\\(word)'", at: body.location(at: reader.offset(of: start)),
        help: nearestCommand(to: word, and: Array(definitions.keys).sorted()))
    }
  }
}
