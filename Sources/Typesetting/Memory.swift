/// What was computed before, to be looked up again.
///
/// A film's counters must not fill the memory: when there is too much, all is forgotten.
struct Memory<Key: Hashable & Sendable, Value: Sendable>: Sendable {
  private var values: [Key: Value] = [:]
  private var size = 0

  private static var mostValues: Int { 4096 }
  /// In characters of labels, each of which holds some hundred bytes.
  private static var mostSize: Int { 1_000_000 }

  subscript(key: Key) -> Value? { values[key] }

  /// Remembers a value that is about as large as a text of `size` characters.
  mutating func remember(_ value: Value, for key: Key, size: Int) {
    if values.count >= Memory.mostValues || self.size + size > Memory.mostSize {
      values.removeAll()
      self.size = 0
    }
    values[key] = value
    self.size += size
  }
}
