package import Diagnostics
import Glibc
import SceneFiles

/// The bytes of a scene file: at most one more than `most`, which is enough to refuse it.
package func contents(ofFile path: String, upTo most: Int = SceneFileLimits.byteCount)
  throws(Diagnostic) -> [UInt8]
{
  let descriptor = open(path, O_RDONLY | O_CLOEXEC)
  guard descriptor >= 0 else { throw Diagnostic("cannot read '\(path)': \(systemReason())") }
  defer { close(descriptor) }
  return try contents(of: descriptor, named: path, upTo: most)
}

/// The same of what is a file or a link to one: reading a pipe that somebody left in a folder would never end.
package func regularContents(ofFile path: String, upTo most: Int) throws(Diagnostic) -> [UInt8] {
  var status = stat()
  guard stat(path, &status) == 0 else { throw Diagnostic("cannot read '\(path)': \(systemReason())") }
  guard status.st_mode & S_IFMT == S_IFREG else { throw Diagnostic("'\(path)' is not a file") }
  return try contents(ofFile: path, upTo: most)
}

/// What can be read from an open file or pipe; the same bound.
package func contents(
  of descriptor: Int32, named name: String, upTo most: Int = SceneFileLimits.byteCount
) throws(Diagnostic) -> [UInt8] {
  let limit = most + 1
  var bytes: [UInt8] = []
  var piece = [UInt8](repeating: 0, count: 1 << 16)
  while bytes.count < limit {
    let count = read(descriptor, &piece, min(piece.count, limit - bytes.count))
    if count < 0, errno == EINTR { continue }
    guard count >= 0 else { throw Diagnostic("cannot read '\(name)': \(systemReason())") }
    if count == 0 { break }
    bytes += piece[..<count]
  }
  return bytes
}
