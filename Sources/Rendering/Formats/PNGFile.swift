import CDeflate
import Diagnostics
import Drawing

/// A PNG file as it grows, chunk by chunk.
struct PNGFile {
  private(set) var bytes = PNGRecipe.signature

  /// How large the picture is, and what it shows.
  mutating func appendStart(of list: DisplayList, _ page: PixelPage) {
    appendHeader(width: page.size.width, height: page.size.height, isOpaque: page.isOpaque)
    appendResolution(pixelsPerPoint: page.pixelsPerPoint)
    appendText("Title", list.title)
    appendText("Description", list.alternativeText)
  }

  /// Eight bits a component, no interlacing.
  mutating func appendHeader(width: Int, height: Int, isOpaque: Bool) {
    append("IHDR", bigEndian(width) + bigEndian(height) + [8, isOpaque ? 2 : 6, 0, 0, 0])
  }

  /// How large the picture is meant to be: pixels per meter.
  mutating func appendResolution(pixelsPerPoint: Double) {
    // 72 points to the inch of 0.0254 m.
    let perMeter = Int(min(pixelsPerPoint * 72 / 0.0254, 2e9).rounded())
    append("pHYs", bigEndian(perMeter) + bigEndian(perMeter) + [1])
  }

  /// Text under a keyword, in UTF-8; nothing for an empty one.
  mutating func appendText(_ keyword: String, _ text: String) {
    guard !text.isEmpty else { return }
    // Not compressed, no language, no translated keyword; zero bytes may only end the parts before.
    append("iTXt", Array(keyword.utf8) + [0, 0, 0, 0, 0] + text.utf8.filter { $0 != 0 })
  }

  /// Scanlines of another program's pixels, compressed straight into the file.
  mutating func appendPixels(_ scanlines: UnsafeRawBufferPointer) throws(Diagnostic) {
    // Pictures within pictures are small.
    guard let compressor = libdeflate_alloc_compressor(2) else {
      throw Diagnostic("not enough memory for a PNG file")
    }
    defer { libdeflate_free_compressor(compressor) }
    let bound = libdeflate_zlib_compress_bound(compressor, scanlines.count)
    var count = 0
    let before = bytes
    bytes = [UInt8](unsafeUninitializedCapacity: before.count + bound + 64) { file, used in
      _ = file.initialize(from: before)
      let data = UnsafeMutableRawBufferPointer(
        rebasing: UnsafeMutableRawBufferPointer(file)[(before.count + 8)...])
      count = libdeflate_zlib_compress(
        compressor, scanlines.baseAddress, scanlines.count, data.baseAddress, bound)
      let start = bigEndian(count) + Array("IDAT".utf8)
      for i in start.indices { file[before.count + i] = start[i] }
      used = before.count + 8 + count
    }
    guard count > 0 else { throw Diagnostic("the pixels cannot be compressed") }
    appendChecksum(from: before.count + 4)
  }

  /// The bands of a picture, from the top to the bottom, as one stream.
  mutating func appendPixels(_ bands: [DeflatedBand]) {
    let count = bands.reduce(PNGFile.streamStart.count + PNGFile.streamEnd.count + 4) { $0 + $1.bytes.count }
    bytes.reserveCapacity(bytes.count + count + 32)
    bytes += bigEndian(count)
    let start = bytes.count
    bytes += "IDAT".utf8
    bytes += PNGFile.streamStart
    for band in bands { bytes += band.bytes }
    bytes += PNGFile.streamEnd
    bytes += bigEndian(Int(bands.reduce(AdlerSum()) { $0.followed(by: $1.sum) }.value))
    appendChecksum(from: start)
  }

  /// A zlib stream (RFC 1950) with a window of 32 KB, of the fastest compression.
  private static let streamStart: [UInt8] = [0x78, 0x01]
  /// The last block of the stream, with nothing in it.
  private static let streamEnd: [UInt8] = [0x03, 0x00]

  /// One chunk: length, type, contents, checksum.
  mutating func append(_ type: String, _ contents: [UInt8]) {
    bytes += bigEndian(contents.count)
    let start = bytes.count
    bytes += type.utf8
    bytes += contents
    appendChecksum(from: start)
  }

  private mutating func appendChecksum(from start: Int) {
    let sum = bytes.withUnsafeBytes { bytes in
      libdeflate_crc32(0, bytes.baseAddress?.advanced(by: start), bytes.count - start)
    }
    bytes += bigEndian(Int(sum))
  }
}

private func bigEndian(_ value: Int) -> [UInt8] {
  let word = UInt32(truncatingIfNeeded: value)
  return [UInt8(word >> 24), UInt8(word >> 16 & 255), UInt8(word >> 8 & 255), UInt8(word & 255)]
}
