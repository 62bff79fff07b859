import Testing

/// An animated PNG taken apart: every frame as a PNG of its own.
struct AnimatedPNG {
  struct Frame {
    var x = 0, y = 0, width = 0, height = 0
    /// Numerator and denominator of the seconds that it is shown.
    var delay: [Int] = []
    /// Whether it is drawn over what is there, instead of in its place.
    var isOver = false
    var image: DecodedPNG
  }

  var frames: [Frame] = []
  var declaredCount = 0
  var playCount = 0
  /// What programs show that know nothing of animations.
  var defaultImage: DecodedPNG?
  var hasSeparateDefaultImage = false

  init(_ file: [UInt8]) throws {
    var header: [UInt8] = []
    var control: [UInt8]?
    var numbers: [Int] = []
    for (type, contents) in try chunks(of: file) {
      switch type {
      case "IHDR": header = contents
      case "acTL":
        try #require(frames.isEmpty && defaultImage == nil, "the control stands before all pictures")
        (declaredCount, playCount) = (number(contents, 0), number(contents, 4))
      case "fcTL":
        numbers.append(number(contents, 0))
        control = contents
      case "IDAT":
        defaultImage = try image(header, number(header, 0), number(header, 4), contents)
        hasSeparateDefaultImage = control == nil
        if let control { frames.append(try frame(header, control, contents)) }
      case "fdAT":
        numbers.append(number(contents, 0))
        frames.append(try frame(header, try #require(control), Array(contents.dropFirst(4))))
      default: break
      }
    }
    #expect(numbers == Array(0..<numbers.count))
    #expect(declaredCount == frames.count)
  }

  private func frame(_ header: [UInt8], _ control: [UInt8], _ pixels: [UInt8]) throws -> Frame {
    let sides = (1...4).map { number(control, $0 * 4) }
    #expect(control[24] == 0 && control[25] <= 1, "nothing is disposed of")
    return Frame(
      x: sides[2], y: sides[3], width: sides[0], height: sides[1],
      delay: [20, 22].map { Int(control[$0]) << 8 | Int(control[$0 + 1]) },
      isOver: control[25] == 1, image: try image(header, sides[0], sides[1], pixels))
  }

  private func image(_ header: [UInt8], _ width: Int, _ height: Int, _ pixels: [UInt8]) throws -> DecodedPNG {
    let size = [width, height].flatMap { side in (0..<4).map { UInt8(side >> (24 - 8 * $0) & 255) } }
    return try DecodedPNG(
      [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + chunk("IHDR", size + header[8...])
        + chunk("IDAT", pixels) + chunk("IEND", []))
  }
}

private func chunks(of file: [UInt8]) throws -> [(String, [UInt8])] {
  var chunks: [(String, [UInt8])] = []
  var at = 8
  while at + 12 <= file.count {
    let count = number(file, at)
    let body = file[at + 4..<at + 8 + count]
    #expect(number(file, at + 8 + count) == checksum(body))
    chunks.append((String(decoding: body.prefix(4), as: UTF8.self), Array(body.dropFirst(4))))
    at += 12 + count
  }
  try #require(at == file.count && chunks.last?.0 == "IEND")
  return chunks
}

private func chunk(_ type: String, _ contents: [UInt8]) -> [UInt8] {
  let body = Array(type.utf8) + contents
  let words = [contents.count, checksum(body[...])].map { word in
    (0..<4).map { UInt8(word >> (24 - 8 * $0) & 255) }
  }
  return words[0] + body + words[1]
}

private func number(_ bytes: [UInt8], _ at: Int) -> Int { bytes[at..<at + 4].reduce(0) { $0 << 8 | Int($1) } }
