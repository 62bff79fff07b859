import CDeflate
import Diagnostics

/// A recipe in a PNG: two chunks of international text before the pixels.
///
/// Text that any program may copy when it changes the pixels (PNG, section 4.7.2: the fourth letter is small)
/// survives more programs than a chunk of our own would.
enum PNGRecipe {
  static let sceneKeyword = "OnePicture scene"
  static let recordKeyword = "OnePicture recipe"

  /// Compressed texts that hold more keep Pillow from opening the whole picture; such ones stay plain.
  fileprivate static let compressedLimit = 1_000_000

  static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

  /// Finds the recipe in a file; `nil` if it carries none.
  static func find(in file: [UInt8]) throws(Diagnostic) -> CarriedRecipe? {
    var (scene, record): ([UInt8]?, [UInt8]?)
    var rest = file.dropFirst(signature.count)
    while !rest.isEmpty {
      let chunk = try PNGChunk(&rest)
      if chunk.type == "IEND" { break }
      guard chunk.type == "iTXt" else { continue }
      if chunk.keyword == sceneKeyword {
        scene = try chunk.text(upTo: CarriedRecipe.sceneLimit)
      } else if chunk.keyword == recordKeyword {
        record = try chunk.text(upTo: CarriedRecipe.recordLimit)
      }
    }
    return try CarriedRecipe(scene: scene, record: record)
  }
}

extension PNGFile {
  mutating func append(_ recipe: CarriedRecipe) throws(Diagnostic) {
    try appendCarried(PNGRecipe.recordKeyword, Array(recipe.record.utf8))
    try appendCarried(PNGRecipe.sceneKeyword, recipe.scene)
  }

  private mutating func appendCarried(_ keyword: String, _ text: [UInt8]) throws(Diagnostic) {
    let isPlain = text.count > PNGRecipe.compressedLimit
    // The keyword, whether and how the text is compressed, no language, no translated keyword.
    let start = Array(keyword.utf8) + [0, isPlain ? 0 : 1, 0, 0, 0]
    append("iTXt", start + (isPlain ? text : try zlibCompressed(text)))
  }
}

/// A piece of a PNG file.
private struct PNGChunk {
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

  /// The text of a chunk of international text, decompressed.
  func text(upTo limit: Int) throws(Diagnostic) -> [UInt8] {
    let sum = checked.withUnsafeBytes { libdeflate_crc32(0, $0.baseAddress, $0.count) }
    let flags = contents.drop { $0 != 0 }.dropFirst()
    // Behind both flags, the language and the keyword in that language end with a zero byte each.
    let text = flags.dropFirst(2).drop { $0 != 0 }.dropFirst().drop { $0 != 0 }
    guard sum == checksum, let compression = flags.first, !text.isEmpty else {
      throw Diagnostic("the recipe in it is damaged: its checksum is not that of its bytes")
    }
    if compression == 1 { return try zlibInflated(text.dropFirst(), upTo: limit) }
    guard text.count - 1 <= limit else {
      throw Diagnostic("the recipe in it is too large: more than \(limit >> 20) MB")
    }
    return Array(text.dropFirst())
  }
}
