import Glibc
import OnePicture

/// Where text is printed.
enum Console {
  enum Stream {
    case standardOutput
    case standardError
  }

  /// Prints a text and a line break, without buffering, so that both streams keep their order.
  static func print(_ text: String, to stream: Stream) {
    write(withoutControls(text) + "\n", to: stream)
  }

  /// Writes a text as it is; a failure has nowhere to be told.
  static func write(_ text: String, to stream: Stream) {
    let descriptor = stream == .standardOutput ? STDOUT_FILENO : STDERR_FILENO
    try? writeAll(Array(text.utf8), to: descriptor, named: "the terminal")
  }
}
