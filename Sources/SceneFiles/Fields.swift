package import Diagnostics

/// A mapping that is being read, and which of its keys were asked for.
///
/// A key with nothing behind it (or `null`) counts as absent for every reader but `node` and `required`.
package struct Fields {
  /// What the mapping belongs to, such as `contours`.
  package let owner: String
  /// Where the mapping starts.
  package let location: SourceLocation
  /// Reads the labels in the mapping.
  package let labels: LabelReader
  private var entries: [Entry]
  private var asked: [String] = []

  package init(_ node: Node, of owner: String, labels: LabelReader) throws(Diagnostic) {
    entries = try node.entries(for: "'\(owner)'")
    self.owner = owner
    location = node.location
    self.labels = labels
  }

  /// The fields of a mapping within this one, whose labels are read in the same way.
  package func inner(_ node: Node, of owner: String) throws(Diagnostic) -> Fields {
    try Fields(node, of: owner, labels: labels)
  }

  /// The value of a key, of whatever kind; `nil` when absent.
  package mutating func node(_ key: String) -> Node? {
    if !asked.contains(key) { asked.append(key) }
    return entries.first { $0.key.text == key }?.value
  }

  /// Whether the mapping has a key; asking so does not count as a question.
  package func has(_ key: String) -> Bool { entries.contains { $0.key.text == key } }

  /// The value of a key that has to be there.
  package mutating func required(_ key: String) throws(Diagnostic) -> Node {
    if let node = node(key) { return node }
    let others = entries.map(\.key).filter { !asked.contains($0.text) }
    let nearest = nearestWord(to: key, in: others.map(\.text))
    let place = others.first { $0.text == nearest }?.start ?? location
    throw Diagnostic(
      "missing '\(key)' of '\(owner)'", at: place, help: nearest.map { "did you mean '\(key)' by '\($0)'?" })
  }

  /// A text, number or boolean.
  package mutating func scalar(_ key: String) throws(Diagnostic) -> Scalar? {
    try present(key)?.scalar(for: subject(key))
  }

  /// Any scalar as written, for labels and expressions.
  package mutating func text(_ key: String) throws(Diagnostic) -> LocatedText? {
    try present(key)?.text(for: subject(key))
  }

  /// A number in a range; without a range any finite one.
  package mutating func number(
    _ key: String, in range: ClosedRange<Double>? = nil
  ) throws(Diagnostic) -> Double? {
    try present(key)?.number(for: subject(key), in: range)
  }

  /// A whole number in a range.
  package mutating func integer(_ key: String, in range: ClosedRange<Int>? = nil) throws(Diagnostic) -> Int? {
    try present(key)?.integer(for: subject(key), in: range)
  }

  /// `true` or `false`.
  package mutating func boolean(_ key: String) throws(Diagnostic) -> Bool? {
    try present(key)?.boolean(for: subject(key))
  }

  /// The member of a catalogue that a word names.
  package mutating func word<T>(_ key: String, among catalogue: Catalogue<T>) throws(Diagnostic) -> T? {
    guard let node = present(key) else { return nil }
    let word = try node.text(for: subject(key))
    return try catalogue.entry(named: word.text, at: node.location)
  }

  /// The value that a word stands for; messages call the word by its key.
  package mutating func word<T>(_ key: String, among words: [(String, T)]) throws(Diagnostic) -> T? {
    guard let node = present(key) else { return nil }
    let word = try node.text(for: subject(key)).text
    if let match = words.first(where: { $0.0 == word }) { return match.1 }
    let names = words.map(\.0)
    throw Diagnostic(
      "unknown \(key) '\(word)' of '\(owner)'", at: node.location,
      help: suggestion(for: word, in: names) ?? "known: \(names.joined(separator: ", "))")
  }

  /// One error for each key that nobody asked for; call it after the last question.
  package mutating func finish() -> [Diagnostic] {
    let unknown = entries.filter { !asked.contains($0.key.text) }
    let known = asked.joined(separator: ", ")
    return unknown.prefix(SceneFileLimits.diagnosticCount).map { entry in
      let key = entry.key.text
      let help = suggestion(for: key, in: asked) ?? (asked.isEmpty ? nil : "known: \(known)")
      return Diagnostic("unknown option '\(key)' of '\(owner)'", at: entry.key.start, help: help)
    }
  }

  /// The mapping without the key that was asked for last, as if nothing had been asked yet; `nil` if it
  /// is not there.
  ///
  /// Whoever fails over one option can try again without it, and so find out what else is wrong.
  package var withoutLastAsked: Fields? {
    guard let key = asked.last, has(key) else { return nil }
    var rest = self
    rest.entries.removeAll { $0.key.text == key }
    rest.asked = []
    return rest
  }

  /// How a key is called in messages.
  package func subject(_ key: String) -> String { "'\(key)' of '\(owner)'" }

  private mutating func present(_ key: String) -> Node? {
    guard let node = node(key) else { return nil }
    if case .scalar(let scalar) = node.content, case .null = scalar.resolved { return nil }
    return node
  }
}
