/// The members of one family (marks, distributions, formats, …) by the names that users write.
///
/// A new member is one new file and one line in its family's catalogue.
package struct Catalogue<Entry: Sendable>: Sendable {
  /// What a member is called in messages, such as `mark`.
  package let noun: String
  /// The names, in the order in which the catalogue lists them.
  package let names: [String]
  private let entries: [String: Entry]

  package init(_ noun: String, _ members: KeyValuePairs<String, Entry>) {
    self.noun = noun
    names = members.map(\.key)
    entries = Dictionary(members.map { ($0.key, $0.value) }, uniquingKeysWith: { first, _ in first })
  }

  package subscript(name: String) -> Entry? { entries[name] }

  /// The member of that name, or an error at `location` with the nearest name.
  package func entry(named name: String, at location: SourceLocation?) throws(Diagnostic) -> Entry {
    if let entry = entries[name] { return entry }
    let known = names.joined(separator: ", ")
    throw Diagnostic(
      "unknown \(noun) '\(name)'", at: location,
      help: suggestion(for: name, in: names) ?? "known: \(known)")
  }
}
