import Diagnostics
import Glibc
import OnePicture

/// Writes a file that is either whole or not there; an older one stays until the new one is whole.
func writeFile(_ bytes: [UInt8], to path: String) throws(Diagnostic) {
  try makeFolder(folder(of: path))
  try replaceFile(at: path, with: bytes)
}

/// The same in a folder that is there already.
func replaceFile(at path: String, with bytes: [UInt8]) throws(Diagnostic) {
  // In the same folder, so that the renaming cannot cross file systems.
  let temporary = joined(folder(of: path), newPartialFileName())
  let signals = BlockedSignals()
  defer { signals.restore() }
  do throws(Diagnostic) {
    try fill(temporary, with: bytes, for: path)
    guard rename(temporary, path) == 0 else { throw Diagnostic("cannot write '\(path)': \(systemReason())") }
  } catch {
    unlink(temporary)
    throw error
  }
}

/// Makes the folder of a file, and removes what killed runs left there.
func prepareFile(at path: String) throws(Diagnostic) {
  let place = folder(of: path)
  try makeFolder(place)
  for entry in (try? contents(ofFolder: place.isEmpty ? "." : place)) ?? [] {
    if isAbandonedPartialFile(entry.name, in: place) { unlink(joined(place, entry.name)) }
  }
}

/// The folder in which a file lies; empty for the one we are in.
private func folder(of path: String) -> String {
  let folder = path.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
  return path.hasPrefix("/") && folder.isEmpty ? "/" : folder
}

/// Writes all bytes to an open file or pipe.
func writeAll(_ bytes: [UInt8], to descriptor: Int32, named name: String) throws(Diagnostic) {
  var rest = bytes[...]
  while !rest.isEmpty {
    let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
    if count < 0, errno == EINTR { continue }
    // Whoever reads has seen enough; pictures are still wanted when only our remarks go unread.
    if count < 0, errno == EPIPE, descriptor == STDOUT_FILENO { exit(ExitStatus.success) }
    guard count >= 0 else { throw Diagnostic("cannot write '\(name)': \(systemReason())") }
    rest = rest.dropFirst(count)
  }
}

private func fill(_ temporary: String, with bytes: [UInt8], for path: String) throws(Diagnostic) {
  // Left behind only by a killed process, whose number is now ours.
  unlink(temporary)
  let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
  guard descriptor >= 0 else { throw Diagnostic("cannot write '\(path)': \(systemReason())") }
  do {
    try writeAll(bytes, to: descriptor, named: path)
  } catch {
    close(descriptor)
    throw error
  }
  guard close(descriptor) == 0 else { throw Diagnostic("cannot write '\(path)': \(systemReason())") }
}

/// Makes a folder and those above it, as far as they are missing.
func makeFolder(_ path: String) throws(Diagnostic) {
  guard !path.isEmpty, !isFolder(path) else { return }
  var made = path.hasPrefix("/") ? "/" : ""
  for part in path.split(separator: "/") {
    made = joined(made, String(part))
    guard mkdir(made, 0o777) == 0 || (errno == EEXIST && isFolder(made)) else {
      throw Diagnostic("cannot make the folder '\(made)': \(systemReason())")
    }
  }
}
