package import Diagnostics

/// How much an author's mathematics may spend before it is stopped.
package struct Limits: Hashable, Sendable {
  /// Steps, of about 100 nanoseconds each: a visited part of an expression, or some hundred elements.
  package var work: Int
  /// Bytes of all vectors, matrices and compiled functions that are held at one time.
  package var memory: Int
  /// Calls within calls of the author's functions.
  package var recursion: Int
  /// Operations of one function that is compiled or differentiated.
  package var size: Int

  /// What holds where a scene says nothing; the work is done in about two seconds.
  package static let standard = Limits(
    work: 15_000_000, memory: 2_000_000_000, recursion: 200, size: 1_000_000)
  /// What a scene can ask for at most; a deeper recursion would not fit the stack.
  package static let ceiling = Limits(
    work: 2_000_000_000, memory: 16_000_000_000, recursion: 400, size: 10_000_000)

  /// The names under which a scene raises them.
  package static var names: [String] { keys.map(\.name) }

  private static var keys: [(name: String, limit: WritableKeyPath<Limits, Int>)] {
    [("work", \.work), ("memory", \.memory), ("recursion", \.recursion), ("size", \.size)]
  }

  /// Sets the limit of a name to what an author wrote, such as `1e9` or, for memory, `4GB`.
  package mutating func set(_ name: LocatedText, to text: LocatedText) throws(Diagnostic) {
    guard let (_, limit) = Self.keys.first(where: { $0.name == name.text }) else {
      throw Diagnostic(
        "unknown limit '\(name.text)'", at: name.start,
        help: suggestion(for: name.text, in: Self.names) ?? "known: \(Self.names.joined(separator: ", "))")
    }
    guard let number = Self.number(text.text), number >= 1 else {
      throw Diagnostic(
        "\(name.text): expected a positive number\(name.text == "memory" ? " of bytes, such as 2GB" : "")"
          + ", found '\(text.text)'", at: text.start)
    }
    let most = Self.ceiling[keyPath: limit]
    guard number <= Double(most) else {
      throw Diagnostic(
        "\(name.text): expected at most \(Self.text(most, of: name.text)), found \(text.text)",
        at: text.start)
    }
    self[keyPath: limit] = Int(number)
  }

  /// A number with an optional unit of bytes; `nil` for anything else.
  private static func number(_ text: String) -> Double? {
    let units: KeyValuePairs = [
      "kB": 1e3, "KB": 1e3, "MB": 1e6, "GB": 1e9, "KiB": 1024.0, "MiB": 1_048_576.0, "GiB": 1_073_741_824.0,
      "B": 1,
    ]
    for (unit, factor) in units where text.hasSuffix(unit) {
      var digits = text.dropLast(unit.count)
      while digits.last == " " { digits.removeLast() }
      return Double(digits).map { $0 * factor }
    }
    return Double(text)
  }

  private static func text(_ limit: Int, of name: String) -> String {
    guard name == "memory" else { return shortest(Double(limit)) }
    for (unit, size) in [("GB", 1_000_000_000), ("MB", 1_000_000)] where limit % size == 0 {
      return "\(limit / size)\(unit)"
    }
    return "\(limit)B"
  }

  /// How an author can allow for more memory; `nil` if there is no more.
  package var memoryAdvice: String? { Self.exceeded("", "memory", memory, at: nil).help }

  /// What to say where a limit is passed.
  static func exceeded(_ what: String, _ name: String, _ limit: Int, at place: SourceLocation?) -> Diagnostic
  {
    let key = keys.first { $0.name == name }?.limit ?? \.work
    let most = ceiling[keyPath: key]
    let advice =
      limit < most
      ? "a scene can raise it, as in limits: {\(name): \(text(min(most, 10 * limit), of: name))}; "
        + "at most \(text(most, of: name))" : nil
    let unit = ["work": " steps", "size": " operations"][name] ?? ""
    return Diagnostic("\(what): more than \(text(limit, of: name))\(unit)", at: place, help: advice)
  }
}
