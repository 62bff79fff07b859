import CDeflate
import Diagnostics

/// A PNG file of a film's frame, looked at without decoding its pixels.
package struct FrameFile: Sendable {
  /// What it says of the film that it belongs to; `nil` for files of other origin.
  package private(set) var note: String?
  /// Whether every chunk up to the end of the file is as it was written.
  package private(set) var isWhole = false
  /// Whether there is at least the beginning of a picture.
  package private(set) var hasPixels = false

  /// The note's keyword in the file.
  static let keyword = "OnePicture Frame"

  /// Looks at a file, or at its beginning: then it is not whole, but the note is found.
  package init(_ bytes: [UInt8]) {
    guard bytes.starts(with: PNGRecipe.signature) else {
      hasPixels = bytes.contains { $0 != 0 } && !PNGRecipe.signature.starts(with: bytes)
      return
    }
    bytes.withUnsafeBytes { survey($0) }
  }

  /// Goes from chunk to chunk (PNG, ISO/IEC 15948, section 5.3).
  private mutating func survey(_ file: UnsafeRawBufferPointer) {
    var start = PNGRecipe.signature.count
    var isIntact = true
    while file.count - start >= 12 {
      let length = Int(word(of: file, at: start))
      let type = word(of: file, at: start + 4)
      if type == Self.pixelType { hasPixels = true }
      guard length <= file.count - start - 12 else { return }
      let chunk = UnsafeRawBufferPointer(rebasing: file[(start + 4)..<(start + 8 + length)])
      isIntact =
        isIntact
        && libdeflate_crc32(0, chunk.baseAddress, chunk.count) == word(of: file, at: start + 8 + length)
      if type == Self.textType, note == nil { note = Self.note(in: chunk.dropFirst(4)) }
      start += 12 + length
      if type == Self.endType {
        isWhole = isIntact && hasPixels && start == file.count
        return
      }
    }
  }

  /// The text of a chunk with our keyword: neither compressed nor in a language.
  private static func note(in contents: Slice<UnsafeRawBufferPointer>) -> String? {
    let start = Array(keyword.utf8) + [0, 0, 0, 0, 0]
    guard contents.starts(with: start) else { return nil }
    return String(decoding: contents.dropFirst(start.count), as: UTF8.self)
  }

  private static let pixelType = type("IDAT")
  private static let textType = type("iTXt")
  private static let endType = type("IEND")

  private static func type(_ name: String) -> UInt32 { name.utf8.reduce(0) { $0 << 8 | UInt32($1) } }
}

/// Four bytes, the highest first.
private func word(of file: UnsafeRawBufferPointer, at offset: Int) -> UInt32 {
  UInt32(bigEndian: file.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
}
