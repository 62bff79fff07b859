import Diagnostics
import Expressions
import Glibc
import MathCore

/// A data file: a table as CSV or JSON, or the arrays of NumPy.
public struct DataFile: Sendable {
  private let value: Boxed<Value>
  private let path: String

  /// Reads a file, or as many of its rows as are wanted.
  public init(contentsOf path: String, rows: Int? = nil) throws(SceneError) {
    do {
      value = Boxed(try Self.value(contentsOf: path, rows: rows, memory: Limits.ceiling.memory))
    } catch {
      throw SceneError(error)
    }
    self.path = path
  }

  /// What was found in it, for a terminal: columns, what they hold, how much is missing, how large they are.
  public var summary: String { "\(path): \(dataSummary(of: value.value))" }

  /// What a file holds as a value of the language.
  static func value(contentsOf path: String, rows: Int? = nil, memory: Int) throws(Diagnostic) -> Value {
    var request = TableRequest(memory: memory)
    request.rows = rows
    let format = try tableFormat(ofFile: path, at: nil)
    return Value(try format.read(try source(ofFile: path, named: path), request))
  }
}

/// The bytes of a regular file; others, from which reading may never end, are refused.
func source(ofFile path: String, named name: String) throws(Diagnostic) -> ByteSource {
  func failure(_ reason: String) -> Diagnostic { Diagnostic("cannot read '\(name)': \(reason)") }
  // Before it is opened, which has effects on some devices and waits on pipes.
  var status = stat()
  guard stat(path, &status) == 0 else {
    var error = failure(systemReason())
    if errno == ENOENT { error.help = neighborSuggestion(of: path) }
    throw error
  }
  guard status.st_mode & S_IFMT == S_IFREG else {
    throw failure(status.st_mode & S_IFMT == S_IFDIR ? "it is a folder" : "it is no regular file")
  }
  let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
  guard descriptor >= 0 else { throw failure(systemReason()) }
  let file = OpenFile(descriptor)
  guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
    throw failure("it is no regular file")
  }
  return ByteSource(named: name, count: Int(status.st_size)) { (offset, buffer) throws(Diagnostic) in
    while true {
      let count = pread(file.descriptor, buffer.baseAddress, buffer.count, off_t(offset))
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw Diagnostic("cannot read '\(name)': \(systemReason())") }
      return count
    }
  }
}

/// A file that is closed when nobody reads it any more.
private final class OpenFile: Sendable {
  let descriptor: Int32

  init(_ descriptor: Int32) { self.descriptor = descriptor }

  deinit { close(descriptor) }
}

/// `did you mean 'iris.csv'?` for the nearest name in the folder of a file that is not there.
private func neighborSuggestion(of path: String) -> String? {
  guard let directory = opendir(folder(of: path)) else { return nil }
  defer { closedir(directory) }
  var names: [String] = []
  while names.count < 10_000, let entry = readdir(directory) {
    let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
      pointer.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: entry.pointee.d_name)) {
        String(cString: $0)
      }
    }
    if !name.hasPrefix(".") { names.append(name) }
  }
  let name = path.split(separator: "/").last.map(String.init) ?? path
  return suggestion(for: name, in: names.sorted())
}

/// The folder in which a file lies.
func folder(of path: String) -> String {
  guard let slash = path.lastIndex(of: "/") else { return "." }
  return slash == path.startIndex ? "/" : String(path[..<slash])
}
