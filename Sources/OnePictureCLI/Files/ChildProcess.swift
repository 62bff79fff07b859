import Diagnostics
import Glibc
import OnePicture

/// Another program, run to its end with our environment and standard error.
struct ChildProcess {
  /// What a program left behind.
  struct Outcome {
    /// As shells count it: 128 more than the signal for a killed program.
    var status: Int32
    /// What it printed.
    var output: String
  }

  /// A path, or a name on the PATH.
  let program: String
  let arguments: [String]

  init(_ program: String, _ arguments: [String]) {
    self.program = program
    self.arguments = arguments
  }

  /// Runs it, and returns at most a megabyte of what it printed; its complaints go nowhere if it `isQuiet`.
  func captured(isQuiet: Bool = false) throws(Diagnostic) -> Outcome {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { throw Diagnostic("cannot run \(program): \(systemReason())") }
    defer { close(ends[0]) }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    let writing = ends[1]
    let process: pid_t
    do throws(Diagnostic) {
      process = try spawned { actions in
        posix_spawn_file_actions_adddup2(&actions, writing, STDOUT_FILENO)
        if isQuiet {
          posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
        }
      }
    } catch {
      close(writing)
      throw error
    }
    close(writing)
    let bytes = try contents(of: ends[0], named: program, upTo: 1 << 20)
    return Outcome(status: try awaited(process), output: String(decoding: bytes, as: UTF8.self))
  }

  private func spawned(
    _ redirect: (inout posix_spawn_file_actions_t) -> Void
  ) throws(Diagnostic) -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    redirect(&actions)
    // It shall end when its pipe does, as programs usually do; we ourselves do not.
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var signals = sigset_t()
    sigemptyset(&signals)
    for signal in [SIGPIPE, SIGXFSZ] { sigaddset(&signals, signal) }
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))
    let environment = try environment()
    var process: pid_t = 0
    let code = withCStrings([program] + arguments) { arguments in
      withCStrings(environment) { environment in
        posix_spawnp(&process, program, &actions, &attributes, arguments, environment)
      }
    }
    guard code == 0 else {
      errno = code
      throw Diagnostic("cannot run \(program): \(systemReason())")
    }
    return process
  }

  private func awaited(_ process: pid_t) throws(Diagnostic) -> Int32 {
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 {
      guard errno == EINTR else { throw Diagnostic("cannot wait for \(program): \(systemReason())") }
    }
    let signal = status & 0x7F
    return signal == 0 ? status >> 8 & 0xFF : 128 + signal
  }

  /// The settings that we were started with; Swift keeps away from the C library's variable for them.
  private func environment() throws(Diagnostic) -> [String] {
    try contents(ofFile: "/proc/self/environ").split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
  }
}

/// Where a program lies that is on the PATH; `nil` if it is not there.
func programPath(_ name: String) -> String? {
  guard let path = getenv("PATH") else { return nil }
  let folders = String(cString: path).split(separator: ":", omittingEmptySubsequences: false).map(String.init)
  return folders.map { joined($0, name) }.first { access($0, X_OK) == 0 && !isFolder($0) }
}

/// Calls `body` with strings as C programs get them: a table of addresses that ends in nil.
private func withCStrings<Result>(
  _ strings: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
) -> Result {
  let copies = strings.map { strdup($0) }
  defer { copies.forEach { free($0) } }
  return body(copies + [nil])
}
