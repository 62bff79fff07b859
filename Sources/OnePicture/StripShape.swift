/// How many pictures a film's strip has, and how they stand.
public struct StripShape: Hashable, Sendable {
  /// How many pictures are shown; fewer if the film has no more that differ.
  public var count: Int
  /// How many stand in a row; `nil` for as many as suits them.
  public var columns: Int?

  /// A strip of twelve pictures unless said otherwise.
  public init(count: Int = 12, columns: Int? = nil) {
    self.count = count
    self.columns = columns
  }

  /// How many pictures there may be, and how many in a row.
  public static let counts = 1...100
}

extension StripShape {
  /// As files note it: `12`, or `12 4` with the number of columns.
  var record: String { ([count] + [columns].compactMap(\.self)).map(String.init).joined(separator: " ") }

  /// Reads a record; `nil` for anything else.
  init?(record: String) {
    let numbers = record.split(separator: " ").map { Int($0) }
    guard let count = numbers.first ?? nil, numbers.count <= 2,
      numbers.allSatisfy({ $0.map(Self.counts.contains) ?? false })
    else { return nil }
    self.init(count: count, columns: numbers.count == 2 ? numbers[1] : nil)
  }
}
