import Synchronization

/// Hands the frames of a film out to threads, in runs: whoever paints a frame has the one before at hand.
final class FrameRuns: Sendable {
  private let frames: [Int]
  private let threadCount: Int
  private let longest: Int
  private let state = Mutex(State())

  private struct State {
    var start = 0
    var isStopped = false
    var error: SceneError?
  }

  init(of frames: [Int], threadCount: Int, longest: Int) {
    self.frames = frames
    self.threadCount = threadCount
    self.longest = longest
  }

  /// The next frames for a thread; `nil` when there are none left or something went wrong.
  ///
  /// Runs get shorter towards the end, so that all threads end together.
  func next() -> ArraySlice<Int>? {
    state.withLock { state in
      let left = frames.count - state.start
      guard left > 0, !state.isStopped else { return nil }
      let run = state.start..<(state.start + min(max(left / (2 * threadCount), 1), longest))
      state.start = run.upperBound
      return frames[run]
    }
  }

  var isStopped: Bool { state.withLock { $0.isStopped } }

  /// Hands out no more; the first error counts.
  func stop(_ error: SceneError) {
    state.withLock { state in
      if state.error == nil { state.error = error }
      state.isStopped = true
    }
  }

  /// What went wrong, if anything did.
  var error: SceneError? { state.withLock { $0.error } }
}
