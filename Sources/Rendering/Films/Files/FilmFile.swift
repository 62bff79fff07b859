import Diagnostics
import Glibc

/// A film's file while it grows: under another name in the same folder, until it is whole.
final class FilmFile {
  /// Its name in the end.
  let path: String
  /// Its name until then; another program may write to it.
  let temporaryPath: String
  private var descriptor: Int32
  private(set) var count = 0

  init(at path: String) throws(Diagnostic) {
    let name = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
    self.path = path
    // The folder is the same, so that the renaming cannot cross file systems.
    temporaryPath = "\(path[..<name])\(PartialFile.newName())"
    // Left behind only by a killed process, whose number is now ours.
    unlink(temporaryPath)
    descriptor = open(temporaryPath, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw failure }
  }

  deinit {
    guard descriptor >= 0 else { return }
    close(descriptor)
    unlink(temporaryPath)
  }

  /// Appends bytes.
  func write(_ bytes: [UInt8]) throws(Diagnostic) {
    try overwrite(at: count, bytes)
    count += bytes.count
  }

  /// Puts bytes where others stood.
  func overwrite(at offset: Int, _ bytes: [UInt8]) throws(Diagnostic) {
    var done = 0
    while done < bytes.count {
      let written = bytes.withUnsafeBytes {
        pwrite(descriptor, $0.baseAddress?.advanced(by: done), bytes.count - done, off_t(offset + done))
      }
      if written < 0, errno == EINTR { continue }
      guard written > 0 else { throw failure }
      done += written
    }
  }

  /// Gives the file its name; an older one of that name is replaced.
  func finish() throws(Diagnostic) {
    let closed = close(descriptor)
    descriptor = -1
    guard closed == 0, rename(temporaryPath, path) == 0 else {
      let error = failure
      unlink(temporaryPath)
      throw error
    }
  }

  private var failure: Diagnostic { Diagnostic("cannot write '\(path)': \(systemReason())") }
}
