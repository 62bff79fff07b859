import Diagnostics
import Rendering

/// A film on its way into one file: many threads hand their frames over, in any order.
package final class FilmRecording: Sendable {
  /// Where the film will be.
  package let path: String
  /// The command of the program that encodes it, if there is one.
  package let command: String?
  let makePreparer: @Sendable () throws(Diagnostic) -> any FramePreparer
  private let sequence: FrameSequence
  private let encoder: Monitor<any FilmEncoder>

  /// Begins a file of so many frames a second; colors are counted in some of the frames where the format wants
  /// that.
  ///
  /// - Parameter loopCount: How often it is played, where the format says so; 0 means forever.
  package init(
    of film: Film, frames: [Int], to path: String, as format: FilmFormat, framesPerSecond: Double,
    loopCount: Int, threads: Int
  ) throws(SceneError) {
    self.path = path
    let format = format.content.value
    let samples = format.samples(of: frames.count).map { frames[$0] }
    let colors = try film.colors(of: samples, threads: threads)
    let poster = film.painter()
    try poster.paint(frames.contains(film.posterFrame) ? film.posterFrame : frames[frames.count - 1])
    // What a thread takes at a time, and as much again.
    sequence = FrameSequence(bound: (threads + 1) * Film.longestRecordedRun)
    do throws(Diagnostic) {
      let encoder = try poster.withImage { (image) throws(Diagnostic) in
        let shape = try FilmShape(
          width: image.width, height: image.height, isOpaque: image.isOpaque,
          rate: FrameRate(framesPerSecond), loopCount: loopCount)
        let encoder = try format.encoder(of: shape, colors: colors, writing: path)
        if format.hasPoster { try encoder.appendPoster(image) }
        return encoder
      }
      command = encoder.command
      makePreparer = encoder.makePreparer
      self.encoder = Monitor(encoder)
    } catch {
      throw SceneError(error)
    }
  }

  /// Takes a frame that was prepared, at its place among the recorded ones.
  func add(_ frame: PreparedFrame, at position: Int) throws(SceneError) {
    try sequence.add(frame, at: position) { (frame) throws(SceneError) in
      try withEncoder { (encoder) throws(Diagnostic) in try encoder.append(frame, times: 1) }
    }
  }

  /// Lets all threads go; no file is left behind.
  package func cancel() { sequence.stop(SceneError(Diagnostic("'\(path)' is not written"))) }

  /// Completes the file and gives it its name.
  package func finish() throws(SceneError) {
    try withEncoder { (encoder) throws(Diagnostic) in try encoder.finish() }
  }

  private func withEncoder(_ step: (any FilmEncoder) throws(Diagnostic) -> Void) throws(SceneError) {
    let failure = encoder.withLock { encoder -> Diagnostic? in
      do throws(Diagnostic) {
        try step(encoder)
        return nil
      } catch {
        return error
      }
    }
    if let failure { throw SceneError(failure) }
  }
}

extension Film {
  /// How many consecutive frames a thread takes while a film is encoded: those of all threads wait in memory.
  package static let longestRecordedRun = 4

  /// Writes the film to a file such as `race.mp4`, on several threads at once.
  ///
  /// The file appears when it is whole; an older one stays until then.
  ///
  /// - Parameters:
  ///   - loopCount: How often the film is played, in formats that say so; 0 means forever.
  ///   - threads: As many as the process may use processors, unless said.
  public func write(
    to path: String, as format: FilmFormat, loopCount: Int = 0, threads: Int? = nil
  ) throws(SceneError) {
    let count = threads ?? usableProcessorCount()
    let recording = try FilmRecording(
      of: self, frames: Array(0..<frameCount), to: path, as: format, framesPerSecond: framesPerSecond,
      loopCount: loopCount, threads: count)
    try forEachFrame(threads: count, longestRun: Self.longestRecordedRun) {
      (frame, painter) throws(SceneError) in
      do throws(SceneError) {
        try painter.paint(frame)
        try painter.record(for: [recording], at: frame)
      } catch {
        recording.cancel()
        throw error
      }
    }
    try recording.finish()
  }

  /// How often colors stand in some frames.
  fileprivate func colors(of samples: [Int], threads: Int) throws(SceneError) -> [FrameColors] {
    let counted = Monitor([Int: FrameColors]())
    try forEachFrame(of: samples, threads: threads) { (frame, painter) throws(SceneError) in
      try painter.paint(frame)
      do throws(Diagnostic) {
        let colors = try painter.withImage { FrameColors(counting: $0) }
        counted.withLock { $0[frame] = colors }
      } catch {
        throw SceneError(error)
      }
    }
    return counted.withLock { counted in samples.compactMap { counted[$0] } }
  }
}
