import Diagnostics
import Glibc

/// A folder of our own, gone with the last use of it.
final class TemporaryFolder: Sendable {
  let path: String

  init() throws(Diagnostic) {
    var name = Array("/tmp/onepicture-benchmarks-XXXXXX".utf8CString)
    guard let made = mkdtemp(&name) else { throw Diagnostic("cannot make a folder in /tmp") }
    path = String(cString: made)
  }

  deinit {
    _ = try? Command("rm", "-r", path).run()
  }
}
