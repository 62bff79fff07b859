import Rendering

/// Brings what threads prepared at the same time back into the order of the film, within bounded memory.
///
/// Whoever hands over the next frame appends it, and what others have handed over behind it. Who is too far
/// ahead waits, so that an encoder slower than the painters holds them back.
final class FrameSequence: Sendable {
  private struct State {
    var next = 0
    var waiting: [Int: PreparedFrame] = [:]
    var isAppending = false
    var error: SceneError?
  }

  private let state = Monitor(State())
  /// How many frames may be ahead of the next one.
  private let bound: Int

  init(bound: Int) { self.bound = max(1, bound) }

  /// Hands over the frame at a place in the film; `append` is called for one frame at a time, in order.
  func add(
    _ frame: PreparedFrame, at position: Int, append: (PreparedFrame) throws(SceneError) -> Void
  ) throws(SceneError) {
    let bound = bound
    var next = state.withLock(when: { position < $0.next + bound || $0.error != nil }) { state in
      state.waiting[position] = frame
      return Self.takeNext(&state)
    }
    while let frame = next {
      do throws(SceneError) {
        try append(frame)
      } catch {
        stop(error)
        throw error
      }
      next = state.withLock { state in
        state.next += 1
        state.isAppending = false
        return Self.takeNext(&state)
      }
    }
    if let error = state.withLock({ $0.error }) { throw error }
  }

  /// Lets all who wait go, and takes no more frames.
  func stop(_ error: SceneError) { state.withLock { if $0.error == nil { $0.error = error } } }

  /// The next frame, if it is there and nobody else is appending.
  private static func takeNext(_ state: inout State) -> PreparedFrame? {
    guard !state.isAppending, state.error == nil, let frame = state.waiting.removeValue(forKey: state.next)
    else { return nil }
    state.isAppending = true
    return frame
  }
}
