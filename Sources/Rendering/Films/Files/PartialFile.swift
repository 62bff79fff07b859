import Glibc
import Synchronization

/// Files that are not whole yet: named after the process that writes them, so that those of dead ones are known.
package enum PartialFile {
  private static let start = ".onepicture-"
  private static let end = ".partial"
  private static let counter = Atomic<Int>(0)

  /// The machine's name: folders may be shared by many.
  private static let host: String = {
    var name = [CChar](repeating: 0, count: 256)
    gethostname(&name, name.count - 1)
    return String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }()

  /// A name that no other thread, process or machine uses.
  package static func newName() -> String {
    let number = counter.wrappingAdd(1, ordering: .relaxed).newValue
    return "\(start)\(host)-\(getpid())-\(number)\(end)"
  }

  /// Whether a file is left over from a process that was killed.
  package static func isAbandoned(_ name: String, in folder: String) -> Bool {
    guard name.hasPrefix(start), name.hasSuffix(end) else { return false }
    let words = name.dropFirst(start.count).dropLast(end.count).split(separator: "-")
    guard words.count >= 3, let process = pid_t(words[words.count - 2]), process > 0 else { return false }
    if words.dropLast(2).joined(separator: "-") == host {
      return process != getpid() && kill(process, 0) != 0 && errno == ESRCH
    }
    // Of another machine: nobody writes a picture for an hour.
    var status = stat()
    return lstat(folder.isEmpty ? name : "\(folder)/\(name)", &status) == 0
      && time(nil) - status.st_mtim.tv_sec > 3600
  }
}
