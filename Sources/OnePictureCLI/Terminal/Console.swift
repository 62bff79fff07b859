import Diagnostics
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

  /// Writes a text as it is; ends the process if nobody gets the answer, for it has done nothing then.
  static func write(_ text: String, to stream: Stream) {
    let descriptor = stream == .standardOutput ? STDOUT_FILENO : STDERR_FILENO
    do throws(Diagnostic) {
      try writeAll(Array(text.utf8), to: descriptor, named: "standard output")
    } catch {
      // That errors cannot be told has nowhere to be told.
      guard stream == .standardOutput else { return }
      write(Problem(error).report + "\n", to: .standardError)
      exit(ExitStatus.failure)
    }
  }
}
