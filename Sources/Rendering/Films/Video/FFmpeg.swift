package import Diagnostics
import Glibc

/// The program `ffmpeg` while it reads frames from us.
package final class FFmpeg {
  private let program: String
  /// What it was started with, as a shell would take it.
  package let command: String
  private let codec: VideoCodec
  private var process: pid_t = 0
  /// Our end of its standard input.
  ///
  /// A socket, since writing to a pipe whose reader died ends the writer.
  private var input: Int32 = -1
  /// What it writes to standard error, in a file without a name: a full pipe would stop it.
  private let remarks: UnsafeMutablePointer<FILE>

  /// Starts it, from the PATH or by its path.
  package init(_ codec: VideoCodec, _ arguments: [String], program: String = "ffmpeg") throws(Diagnostic) {
    self.codec = codec
    self.program = program
    let words = [program] + arguments
    command = words.map(quoted).joined(separator: " ")
    var ends: [Int32] = [-1, -1]
    guard socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0, &ends) == 0 else {
      throw Diagnostic("cannot start ffmpeg: \(systemReason())")
    }
    defer { close(ends[0]) }
    guard let remarks = tmpfile() else {
      close(ends[1])
      throw Diagnostic("cannot start ffmpeg: \(systemReason())")
    }
    self.remarks = remarks
    input = ends[1]
    let code = spawn(words, reading: ends[0])
    guard code == 0 else { throw startFailure(code) }
  }

  deinit {
    if input >= 0 { close(input) }
    if process > 0 {
      kill(process, SIGKILL)
      _ = exitStatus()
    }
    fclose(remarks)
  }

  /// Hands over bytes of frames.
  package func write(_ bytes: [UInt8]) throws(Diagnostic) {
    var done = 0
    while done < bytes.count {
      let sent = bytes.withUnsafeBytes {
        send(input, $0.baseAddress?.advanced(by: done), $0.count - done, Int32(MSG_NOSIGNAL))
      }
      if sent < 0, errno == EINTR { continue }
      // It reads no more: it must have ended.
      guard sent > 0 else { throw endFailure(exitStatus()) }
      done += sent
    }
  }

  /// Waits until it has written what it was given.
  package func finish() throws(Diagnostic) {
    shutdown(input, Int32(SHUT_WR))
    let status = exitStatus()
    guard status == 0 else { throw endFailure(status) }
  }

  private func spawn(_ words: [String], reading descriptor: Int32) -> Int32 {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, descriptor, STDIN_FILENO)
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, fileno(remarks), STDERR_FILENO)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // An interrupt from the keyboard is for us; we end it when we end. It blocks no signals that we block.
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setpgroup(&attributes, 0)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK))
    return withStrings(words) { words in
      withStrings(environment) { environment in
        posix_spawnp(&process, program, &actions, &attributes, words, environment)
      }
    }
  }

  /// Waits for its end; what `waitpid` tells of it.
  private func exitStatus() -> Int32 {
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    process = 0
    return status
  }

  private func startFailure(_ code: Int32) -> Diagnostic {
    guard code == ENOENT else { return Diagnostic("cannot start ffmpeg: \(String(cString: strerror(code)))") }
    return Diagnostic(
      "\(codec.format) needs the program ffmpeg, which is not installed", help: "apt install ffmpeg")
  }

  private func endFailure(_ status: Int32) -> Diagnostic {
    let said = spoken()
    if said.contains("Unknown encoder") {
      return Diagnostic(
        "the installed ffmpeg cannot encode \(codec.title): it lacks \(codec.encoder)",
        help: "apt install ffmpeg")
    }
    let signal = status & 0x7F
    let end =
      signal != 0 ? "was ended by signal \(signal)" : status >> 8 == 0 ? "stopped reading" : "failed"
    return Diagnostic(said.isEmpty ? "ffmpeg \(end)" : "ffmpeg \(end): \(said)", help: "it ran as \(command)")
  }

  /// The lines that it wrote to standard error, in one.
  private func spoken() -> String {
    rewind(remarks)
    var text = [UInt8](repeating: 0, count: 4000)
    let count = fread(&text, 1, text.count, remarks)
    return String(decoding: text[..<count], as: UTF8.self)
      .split(whereSeparator: \.isNewline).joined(separator: "; ")
  }
}

/// What it may see of our environment.
private let environment: [String] = ["PATH", "HOME", "LD_LIBRARY_PATH", "TMPDIR"].compactMap {
  (name: String) in
  getenv(name).map { "\(name)=\(String(cString: $0))" }
}

/// Calls `body` with strings as C programs get them: a table of addresses that ends in nil.
private func withStrings<Result>(
  _ strings: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
) -> Result {
  let copies = strings.map { strdup($0) }
  defer { copies.forEach { free($0) } }
  return body(copies + [nil])
}

/// A word as a shell takes it for itself.
private func quoted(_ word: String) -> String {
  let isPlain = word.allSatisfy { $0.isLetter || $0.isNumber || "+-./:=_,@%".contains($0) }
  if isPlain, !word.isEmpty { return word }
  return "'" + word.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
}
