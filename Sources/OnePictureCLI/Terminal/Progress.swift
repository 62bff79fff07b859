import Glibc
import OnePicture

/// A line such as `[3/12] probability/bell-curve` that is overwritten; only on a terminal, for several scenes.
struct Progress {
  private let count: Int
  private let isWatched: Bool
  private var isOnLine = false

  init(count: Int, isQuiet: Bool) {
    self.count = count
    isWatched = !isQuiet && isatty(STDERR_FILENO) == 1
  }

  mutating func show(_ number: Int, _ label: String) {
    guard isWatched, count > 1 else { return }
    clear()
    Console.write("[\(number)/\(count)] \(withoutControls(label))", to: .standardError)
    isOnLine = true
  }

  /// Tells a person at the terminal, and nobody else, that all went well.
  mutating func conclude(_ notes: [String]) {
    guard isWatched, let first = notes.first else { return }
    report(notes.count == 1 ? first : "\(notes.count) scenes: done")
  }

  /// Prints lines that stay.
  mutating func report(_ text: String) {
    clear()
    Console.print(text, to: .standardError)
  }

  mutating func clear() {
    guard isOnLine else { return }
    // Back to the line's start, and erase it (ECMA-48: EL).
    Console.write("\r\u{1B}[K", to: .standardError)
    isOnLine = false
  }
}
