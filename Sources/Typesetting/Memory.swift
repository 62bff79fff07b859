import Synchronization

/// What was computed before, to be looked up again; safe to use from several threads.
///
/// A film's counters must not fill the memory: when there is too much, all is forgotten.
final class Memory<Key: Hashable & Sendable, Value: Sendable>: Sendable {
  private struct Contents {
    var values: [Key: Value] = [:]
    var size = 0
  }

  private let contents = Mutex(Contents())
  private let mostValues = 4096
  /// In characters of labels, each of which holds some hundred bytes.
  private let mostSize = 1_000_000

  subscript(key: Key) -> Value? { contents.withLock { $0.values[key] } }

  /// Remembers a value that is about as large as a text of `size` characters.
  func remember(_ value: Value, for key: Key, size: Int) {
    contents.withLock { contents in
      if contents.values.count >= mostValues || contents.size + size > mostSize {
        contents.values.removeAll()
        contents.size = 0
      }
      contents.values[key] = value
      contents.size += size
    }
  }
}
