import Synchronization

/// What was computed before, to be looked up again; safe to use from several threads.
///
/// A film's counters must not fill the memory: when there is too much, all is forgotten.
struct Memory<Key: Hashable & Sendable, Value: Sendable>: ~Copyable, Sendable {
  private struct Contents {
    var values: [Key: Value] = [:]
    var size = 0
  }

  private let contents = Mutex(Contents())
  private static var mostValues: Int { 4096 }
  /// In characters of labels, each of which holds some hundred bytes.
  private static var mostSize: Int { 1_000_000 }

  subscript(key: Key) -> Value? { contents.withLock { $0.values[key] } }

  /// Remembers a value that is about as large as a text of `size` characters.
  func remember(_ value: Value, for key: Key, size: Int) {
    contents.withLock { contents in
      if contents.values.count >= Memory.mostValues || contents.size + size > Memory.mostSize {
        contents.values.removeAll()
        contents.size = 0
      }
      contents.values[key] = value
      contents.size += size
    }
  }
}
