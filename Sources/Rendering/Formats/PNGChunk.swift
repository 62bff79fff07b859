import CDeflate
import Diagnostics

/// A piece of a PNG file.
struct PNGChunk {
  let type: String
  private let contents: ArraySlice<UInt8>
  /// The type and the contents, and what their checksum should be.
  private let checked: ArraySlice<UInt8>
  private let checksum: UInt32

  /// Takes the next chunk from the front of a file.
  init(_ rest: inout ArraySlice<UInt8>) throws(Diagnostic) {
    let count = rest.prefix(4).reduce(0) { $0 << 8 | Int($1) }
    guard rest.count >= 12, count <= rest.count - 12 else {
      throw Diagnostic("the PNG file is cut off, or damaged, at byte \(rest.startIndex)")
    }
    let start = rest.startIndex
    checked = rest[start + 4..<start + 8 + count]
    type = String(decoding: checked.prefix(4), as: UTF8.self)
    contents = checked.dropFirst(4)
    checksum = rest[start + 8 + count..<start + 12 + count].reduce(0) { $0 << 8 | UInt32($1) }
    rest = rest[(start + 12 + count)...]
  }

  /// What a chunk of text is about.
  var keyword: String { String(decoding: contents.prefix(80).prefix { $0 != 0 }, as: UTF8.self) }

  /// Whether its checksum is that of its bytes.
  var isWhole: Bool { checked.withUnsafeBytes { libdeflate_crc32(0, $0.baseAddress, $0.count) } == checksum }

  /// The text of a chunk of international text, decompressed.
  func text(upTo limit: Int) throws(Diagnostic) -> [UInt8] {
    let flags = contents.drop { $0 != 0 }.dropFirst()
    // Behind both flags, the language and the keyword in that language end with a zero byte each.
    let text = flags.dropFirst(2).drop { $0 != 0 }.dropFirst().drop { $0 != 0 }
    guard isWhole, let compression = flags.first, !text.isEmpty else {
      throw Diagnostic("the recipe in it is damaged: its checksum is not that of its bytes")
    }
    if compression == 1 { return try zlibInflated(text.dropFirst(), upTo: limit) }
    guard text.count - 1 <= limit else {
      throw Diagnostic("the recipe in it is too large: more than \(limit >> 20) MB")
    }
    return Array(text.dropFirst())
  }
}
