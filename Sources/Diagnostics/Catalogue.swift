/// The members of one family (marks, distributions, formats, …) by the names that users write.
///
/// A new member is one new file and one line in its family's catalogue.
package struct Catalogue<Entry: Sendable>: Sendable {
  /// What a member is called in messages, such as `mark`.
  package let noun: String
  /// The names, in the order in which the catalogue lists them.
  package let names: [String]
  private let members: KeyValuePairs<String, Entry>
  /// Where the members stand: a dictionary of the entries would be another type for every family, and the
  /// runtime takes its time to make one.
  private let places: [String: Int]

  package init(_ noun: String, _ members: KeyValuePairs<String, Entry>) {
    self.noun = noun
    self.members = members
    names = members.map(\.key)
    places = Dictionary(zip(names, names.indices), uniquingKeysWith: { first, _ in first })
  }

  package subscript(name: String) -> Entry? { places[name].map { members[$0].value } }

  /// The member of that name, or an error at `location` with the nearest name.
  package func entry(named name: String, at location: SourceLocation?) throws(Diagnostic) -> Entry {
    if let entry = self[name] { return entry }
    let known = names.joined(separator: ", ")
    throw Diagnostic(
      "unknown \(noun) '\(name)'", at: location,
      help: suggestion(for: name, in: names) ?? "known: \(known)")
  }
}
