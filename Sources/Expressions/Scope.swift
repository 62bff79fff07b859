/// The names that an expression sees: the user's own, then the built-in ones.
package struct Scope: Sendable {
  private var values: [String: Value] = [:]
  private var order: [String] = []
  /// What evaluations in this scope may spend.
  package var limits: Limits
  /// What all evaluations have spent, if they are bounded together.
  private(set) var expenses: Expenses?
  /// How often values change in a film; names that are not here are still.
  private var paces: [String: Pace] = [:]
  private var watch: PaceWatch?
  /// What to say where one of these names is not defined, in its canonical spelling.
  package var advice: [String: String]
  /// The bytes of the user's values.
  private(set) var byteCount = 0
  /// The bytes that its user's values may still need.
  package var memoryLeft: Int { max(0, limits.memory - byteCount) }

  /// A scope with the built-in names only.
  ///
  /// With `isBoundedTogether` the limit of work holds for the sum of all evaluations in this scope and
  /// its copies, as for the lines of one scene; without it, for each.
  package init(
    limits: Limits = .standard, isBoundedTogether: Bool = false, advice: [String: String] = [:]
  ) {
    self.limits = limits
    self.advice = advice
    expenses = isBoundedTogether ? Expenses() : nil
  }

  /// A copy that tells `watch` of every changing name that is looked up in it.
  package func watched(by watch: PaceWatch) -> Scope {
    var scope = self
    scope.watch = watch
    return scope
  }

  /// A copy whose evaluations are bounded together, apart from those of this one.
  package func boundedAnew() -> Scope {
    var scope = self
    scope.expenses = Expenses()
    return scope
  }

  /// The steps that evaluations have taken which are bounded together; 0 where each is bounded by itself.
  package var workDone: Int { expenses?.work ?? 0 }

  /// Says how often a name changes that may have no value yet.
  package mutating func declare(_ name: String, changing pace: Pace) { paces[canonicalName(name)] = pace }

  /// Gives a name a value, which may change in a film; a name of a built-in function is taken over.
  package mutating func define(_ name: String, as value: Value, changing pace: Pace = .still) {
    let name = canonicalName(name)
    paces[name] = pace == .still ? nil : pace
    byteCount += value.byteCount
    if let old = values.updateValue(value, forKey: name) {
      byteCount -= old.byteCount
    } else {
      order.append(name)
    }
  }

  /// The value of a name, the user's own or a built-in one.
  package func value(named name: String) -> Value? {
    let name = canonicalName(name)
    return ownValue(named: name) ?? builtinValue(named: name)
  }

  /// The value of one of the user's own names.
  func ownValue(named canonical: String) -> Value? {
    if let watch, let pace = paces[canonical] { watch.note(pace) }
    return values[canonical]
  }

  /// How often the value of one of the user's own names changes.
  package func pace(of name: String) -> Pace { paces[canonicalName(name)] ?? .still }

  /// The user's names in the order of their definition, then the built-in ones.
  package var names: [String] { order + builtinNames }
}
