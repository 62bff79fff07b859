/// How many pictures a film's strip has, and how they stand.
public struct StripShape: Hashable, Sendable {
  /// How many pictures are shown; fewer if the film has no more that differ.
  public var count: Int
  /// How many stand in a row.
  public var columns: Int

  /// A strip of three rows unless said otherwise.
  public init(count: Int = 12, columns: Int = 4) {
    self.count = count
    self.columns = columns
  }

  /// Reads `12 4`, as files note it; `nil` for anything else.
  init?(recorded text: String) {
    let numbers = text.split(separator: " ").map { Int($0) }
    guard numbers.count == 2, let count = numbers[0], let columns = numbers[1],
      Self.counts.contains(count), Self.counts.contains(columns)
    else { return nil }
    self.init(count: count, columns: columns)
  }

  /// How many pictures there may be, and how many in a row.
  public static let counts = 1...100
}
