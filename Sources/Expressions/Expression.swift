package import Diagnostics

/// An expression that has been parsed and waits for a scope.
package struct Expression: Sendable {
  /// The text, with its places.
  package let source: LocatedText
  let syntax: Syntax

  /// Parses a text; throws at the first thing that is wrong.
  package init(parsing source: LocatedText) throws(Diagnostic) {
    var parser = try Parser(source)
    self.source = source
    syntax = try parser.parse()
  }

  /// The names that it uses, each once, in order of first use, built-in ones among them.
  package var freeNames: [String] { syntax.freeNames().map(\.name) }

  /// The value with the names of a scope.
  package func evaluate(in scope: Scope) throws(Diagnostic) -> Value {
    var evaluation = Evaluation(in: scope)
    defer { evaluation.settle() }
    return try evaluation.value(of: syntax, in: Environment(source: source, scope: scope))
  }

  /// Parts `{{expr:spec}}` at its first colon outside of brackets and texts.
  package static func splitFormat(
    _ text: LocatedText
  ) -> (expression: LocatedText, spec: LocatedText?) {
    var depth = 0
    var quote: UInt8?
    // What an apostrophe follows at once: after a function, as in `f'(x)`, it opens no text.
    var before = UInt8(ascii: " ")
    for (offset, byte) in text.text.utf8.enumerated() {
      if let open = quote {
        if byte == open { quote = nil }
        before = UInt8(ascii: " ")
        continue
      }
      switch byte {
      case UInt8(ascii: "'") where before.endsFunction: continue
      case UInt8(ascii: "'"), UInt8(ascii: "\""): quote = byte
      case UInt8(ascii: "("), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: ")"), UInt8(ascii: "]"): depth -= 1
      case UInt8(ascii: ":") where depth <= 0:
        return (text.part(0..<offset), text.part(offset + 1..<text.text.utf8.count))
      default: break
      }
      before = byte
    }
    return (text, nil)
  }
}

extension UInt8 {
  /// Whether a name or a bracket may end with this byte.
  fileprivate var endsFunction: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: ")"), 0x80...:
      true
    default: false
    }
  }
}
