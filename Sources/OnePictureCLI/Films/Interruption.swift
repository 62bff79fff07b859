import Glibc
import OnePicture
import Synchronization

/// Ctrl-C and its like while films are made: the frames at hand are completed, and the process ends as it was
/// asked to.
final class Interruption: Sendable {
  private struct State {
    var signal: Int32?
    var deadline = 0.0
    var farewell: @Sendable () -> String? = { nil }
  }

  private let state = Mutex(State())
  private let isAsked = Atomic<Bool>(false)

  /// How long whoever waits at the terminal is asked to, in seconds.
  private static let patience = 1.0

  /// Begins to watch; `tick` is called ten times a second.
  init(tick: @escaping @Sendable () -> Void) {
    var signals = sigset_t()
    sigemptyset(&signals)
    for signal in endingSignals where !isIgnored(signal) { sigaddset(&signals, signal) }
    // Threads that are begun from now on leave these signals to the watching one.
    pthread_sigmask(SIG_BLOCK, &signals, nil)
    let watched = signals
    startWatcher { [weak self] in
      var watched = watched
      while true {
        var pause = timespec(tv_sec: 0, tv_nsec: 100_000_000)
        self?.hear(sigtimedwait(&watched, nil, &pause))
        tick()
      }
    }
  }

  /// Whether work should come to an end.
  var isRequested: Bool { isAsked.load(ordering: .relaxed) }

  /// What is said when the process ends.
  func setFarewell(_ text: @escaping @Sendable () -> String?) { state.withLock { $0.farewell = text } }

  /// Ends the process if that was asked for.
  func yield() {
    state.withLock { state in
      guard let signal = state.signal else { return }
      end(by: signal, saying: state.farewell())
    }
  }

  private func hear(_ signal: Int32) {
    state.withLock { state in
      if signal > 0 {
        // Whoever asks twice does not want to wait.
        if state.signal != nil { end(by: signal, saying: state.farewell()) }
        state.signal = signal
        state.deadline = secondsOfUptime() + Self.patience
        isAsked.store(true, ordering: .relaxed)
      } else if let asked = state.signal, secondsOfUptime() > state.deadline {
        end(by: asked, saying: state.farewell())
      }
    }
  }

  private func end(by signal: Int32, saying text: String?) {
    if let text { Console.print(text, to: .standardError) }
    Glibc.signal(signal, SIG_DFL)
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, signal)
    pthread_sigmask(SIG_UNBLOCK, &signals, nil)
    raise(signal)
  }
}

/// Whether whoever started us wants a signal to have no effect, as nohup does.
private func isIgnored(_ signal: Int32) -> Bool {
  var action = sigaction()
  guard sigaction(signal, nil, &action) == 0 else { return false }
  return unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self)
    == unsafeBitCast(SIG_IGN, to: Int.self)
}

/// Time that passes evenly, for progress and patience only.
func secondsOfUptime() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_MONOTONIC, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
}
