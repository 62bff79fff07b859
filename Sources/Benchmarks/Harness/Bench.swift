import Diagnostics
import Glibc

/// Where measuring happens: our program, the peers' places, and a folder for what they write.
struct Bench: Sendable {
  let rounds: Int
  /// The command `onepicture` that was built along with this program.
  let onePicture: String
  let python: String
  /// A file of formulas, if one was named.
  let formulas: String?
  private let peers: String?
  private let temporary: TemporaryFolder

  init(_ request: Request) throws(Diagnostic) {
    rounds = request.rounds
    python = request.python
    formulas = request.formulas
    peers = request.peers
    onePicture = try Self.sibling("onepicture")
    temporary = try TemporaryFolder()
  }

  /// A place in the temporary folder.
  func file(_ name: String) -> String { "\(temporary.path)/\(name)" }

  /// A peer's file, such as `c/w1.c`.
  func peer(_ path: String) throws(Diagnostic) -> String {
    guard let peers else { throw Diagnostic("no folder of peers was given") }
    return "\(peers)/\(path)"
  }

  /// A C program of the peers, compiled with everything the compiler has; `packages` as pkg-config names them.
  func compiled(_ source: String, packages: String = "") throws(Diagnostic) -> Command {
    let program = file(String(source.map { $0 == "/" ? "-" : $0 }.dropLast(2)))
    let flags = packages.isEmpty ? "" : "$(pkg-config --cflags --libs \(packages))"
    try Command(
      "sh", "-c", "gcc -O3 -march=native -ffast-math \"$1\" -o \"$2\" \(flags) -lm", "sh", try peer(source),
      program
    ).run()
    return Command(program)
  }

  /// A program in this program's folder.
  private static func sibling(_ name: String) throws(Diagnostic) -> String {
    var path = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = readlink("/proc/self/exe", &path, path.count)
    let own = path.prefix(max(0, count)).map { UInt8(bitPattern: $0) }
    guard let slash = own.lastIndex(of: UInt8(ascii: "/")) else {
      throw Diagnostic("cannot find this program's own folder")
    }
    let place = String(decoding: own[...slash], as: UTF8.self) + name
    guard access(place, X_OK) == 0 else {
      throw Diagnostic("no \(name) beside this program", help: "build everything: swift build -c release")
    }
    return place
  }
}
