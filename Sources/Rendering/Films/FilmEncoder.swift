package import Diagnostics

/// Puts frames into a film's file, one after another.
///
/// The costly part of a frame is prepared by many threads at once, each with a preparer of its own; what
/// they prepared is appended by one thread, in the order of the frames. The file's bytes do not depend on
/// which thread prepared what. Memory does not grow with the number of frames.
package protocol FilmEncoder: AnyObject {
  /// Makes what a thread needs to prepare frames.
  var makePreparer: @Sendable () throws(Diagnostic) -> any FramePreparer { get }

  /// The command of the program that is fed with the frames, if there is one, as a shell would take it.
  var command: String? { get }

  /// Shows a frame where the film cannot be played; called before the first `append`, where the format has a
  /// place for it.
  func appendPoster(_ image: FrameImage) throws(Diagnostic)

  /// Appends the next frame, to be shown for the time of so many frames.
  func append(_ frame: PreparedFrame, times: Int) throws(Diagnostic)

  /// Completes the file and gives it its name; without it nothing is left behind.
  func finish() throws(Diagnostic)
}

extension FilmEncoder {
  package var command: String? { nil }
  package func appendPoster(_ image: FrameImage) throws(Diagnostic) {}
}

/// Prepares frames for an encoder, on one thread.
///
/// It remembers the frame before: frames whose predecessor the same preparer has just seen cost the serial
/// step next to nothing, so a thread should take runs of frames.
package protocol FramePreparer: AnyObject {
  /// Prepares the frame that will be appended as the `number`-th, counted from 0.
  func prepare(_ image: FrameImage, number: Int) throws(Diagnostic) -> PreparedFrame
}

/// A frame on its way from a preparer to the encoder.
package struct PreparedFrame: Sendable {
  /// What there is to know about it beside the frame before.
  enum Change: Hashable, Sendable {
    /// The frame before was not at hand, or the format has no use for it.
    case unknown
    case none
    case inside(PixelRect)
  }

  /// Its place among the appended frames, from 0.
  let number: Int
  let change: Change
  /// Cairo's words of what changed, row after row; of the whole frame if that is unknown; empty if the
  /// format has no use for them.
  let words: [UInt32]
  /// The same as the format writes it; empty if that is up to the encoder.
  let encoded: [UInt8]
  /// Whether the frame before shows through where that is transparent.
  var isOverlay = false
}
