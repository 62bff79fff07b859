import Rendering

/// The file of a frame, looked at without decoding its pixels.
package struct FrameInspection: Sendable {
  /// Which frame of which film it is; `nil` for files of other origin.
  package let note: FrameNote?
  /// Whether every byte is as it was written.
  package let isWhole: Bool
  /// Whether there is something of a picture in it.
  package let hasContent: Bool

  /// Looks at a file, or at its beginning: then it is not whole, but the note is found.
  package init(of bytes: [UInt8]) {
    let file = FrameFile(bytes)
    note = file.note.flatMap(FrameNote.init)
    isWhole = file.isWhole
    hasContent = file.hasPixels
  }
}

/// What a manifest says about the file of a frame.
package struct FrameRecord: Hashable, Sendable {
  /// In bytes.
  package let size: Int
  /// The SHA-256 in hexadecimal digits.
  package let digest: String
  /// In pixels.
  package let width: Int
  package let height: Int

  /// The record of a whole PNG file.
  package init(of bytes: [UInt8]) {
    size = bytes.count
    digest = OnePicture.digest(of: bytes)
    // Behind the signature and the header's length and type stand width and height (PNG, section 11.2.2).
    width = bytes.dropFirst(16).prefix(4).reduce(0) { $0 << 8 | Int($1) }
    height = bytes.dropFirst(20).prefix(4).reduce(0) { $0 << 8 | Int($1) }
  }
}
