import CDeflate
import Testing

/// A PNG file read back: enough of the format for files of eight bits a component.
struct DecodedPNG: Equatable {
  var width = 0
  var height = 0
  /// 3 for red, green, blue; 4 with straight alpha.
  var channels = 0
  var pixels: [UInt8] = []
  /// The types of all chunks in order.
  var chunks: [String] = []
  var texts: [String: String] = [:]

  /// Reads a file; one of ours has no filtered rows, one of another program's may have.
  init(_ file: [UInt8], isOurs: Bool = true) throws {
    try #require(file.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]))
    var compressed: [UInt8] = []
    var at = 8
    while at + 12 <= file.count {
      let count = word(file, at)
      let type = String(decoding: file[at + 4..<at + 8], as: UTF8.self)
      let contents = Array(file[at + 8..<at + 8 + count])
      #expect(word(file, at + 8 + count) == checksum(file[at + 4..<at + 8 + count]), "checksum of \(type)")
      chunks.append(type)
      switch type {
      case "IHDR":
        (width, height) = (word(contents, 0), word(contents, 4))
        #expect(Array(contents[8...]) == [8, contents[9], 0, 0, 0])
        channels = try #require([2: 3, 6: 4][contents[9]])
      case "IDAT": compressed += contents
      case "iTXt":
        let keyword = contents.prefix { $0 != 0 }
        texts[String(decoding: keyword, as: UTF8.self)] = String(
          decoding: contents[(keyword.count + 5)...], as: UTF8.self)
      default: break
      }
      at += 12 + count
    }
    #expect(at == file.count)
    pixels = try unpacked(compressed, isOurs)
  }

  private func unpacked(_ compressed: [UInt8], _ isOurs: Bool) throws -> [UInt8] {
    let row = 1 + width * channels
    let decompressor = libdeflate_alloc_decompressor()
    defer { libdeflate_free_decompressor(decompressor) }
    var lines = [UInt8](repeating: 0xEE, count: row * height)
    var count = 0
    let result = libdeflate_zlib_decompress(
      decompressor, compressed, compressed.count, &lines, lines.count, &count)
    #expect(result == LIBDEFLATE_SUCCESS && count == lines.count)
    var pixels: [UInt8] = []
    for y in 0..<height {
      let filter = lines[y * row]
      try #require(filter == 0 || !isOurs, "only unfiltered rows are written")
      for i in 0..<row - 1 {
        let left = i < channels ? 0 : Int(pixels[pixels.count - channels])
        let above = y == 0 ? 0 : Int(pixels[pixels.count - row + 1])
        let corner = y == 0 || i < channels ? 0 : Int(pixels[pixels.count - row + 1 - channels])
        let guess = [0, left, above, (left + above) / 2, paeth(left, above, corner)][Int(filter)]
        pixels.append(lines[y * row + 1 + i] &+ UInt8(guess))
      }
    }
    return pixels
  }

  /// The neighbor nearest to left + above − corner (PNG specification, section 9.4).
  private func paeth(_ left: Int, _ above: Int, _ corner: Int) -> Int {
    let guess = left + above - corner
    let (a, b, c) = (abs(guess - left), abs(guess - above), abs(guess - corner))
    return a <= b && a <= c ? left : b <= c ? above : corner
  }

  /// Red, green, blue and alpha of a pixel.
  subscript(x: Int, y: Int) -> [UInt8] {
    let at = (y * width + x) * channels
    return Array(pixels[at..<at + channels]) + (channels == 3 ? [255] : [])
  }
}

private func word(_ bytes: [UInt8], _ at: Int) -> Int {
  bytes[at..<at + 4].reduce(0) { $0 << 8 | Int($1) }
}

/// CRC-32 bit by bit, as annex D of the PNG specification has it.
func checksum(_ bytes: ArraySlice<UInt8>) -> Int {
  var sum: UInt32 = 0xFFFF_FFFF
  for byte in bytes {
    sum ^= UInt32(byte)
    for _ in 0..<8 { sum = sum & 1 == 1 ? 0xEDB8_8320 ^ sum >> 1 : sum >> 1 }
  }
  return Int(sum ^ 0xFFFF_FFFF)
}
