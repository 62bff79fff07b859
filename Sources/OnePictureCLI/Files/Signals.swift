import Glibc

/// Lets writing to a closed pipe or past a size limit fail like any other writing, instead of killing us.
func ignoreBrokenPipes() {
  signal(SIGPIPE, SIG_IGN)
  signal(SIGXFSZ, SIG_IGN)
}

/// Those by which people and systems end a program, which can then tidy up.
let endingSignals = [SIGINT, SIGTERM, SIGHUP, SIGQUIT]

/// While it lasts, Ctrl-C and its like wait: a picture is written whole, or not begun.
struct BlockedSignals {
  private var before = sigset_t()

  init() {
    var blocked = sigset_t()
    sigemptyset(&blocked)
    for signal in endingSignals { sigaddset(&blocked, signal) }
    pthread_sigmask(SIG_BLOCK, &blocked, &before)
  }

  /// Signals that came meanwhile act now.
  func restore() {
    var before = before
    pthread_sigmask(SIG_SETMASK, &before, nil)
  }
}
