import CWebP
import Diagnostics

extension FilmFormat {
  /// Lossless WebP with what changed from frame to frame: exact colors, alpha, no program needed.
  ///
  /// The container (WebP Container Specification, section "Animation") is our own, so that frames can be compressed
  /// by several threads and none is kept.
  static let webp = FilmFormat(name: "webp", alpha: .full, loops: true) {
    (shape, _, file) throws(Diagnostic) in
    guard max(shape.width, shape.height) <= 16_383 else {
      throw Diagnostic(
        "webp holds at most 16383 × 16383 pixels, the film has \(shape.width) × \(shape.height)")
    }
    return try ChangeEncoder(shape, try WebPWriter(shape, file)) {
      WebPPatchEncoder(shape: shape)
    }
  }
}

/// The chunks of an animated WebP.
private final class WebPWriter: PatchWriter {
  let rules: PatchRules
  private let shape: FilmShape
  private let file: FilmFile

  init(_ shape: FilmShape, _ file: FilmFile) throws(Diagnostic) {
    self.shape = shape
    self.file = file
    // Durations have 24 bits of milliseconds; left and upper edges are even.
    let longest = 16_777_214 * shape.rate.numerator / (1000 * shape.rate.denominator)
    rules = PatchRules(step: 2, longestRun: max(1, longest))
    try file.write(header(fileSize: 0))
    // Animated, with alpha: what did not change is left out by it.
    let flags: UInt8 = 0x02 | 0x10
    try file.write(
      chunk("VP8X", [flags, 0, 0, 0] + threeBytes(shape.width - 1) + threeBytes(shape.height - 1)))
    // No background: players that have one of their own show through.
    try file.write(chunk("ANIM", [0, 0, 0, 0] + UInt16(shape.loopCount).littleEndianBytes))
  }

  private func header(fileSize: Int) -> [UInt8] {
    Array("RIFF".utf8) + UInt32(fileSize).littleEndianBytes + Array("WEBP".utf8)
  }

  func write(_ encoded: EncodedPatch, in rect: PixelRect, during frames: Range<Int>) throws(Diagnostic) {
    let duration =
      shape.rate.ticks(at: frames.upperBound, perSecond: 1000)
      - shape.rate.ticks(at: frames.lowerBound, perSecond: 1000)
    let sides = [rect.x / 2, rect.y / 2, rect.width - 1, rect.height - 1, duration].flatMap(threeBytes)
    // The frame stays, and replaces what it covers, alpha too, or is drawn over it.
    try file.write(chunk("ANMF", sides + [encoded.isOverlay ? 0 : 0x02] + encoded.bytes))
    guard file.count < 1 << 32 else { throw Diagnostic("the film is too long for webp: more than 4 GB") }
  }

  func writePoster(_ encoded: EncodedPatch) {}

  func finish(frames: Int) throws(Diagnostic) {
    try file.overwrite(at: 0, header(fileSize: file.count - 8))
    try file.finish()
  }
}

private func chunk(_ type: String, _ contents: [UInt8]) -> [UInt8] {
  let padding: [UInt8] = contents.count % 2 == 0 ? [] : [0]
  return Array(type.utf8) + UInt32(contents.count).littleEndianBytes + contents + padding
}

private func threeBytes(_ value: Int) -> [UInt8] { Array(UInt32(value).littleEndianBytes.prefix(3)) }

/// Compresses pixels without loss.
private final class WebPPatchEncoder: PatchEncoder {
  private let shape: FilmShape

  init(shape: FilmShape) { self.shape = shape }

  func encode(_ patch: PixelPatch) throws(Diagnostic) -> EncodedPatch {
    let overlay = patch.overlay(shape)
    var pixels = (overlay ?? patch.whole(shape)).map { word in
      let color = straightColor(word)
      return color >> 8 | color << 24
    }
    let file = try pixels.withUnsafeMutableBufferPointer { (pixels) throws(Diagnostic) in
      try compressed(pixels, width: patch.rect.width, height: patch.rect.height)
    }
    // Without the frame of a file: RIFF, its size, WEBP.
    return EncodedPatch(bytes: Array(file.dropFirst(12)), isOverlay: overlay != nil)
  }

  private func compressed(
    _ pixels: UnsafeMutableBufferPointer<UInt32>, width: Int, height: Int
  ) throws(Diagnostic) -> [UInt8] {
    var settings = WebPConfig()
    var picture = WebPPicture()
    guard WebPConfigInit(&settings) != 0, WebPConfigLosslessPreset(&settings, 1) != 0,
      WebPPictureInit(&picture) != 0
    else { throw Diagnostic("the installed libwebp is not the one that OnePicture was built with") }
    picture.use_argb = 1
    (picture.width, picture.height) = (Int32(width), Int32(height))
    (picture.argb, picture.argb_stride) = (pixels.baseAddress, Int32(width))
    var output = WebPMemoryWriter()
    WebPMemoryWriterInit(&output)
    defer {
      WebPPictureFree(&picture)
      WebPMemoryWriterClear(&output)
    }
    picture.writer = WebPMemoryWrite
    let succeeded = withUnsafeMutablePointer(to: &output) { output in
      picture.custom_ptr = UnsafeMutableRawPointer(output)
      return WebPEncode(&settings, &picture) != 0
    }
    guard succeeded else {
      throw Diagnostic("libwebp cannot compress a frame: its error \(picture.error_code.rawValue)")
    }
    return Array(UnsafeBufferPointer(start: output.mem, count: output.size))
  }
}
