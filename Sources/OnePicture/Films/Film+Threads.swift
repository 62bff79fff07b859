extension Film {
  /// Works on frames on several threads at once, all of the film's unless said, and returns when all are done.
  ///
  /// `body` is called once for each frame, in any order, with a painter that no other thread uses:
  ///
  /// ```swift
  /// try film.forEachFrame { frame, painter in
  ///   try painter.paint(frame)
  ///   store(try painter.png(), as: frame)
  /// }
  /// ```
  ///
  /// - Parameters:
  ///   - threads: As many as the process may use processors, unless said.
  ///   - longestRun: A thread takes at most so many consecutive frames at a time.
  /// - Throws: The first error of `body`, which keeps frames that are not begun from being begun.
  public func forEachFrame(
    of frames: [Int]? = nil, threads: Int? = nil, longestRun: Int = 16,
    _ body: @escaping @Sendable (_ frame: Int, _ painter: FilmPainter) throws(SceneError) -> Void
  ) throws(SceneError) {
    let frames = frames ?? Array(0..<frameCount)
    let count = min(threads ?? usableProcessorCount(), frames.count)
    let runs = FrameRuns(of: frames, threadCount: max(1, count), longest: max(1, longestRun))
    runOnThreads(count) {
      let painter = painter()
      while let run = runs.next() {
        for frame in run where !runs.isStopped {
          do throws(SceneError) { try body(frame, painter) } catch { runs.stop(error) }
        }
      }
    }
    if let error = runs.error { throw error }
  }
}
