import CHarfBuzz
import Synchronization

/// Buffers of HarfBuzz that nobody uses at the moment, so that not every word allocates its own.
final class ShapingBuffers: Sendable {
  /// Unchecked because a pointer is not Sendable: a buffer belongs to one caller at a time.
  private struct Buffer: @unchecked Sendable {
    let handle: OpaquePointer?
  }

  private let free = Mutex<[Buffer]>([])
  /// As many as threads may be shaping at once.
  private static let mostKept = 64
  /// Buffers that grew beyond any usual label are not kept.
  private static let longestKept: UInt32 = 4096

  /// An empty buffer.
  func take() -> OpaquePointer? { free.withLock { $0.popLast()?.handle } ?? hb_buffer_create() }

  func give(back buffer: OpaquePointer?) {
    guard hb_buffer_get_length(buffer) <= ShapingBuffers.longestKept else {
      hb_buffer_destroy(buffer)
      return
    }
    hb_buffer_reset(buffer)
    let kept = Buffer(handle: buffer)
    let isKept = free.withLock { free in
      guard free.count < ShapingBuffers.mostKept else { return false }
      free.append(kept)
      return true
    }
    if !isKept { hb_buffer_destroy(kept.handle) }
  }
}

let shapingBuffers = ShapingBuffers()
