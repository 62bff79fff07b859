import CDeflate
import Diagnostics

extension FilmFormat {
  /// Pixels with what changed from frame to frame (APNG 1.0, now chapter 11.3.6 of PNG's third edition):
  /// exact colors, alpha, no program needed.
  static let apng = FilmFormat(name: "apng", alpha: .full, loops: true, hasPoster: true) {
    (shape, _, file) throws(Diagnostic) in
    try ChangeEncoder(shape, try APNGWriter(shape, file)) { () throws(Diagnostic) in
      try APNGPatchEncoder(shape)
    }
  }
}

/// The chunks of an animated PNG.
private final class APNGWriter: PatchWriter {
  let rules: PatchRules
  private let shape: FilmShape
  private let file: FilmFile
  private let controlOffset: Int
  private var sequenceNumber: UInt32 = 0
  private var frameCount: UInt32 = 0
  private var hasDefaultImage = false

  init(_ shape: FilmShape, _ file: FilmFile) throws(Diagnostic) {
    self.shape = shape
    self.file = file
    rules = PatchRules(longestRun: 65_535 / shape.rate.denominator)
    let size = UInt32(shape.width).bigEndianBytes + UInt32(shape.height).bigEndianBytes
    try file.write(PNGRecipe.signature)
    // With alpha: what did not change is left out by it, within one rectangle a frame.
    try file.write(pngChunk("IHDR", size + [8, 6, 0, 0, 0]))
    controlOffset = file.count
    try file.write(control)
  }

  /// How many frames there are, and how often they are played; written again when the number is known.
  private var control: [UInt8] {
    pngChunk("acTL", frameCount.bigEndianBytes + UInt32(shape.loopCount).bigEndianBytes)
  }

  func writePoster(_ encoded: EncodedPatch) throws(Diagnostic) {
    try file.write(pngChunk("IDAT", encoded.bytes))
    hasDefaultImage = true
  }

  func write(_ encoded: EncodedPatch, in rect: PixelRect, during frames: Range<Int>) throws(Diagnostic) {
    let sides = [rect.width, rect.height, rect.x, rect.y].flatMap { UInt32($0).bigEndianBytes }
    let delay =
      UInt16(frames.count * shape.rate.denominator).bigEndianBytes
      + UInt16(shape.rate.numerator).bigEndianBytes
    // The picture stays for the next frame; this one replaces what it covers, alpha too, or is drawn over it.
    let drawing: [UInt8] = [0, encoded.isOverlay ? 1 : 0]
    try file.write(pngChunk("fcTL", nextSequenceNumber() + sides + delay + drawing))
    if hasDefaultImage {
      try file.write(pngChunk("fdAT", nextSequenceNumber() + encoded.bytes))
    } else {
      try writePoster(encoded)
    }
    frameCount += 1
  }

  private func nextSequenceNumber() -> [UInt8] {
    defer { sequenceNumber += 1 }
    return sequenceNumber.bigEndianBytes
  }

  func finish(frames: Int) throws(Diagnostic) {
    try file.write(pngChunk("IEND", []))
    try file.overwrite(at: controlOffset, control)
    try file.finish()
  }
}

/// Compresses unfiltered rows: these pictures are long runs of equal pixels.
private final class APNGPatchEncoder: PatchEncoder {
  private let shape: FilmShape
  private let compressor: OpaquePointer

  init(_ shape: FilmShape) throws(Diagnostic) {
    guard let compressor = libdeflate_alloc_compressor(6) else {
      throw Diagnostic("not enough memory for an APNG file")
    }
    self.shape = shape
    self.compressor = compressor
  }

  deinit { libdeflate_free_compressor(compressor) }

  func encode(_ patch: PixelPatch) throws(Diagnostic) -> EncodedPatch {
    let overlay = patch.overlay(shape)
    let rows = rows(overlay ?? patch.whole(shape), patch.rect)
    let bound = libdeflate_zlib_compress_bound(compressor, rows.count)
    let bytes = [UInt8](unsafeUninitializedCapacity: bound) { buffer, count in
      count = libdeflate_zlib_compress(compressor, rows, rows.count, buffer.baseAddress, bound)
    }
    return EncodedPatch(bytes: bytes, isOverlay: overlay != nil)
  }

  /// A zero (no filter), then red, green, blue and straight alpha of each pixel of a row.
  private func rows(_ words: [UInt32], _ rect: PixelRect) -> [UInt8] {
    let size = (1 + rect.width * 4) * rect.height
    return [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      count = size
      guard var target = UnsafeMutableRawPointer(buffer.baseAddress) else { return }
      for y in 0..<rect.height {
        target.storeBytes(of: 0, as: UInt8.self)
        target += 1
        for x in 0..<rect.width {
          target.storeBytes(of: straightColor(words[y * rect.width + x]).bigEndian, as: UInt32.self)
          target += 4
        }
      }
    }
  }
}
