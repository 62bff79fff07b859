import Diagnostics
import Glibc
import OnePicture

/// A program to run, by path or by name on the PATH, with its arguments.
struct Command: Sendable {
  let program: String
  let arguments: [String]
  /// Settings such as `POLY=1`, beyond those that every program gets.
  var environment: [String] = []

  init(_ program: String, _ arguments: String...) {
    self.program = program
    self.arguments = arguments
  }

  private init(_ program: String, _ arguments: [String], _ environment: [String]) {
    self.program = program
    self.arguments = arguments
    self.environment = environment
  }

  /// The same with more arguments, and with settings added.
  func with(_ more: String..., environment settings: [String] = []) -> Command {
    Command(program, arguments + more, environment + settings)
  }

  /// Runs it to its end, with standard output into a file or nowhere; throws if it fails.
  @discardableResult
  func run(output: String = "/dev/null") throws(Diagnostic) -> ProcessCost {
    let start = now()
    let process = try spawned(output)
    var status: Int32 = 0
    var usage = rusage()
    while wait4(process, &status, 0, &usage) < 0 {
      guard errno == EINTR else { throw Diagnostic("cannot wait for \(program): \(systemReason())") }
    }
    let wall = now() - start
    guard status == 0 else {
      let words = ([program] + arguments).joined(separator: " ")
      throw Diagnostic("a program failed", help: "run it by hand: \(words.prefix(200))")
    }
    return ProcessCost(wall: wall, usage)
  }

  /// Runs it and returns what it printed.
  func output(in file: String) throws(Diagnostic) -> String {
    try run(output: file)
    return String(decoding: try contents(ofFile: file), as: UTF8.self)
  }

  private func spawned(_ output: String) throws(Diagnostic) -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, output, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
    var process: pid_t = 0
    let code = withStrings([program] + arguments) { arguments in
      withStrings(Self.settings + environment) { settings in
        posix_spawnp(&process, program, &actions, nil, arguments, settings)
      }
    }
    guard code == 0 else { throw Diagnostic("cannot start \(program): \(String(cString: strerror(code)))") }
    return process
  }

  /// What programs may see of our environment; mathematics on one thread only.
  private static let settings: [String] = {
    let kept = ["PATH", "HOME", "LD_LIBRARY_PATH", "ONEPICTURE_FONTS"]
    let ours = kept.compactMap { (name: String) in
      getenv(name).map { "\(name)=\(String(cString: $0))" }
    }
    return ours + ["LC_ALL=C.UTF-8", "OMP_NUM_THREADS=1", "NUMEXPR_NUM_THREADS=1"]
  }()
}

/// Calls `body` with strings as C programs get them: a table of addresses that ends in nil.
private func withStrings<Result>(
  _ strings: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
) -> Result {
  let copies = strings.map { strdup($0) }
  defer { copies.forEach { free($0) } }
  return body(copies + [nil])
}
