internal import Diagnostics

/// The part of a source that is in memory while it is read from front to back.
///
/// Behind its last byte stand `padding` zeros, so that a loop over digits ends without counting.
struct ByteWindow: ~Copyable {
  /// How far behind `end` can be read.
  static let padding = 64
  /// A row or a text that is longer than this is none.
  static let limit = 16 << 20

  let source: ByteSource
  private(set) var bytes: UnsafeMutablePointer<UInt8>
  /// The bytes from `start` to `end` are still to be read.
  var start = 0
  private(set) var end = 0
  /// Whether the source has no more bytes behind `end`.
  private(set) var isLast = false
  private var capacity: Int
  /// Where in the source `bytes` begins.
  private var offset: Int

  /// A window on the bytes from `offset` on; it grows if need be.
  init(_ source: ByteSource, from offset: Int, capacity: Int) {
    self.source = source
    self.offset = offset
    self.capacity = capacity
    bytes = .allocate(capacity: capacity + Self.padding)
    bytes.initialize(repeating: 0, count: capacity + Self.padding)
  }

  deinit { bytes.deallocate() }

  /// Where in the source the next byte to be read stands.
  var position: Int { offset + start }

  /// How many bytes are in memory.
  var count: Int { end - start }

  /// Moves on so that more bytes are in memory; `false` if the end is known already, or there is no room.
  mutating func refill() throws(Diagnostic) -> Bool {
    if isLast { return false }
    if start == 0, end == capacity {
      guard capacity < Self.limit else { return false }
      grow()
    }
    bytes.update(from: bytes + start, count: count)
    offset += start
    end -= start
    start = 0
    let room = UnsafeMutableRawBufferPointer(start: bytes + end, count: capacity - end)
    let amount = try source.fill(room, from: offset + end)
    isLast = amount < room.count || offset + end + amount >= source.count
    end += amount
    (bytes + end).update(repeating: 0, count: Self.padding)
    return true
  }

  /// Closes the last line of a text if nothing else does.
  mutating func endLine() {
    guard isLast, end > start, bytes[end - 1] != UInt8(ascii: "\n") else { return }
    // There is room in the padding, and once only.
    bytes[end] = UInt8(ascii: "\n")
    end += 1
  }

  private mutating func grow() {
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: 4 * capacity + Self.padding)
    larger.initialize(repeating: 0, count: 4 * capacity + Self.padding)
    larger.update(from: bytes, count: end)
    bytes.deallocate()
    bytes = larger
    capacity *= 4
  }
}
