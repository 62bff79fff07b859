import Glibc
import OnePicture
import Synchronization

/// A line such as `[132/240] race  87 frames/s  1 s left`, overwritten ten times a second; only on a terminal.
final class FilmProgress: Sendable {
  private struct State {
    var label = ""
    var count = 0
    var keptCount = 0
    var paintedCount = 0
    var start = 0.0
    var isOnLine = false
  }

  private let state = Mutex(State())
  let isWatched: Bool

  init(isQuiet: Bool) { isWatched = !isQuiet && isatty(STDERR_FILENO) == 1 }

  /// Begins with a film.
  func begin(_ label: String, count: Int) {
    state.withLock { state in
      (state.label, state.count) = (label, count)
      (state.keptCount, state.paintedCount, state.start) = (0, 0, secondsOfUptime())
    }
  }

  func keep() { state.withLock { $0.keptCount += 1 } }
  func paint() { state.withLock { $0.paintedCount += 1 } }

  /// Ends with the film; the seconds that it took.
  func end() -> Double {
    state.withLock { state in
      clear(&state)
      state.count = 0
      return secondsOfUptime() - state.start
    }
  }

  /// Prints lines that stay.
  func report(_ text: String) {
    state.withLock { state in
      clear(&state)
      Console.print(text, to: .standardError)
    }
  }

  /// Removes the line for as long as nothing is drawn again.
  func clear() { state.withLock { clear(&$0) } }

  /// Shows how far things have come.
  func draw() {
    guard isWatched else { return }
    state.withLock { state in
      guard state.count > 0 else { return }
      let line = line(state)
      Console.write("\r\(line)\u{1B}[K", to: .standardError)
      state.isOnLine = true
    }
  }

  private func clear(_ state: inout State) {
    guard state.isOnLine else { return }
    // Back to the line's start, and erase it (ECMA-48: EL).
    Console.write("\r\u{1B}[K", to: .standardError)
    state.isOnLine = false
  }

  private func line(_ state: State) -> String {
    let done = state.keptCount + state.paintedCount
    var text = "[\(done)/\(state.count)] \(withoutControls(state.label))"
    let seconds = secondsOfUptime() - state.start
    if state.paintedCount > 0, seconds > 0.2 {
      let rate = Double(state.paintedCount) / seconds
      text += "  \(rounded(rate)) frames/s  \(duration(Double(state.count - done) / rate)) left"
    }
    // Nothing may wrap around: the next line would not overwrite it.
    let room = terminalWidth() - 1
    guard text.count <= room else { return String(text.prefix(room)) }
    let barLength = min(30, room - text.count - 2)
    guard barLength >= 8 else { return text }
    let filled = barLength * done / state.count
    return text + "  " + String(repeating: "━", count: filled)
      + String(repeating: "┄", count: barLength - filled)
  }
}

/// Two digits of a rate: `0.42`, `8.7`, `87`.
func rounded(_ value: Double) -> String {
  guard value.isFinite, value < 1e9 else { return "∞" }
  if value >= 9.95 { return "\(Int(value.rounded()))" }
  let scale = value >= 0.995 ? 10.0 : 100.0
  return "\((value * scale).rounded() / scale)"
}

/// `1 s`, `2 min 5 s`, `3 h 20 min`.
func duration(_ seconds: Double) -> String {
  guard seconds.isFinite, seconds < 1e9 else { return "∞" }
  let seconds = Int(seconds.rounded(.up))
  if seconds < 60 { return "\(seconds) s" }
  if seconds < 3600 { return "\(seconds / 60) min \(seconds % 60) s" }
  return "\(seconds / 3600) h \(seconds % 3600 / 60) min"
}

/// How many columns the terminal has.
private func terminalWidth() -> Int {
  var size = winsize()
  guard ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
  return Int(size.ws_col)
}
