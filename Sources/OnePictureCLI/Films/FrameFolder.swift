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

  func place(of frame: Int) -> String { joined(path, Self.name(of: frame)) }
  var posterPlace: String { joined(path, "poster.png") }
  var manifestPlace: String { joined(path, "film.json") }

  /// Looks at the file of a frame, every byte of it.
  func finding(of frame: Int, in film: Film) -> Finding {
    guard let bytes = try? contents(ofFile: place(of: frame), upTo: Self.fileLimit) else { return .missing }
    return Self.finding(in: bytes, note: film.note(of: frame))
  }

  static func finding(in bytes: [UInt8], note: FrameNote) -> Finding {
    let file = FrameInspection(of: bytes)
    guard file.note?.digest == note.digest else { return file.note == nil ? .damaged : .stale }
    return file.isWhole && file.note == note ? .good(FrameRecord(of: bytes)) : .damaged
  }

  /// Larger files are no frames of ours.
  static let fileLimit = 1 << 30
}
