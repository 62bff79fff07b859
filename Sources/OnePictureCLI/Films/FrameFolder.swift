import Diagnostics
import Glibc
import OnePicture

/// The folder that holds the frames of a film.
struct FrameFolder: Sendable {
  let path: String

  /// What a folder holds of a frame.
  enum Finding: Hashable, Sendable {
    /// The file is whole, and the film's.
    case good(FrameRecord)
    case missing
    /// The film's, but not whole.
    case damaged
    /// Of another version of the scene, or of another film that may be overwritten.
    case stale
  }

  /// `frame-000017.png`.
  static func name(of frame: Int) -> String {
    let digits = String(frame)
    return "frame-\(String(repeating: "0", count: max(6 - digits.count, 0)))\(digits).png"
  }

  /// Whether a file is called as frames are, of whatever number.
  static func isFrame(_ name: String) -> Bool {
    name.hasPrefix("frame-") && name.hasSuffix(".png")
      && name.dropFirst(6).dropLast(4).allSatisfy { $0.isASCII && $0.isNumber }
  }

  func place(of frame: Int) -> String { joined(path, Self.name(of: frame)) }
  var posterPlace: String { joined(path, "poster.png") }
  var manifestPlace: String { joined(path, "film.json") }

  /// The bytes of a frame's file; `nil` if there is none that can be read.
  func file(of frame: Int) -> [UInt8]? {
    try? regularContents(ofFile: place(of: frame), upTo: Self.fileLimit)
  }

  /// Looks at the file of a frame, every byte of it.
  func finding(of frame: Int, in film: Film) -> Finding {
    file(of: frame).map { Self.finding(in: $0, note: film.note(of: frame)) } ?? .missing
  }

  static func finding(in bytes: [UInt8], note: FrameNote) -> Finding {
    let file = FrameInspection(of: bytes)
    guard file.note?.digest == note.digest else { return file.note == nil ? .damaged : .stale }
    return file.isWhole && file.note == note ? .good(FrameRecord(of: bytes)) : .damaged
  }

  /// Larger files are no frames of ours.
  static let fileLimit = 1 << 30
}
