/// The names that an expression sees: the user's own, then the built-in ones.
package struct Scope: Sendable {
  private var values: [String: Value] = [:]
  private var order: [String] = []

  /// How many steps one evaluation may take: visited operators, and every sixteen elements of a tensor.
  package var workLimit = Scope.standardWorkLimit

  static let standardWorkLimit = 10_000_000

  /// A scope with the built-in names only.
  package init() {}

  /// Gives a name a value; a name of a built-in function is taken over.
  package mutating func define(_ name: String, as value: Value) {
    let name = canonicalName(name)
    if values.updateValue(value, forKey: name) == nil { order.append(name) }
  }

  /// The value of a name, the user's own or a built-in one.
  package func value(named name: String) -> Value? {
    let name = canonicalName(name)
    return values[name] ?? builtinValue(named: name)
  }

  /// The value of one of the user's own names.
  func ownValue(named canonical: String) -> Value? { values[canonical] }

  /// The user's names in the order of their definition, then the built-in ones.
  package var names: [String] { order + builtinNames }
}
