import Diagnostics

/// The pixels of a part of a frame, and what stood there before.
struct PixelPatch {
  let rect: PixelRect
  /// Cairo's words, row after row.
  let words: [UInt32]
  /// The same pixels of the frame before; `nil` if there was none, or the patch is drawn on an empty picture.
  let before: [UInt32]?
}

/// Turns pixels into bytes of a format, on one thread.
protocol PatchEncoder: AnyObject {
  func encode(_ patch: PixelPatch) throws(Diagnostic) -> [UInt8]
}

/// Writes encoded patches into a file whose format gives each the time that it is shown.
protocol PatchWriter: AnyObject {
  /// What the format asks of patches.
  var rules: PatchRules { get }
  /// Writes what is shown from the beginning of the first of the frames to the end of the last.
  func write(_ encoded: [UInt8], in rect: PixelRect, during frames: Range<Int>) throws(Diagnostic)
  /// Writes a picture that is not part of the film.
  func writePoster(_ encoded: [UInt8]) throws(Diagnostic)
  func finish(frames: Int) throws(Diagnostic)
}

/// What a format asks of patches.
struct PatchRules: Hashable, Sendable {
  /// Where left and upper edges may stand: at multiples of this.
  var step = 1
  /// Whether every patch is a whole frame, drawn on an empty picture.
  var areWhole = false
  /// The most frames that a patch can be shown for.
  var longestRun: Int
}
