import CDeflate
import Diagnostics

extension FilmFormat {
  /// Pixels with what changed from frame to frame (APNG 1.0, now chapter 11.3.6 of PNG's third edition):
  /// exact colors, alpha, no program needed.
  static let apng = FilmFormat(name: "apng", alpha: .full, loops: true, hasPoster: true) {
    (shape, _, file) throws(Diagnostic) in
    try ChangeEncoder(shape, try APNGWriter(shape, file)) { () throws(Diagnostic) in
      try APNGPatchEncoder(isOpaque: shape.isOpaque)
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
    try file.write(pngChunk("IHDR", size + [8, shape.isOpaque ? 2 : 6, 0, 0, 0]))
    controlOffset = file.count
    try file.write(control)
  }

  /// How many frames there are, and how often they are played; written again when the number is known.
  private var control: [UInt8] {
    pngChunk("acTL", frameCount.bigEndianBytes + UInt32(shape.loopCount).bigEndianBytes)
  }

  func writePoster(_ encoded: [UInt8]) throws(Diagnostic) {
    try file.write(pngChunk("IDAT", encoded))
    hasDefaultImage = true
  }

  func write(_ encoded: [UInt8], in rect: PixelRect, during frames: Range<Int>) throws(Diagnostic) {
    let sides = [rect.width, rect.height, rect.x, rect.y].flatMap { UInt32($0).bigEndianBytes }
    let delay =
      UInt16(frames.count * shape.rate.denominator).bigEndianBytes
      + UInt16(shape.rate.numerator).bigEndianBytes
    // The picture stays for the next frame, and this one replaces what it covers, alpha too.
    try file.write(pngChunk("fcTL", nextSequenceNumber() + sides + delay + [0, 0]))
    if hasDefaultImage {
      try file.write(pngChunk("fdAT", nextSequenceNumber() + encoded))
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
  private let isOpaque: Bool
  private let compressor: OpaquePointer

  init(isOpaque: Bool) throws(Diagnostic) {
    guard let compressor = libdeflate_alloc_compressor(6) else {
      throw Diagnostic("not enough memory for an APNG file")
    }
    self.isOpaque = isOpaque
    self.compressor = compressor
  }

  deinit { libdeflate_free_compressor(compressor) }

  func encode(_ patch: PixelPatch) throws(Diagnostic) -> [UInt8] {
    let rows = isOpaque ? opaqueRows(patch) : straightRows(patch)
    let bound = libdeflate_zlib_compress_bound(compressor, rows.count)
    return [UInt8](unsafeUninitializedCapacity: bound) { buffer, count in
      count = libdeflate_zlib_compress(compressor, rows, rows.count, buffer.baseAddress, bound)
    }
  }

  private func opaqueRows(_ patch: PixelPatch) -> [UInt8] {
    rows(patch, bytesPerPixel: 3) { word, target in
      target[0] = UInt8(truncatingIfNeeded: word >> 16)
      target[1] = UInt8(truncatingIfNeeded: word >> 8)
      target[2] = UInt8(truncatingIfNeeded: word)
    }
  }

  private func straightRows(_ patch: PixelPatch) -> [UInt8] {
    rows(patch, bytesPerPixel: 4) { word, target in
      let straight = straight(word)
      for i in 0..<4 { target[i] = UInt8(truncatingIfNeeded: straight >> UInt32(24 - 8 * i)) }
    }
  }

  /// A zero (no filter), then the pixels of each row.
  private func rows(
    _ patch: PixelPatch, bytesPerPixel: Int, _ store: (UInt32, UnsafeMutablePointer<UInt8>) -> Void
  ) -> [UInt8] {
    let (width, height) = (patch.rect.width, patch.rect.height)
    let size = (1 + width * bytesPerPixel) * height
    return [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      count = size
      guard var target = buffer.baseAddress else { return }
      for y in 0..<height {
        target.pointee = 0
        target += 1
        for x in 0..<width {
          store(patch.words[y * width + x], target)
          target += bytesPerPixel
        }
      }
    }
  }
}
