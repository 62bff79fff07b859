import Diagnostics

/// The pixels of a part of a frame, and what stood there before.
struct PixelPatch {
  let rect: PixelRect
  /// Cairo's words, row after row.
  let words: [UInt32]
  /// The same pixels of the frame before; `nil` if there was none, or the patch is drawn on an empty picture.
  let before: [UInt32]?
}

extension PixelPatch {
  /// The words with nothing where nothing changed, to be drawn over what stood there; `nil` if that would not give
  /// the frame: pixels that can be seen through cannot cover others.
  func overlay(_ shape: FilmShape) -> [UInt32]? {
    guard let before else { return nil }
    let opaque: UInt32 = 0xFF00_0000
    var overlay = [UInt32](repeating: 0, count: words.count)
    for (i, word) in words.enumerated() where (word ^ before[i]) & shape.mask != 0 {
      guard shape.isOpaque || word >= opaque else { return nil }
      overlay[i] = word | opaque
    }
    return overlay
  }

  /// The words with an alpha that says something.
  func whole(_ shape: FilmShape) -> [UInt32] { shape.isOpaque ? words.map { $0 | 0xFF00_0000 } : words }
}

/// Turns pixels into bytes of a format, on one thread.
protocol PatchEncoder: AnyObject {
  func encode(_ patch: PixelPatch) throws(Diagnostic) -> EncodedPatch
}

/// A patch as a format writes it.
struct EncodedPatch: Hashable, Sendable {
  let bytes: [UInt8]
  /// Whether what stood there before shows through where the patch is transparent.
  var isOverlay = false
}

/// Writes encoded patches into a file whose format gives each the time that it is shown.
protocol PatchWriter: AnyObject {
  /// What the format asks of patches.
  var rules: PatchRules { get }
  /// Writes what is shown from the beginning of the first of the frames to the end of the last.
  func write(_ encoded: EncodedPatch, in rect: PixelRect, during frames: Range<Int>) throws(Diagnostic)
  /// Writes a picture that is not part of the film.
  func writePoster(_ encoded: EncodedPatch) throws(Diagnostic)
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
