/// A parsed expression: what it is, and where it stands.
struct Syntax: Sendable {
  indirect enum Kind: Sendable {
    case number(Double)
    case text(String)
    case name(String)
    case list([Syntax])
    case comprehension(body: Syntax, clauses: [Clause])
    case range(Syntax, Syntax)
    case unary(UnaryOperator, Syntax)
    /// Operators of one precedence from left to right; a list and no tree, so that a long sum is not deep.
    case chain(Syntax, [Link])
    case power(Syntax, Syntax)
    case comparison(Syntax, [Link])
    case logical(isAnd: Bool, [Syntax])
    case conditional(then: Syntax, condition: Syntax, otherwise: Syntax)
    case lambda(Lambda)
    case postfix(Syntax, [Postfix])
  }

  enum UnaryOperator: Sendable {
    case minus
    case plus
    case not
    case root
    case gradient
    case norm
  }

  /// `for x, y in source if condition`, the conditions any number of times.
  struct Clause: Sendable {
    var variables: [String]
    var source: Syntax
    var conditions: [Syntax]
  }

  /// An operator with what stands to its right.
  struct Link: Sendable {
    var symbol: String
    /// The UTF-8 offset of the operator.
    var offset: Int
    var operand: Syntax
  }

  /// What is applied to a value by standing behind it.
  enum Postfix: Sendable {
    case call([Argument], offset: Int)
    case subscripts([Subscript], offset: Int)
    case member(String, offset: Int)
    case transpose(offset: Int)
    case derivative(offset: Int)
  }

  struct Argument: Sendable {
    var name: String?
    var value: Syntax
    var offset: Int
  }

  enum Subscript: Sendable {
    case index(Syntax)
    case slice(from: Syntax?, to: Syntax?, step: Syntax?)
  }

  struct Lambda: Sendable {
    var parameters: [String]
    var body: Syntax
    /// The names that the body uses and does not bind, each once, with the place of its first use.
    var freeNames: [FreeName]
  }

  struct FreeName: Hashable, Sendable {
    var name: String
    var offset: Int
  }

  var kind: Kind
  /// UTF-8 offsets in the text.
  var range: Range<Int>
}
