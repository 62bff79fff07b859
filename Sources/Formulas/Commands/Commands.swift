/// What a command of a formula stands for.
enum Command: Sendable {
  case symbol(Unicode.Scalar, AtomClass)
  case largeOperator(Unicode.Scalar, takesLimits: Bool)
  /// A named function, set upright.
  case function(String, takesLimits: Bool)
  /// Room in mu.
  case space(Double)
  /// The letters of the argument in an alphabet.
  case alphabet(Alphabet)
  /// All letters up to the end of the group.
  case alphabetFromHere(Alphabet)
  case text(Emphasis)
  case style(MathStyle)
  case accent(Accent.Mark)
  case delimiterSize(Int, AtomClass)
  case construct(Construct)
  /// Another way to write a formula.
  case macro(String)
  /// Accepted because texts have it; it changes nothing here.
  case ignored
}

/// Commands that read arguments in a way of their own; each has a parsing function.
enum Construct: Sendable {
  case fraction(MathStyle?)
  case binomial(MathStyle?)
  case radical
  case fence
  case operatorName
  case classed(AtomClass)
  case stack(isOver: Bool, AtomClass)
  case negation
  case environment
  case color
  case textColor
  case role
  case phantom(Phantom)
  case boxed
  case substack
  case enclosed(Unicode.Scalar, Unicode.Scalar)
  case kern
  case modulo(inParentheses: Bool)
}

/// All commands by name, without the backslash; a new command is one row in one of these tables.
let commands: [String: Command] = Dictionary(
  commandTables.joined().lazy.map { ($0.name, $0.command) }, uniquingKeysWith: { first, _ in first })

/// The names of all commands in the order of the tables, without the backslash.
package var commandNames: [String] { commandTables.joined().map(\.name) + structuralCommands }

private var commandTables: [[(name: String, command: Command)]] {
  [
    greekCommands, relationCommands, binaryOperatorCommands, arrowCommands, delimiterCommands,
    ordinaryCommands, operatorCommands, accentCommands, spaceCommands, faceCommands, constructCommands,
  ]
}

/// Commands that only make sense at their place and are read by the constructs around them.
private let structuralCommands = ["right", "middle", "end", "limits", "nolimits", "over", "choose", "atop"]

/// Characters that Unicode has for a command, so that `≤` reads like `\leq`.
let commandsByCharacter: [Unicode.Scalar: Command] = {
  var result: [Unicode.Scalar: Command] = [:]
  for (_, command) in commandTables.joined() {
    switch command {
    case .symbol(let scalar, _) where !scalar.isASCII && result[scalar] == nil: result[scalar] = command
    case .largeOperator(let scalar, _): result[scalar] = command
    default: break
    }
  }
  result["·"] = .symbol("⋅", .binary)
  result["•"] = .symbol("∙", .binary)
  result["⊥"] = .symbol("⊥", .ordinary)
  return result
}()
