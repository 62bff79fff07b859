import Foundation

/// A run of the real binary, as a user would start it, in a folder of its own.
struct Workshop: ~Copyable {
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "onepicture-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(at: folder)
  }

  /// What a run left behind.
  struct Outcome {
    var status: Int32
    var output: Data
    var errors: String

    var text: String { String(decoding: output, as: UTF8.self) }
  }

  /// Writes a file, with the folders above it.
  func write(_ text: String, to path: String) throws {
    try write(Data(text.utf8), to: path)
  }

  func write(_ bytes: Data, to path: String) throws {
    let file = folder.appending(path: path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try bytes.write(to: file)
  }

  func read(_ path: String) throws -> Data { try Data(contentsOf: folder.appending(path: path)) }

  /// All files below a folder, sorted, hidden ones too.
  func files(in path: String = ".") -> [String] {
    let root = folder.appending(path: path)
    let names = FileManager.default.enumerator(atPath: root.path)?.compactMap { $0 as? String } ?? []
    return names.filter { name in
      var isFolder: ObjCBool = false
      return FileManager.default.fileExists(atPath: root.appending(path: name).path, isDirectory: &isFolder)
        && !isFolder.boolValue
    }.sorted()
  }

  func run(_ arguments: [String], input: String = "") throws -> Outcome {
    try run(program: Self.binary, arguments, input: input)
  }

  /// A line for the shell, in which `onepicture` is the binary.
  func shell(_ line: String) throws -> Outcome {
    let definition = "onepicture() { '\(Self.binary.path)' \"$@\"; }; "
    return try run(program: URL(fileURLWithPath: "/bin/bash"), ["-c", definition + line], input: "")
  }

  private func run(program: URL, _ arguments: [String], input: String) throws -> Outcome {
    // Files instead of pipes: nobody has to empty them while the process runs.
    let talk = try Workshop.Talk(input)
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.standardInput = try FileHandle(forReadingFrom: talk.input)
    process.standardOutput = try FileHandle(forWritingTo: talk.output)
    process.standardError = try FileHandle(forWritingTo: talk.errors)
    try process.run()
    process.waitUntilExit()
    return Outcome(
      status: process.terminationStatus, output: try Data(contentsOf: talk.output),
      errors: String(decoding: try Data(contentsOf: talk.errors), as: UTF8.self))
  }

  /// The files that stand for the standard streams.
  private struct Talk: ~Copyable {
    let folder: URL
    var input: URL { folder.appending(path: "in") }
    var output: URL { folder.appending(path: "out") }
    var errors: URL { folder.appending(path: "err") }

    init(_ text: String) throws {
      folder = FileManager.default.temporaryDirectory.appending(path: "streams-\(UUID().uuidString)")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try Data(text.utf8).write(to: input)
      try Data().write(to: output)
      try Data().write(to: errors)
    }

    deinit {
      try? FileManager.default.removeItem(at: folder)
    }
  }

  /// The product, which the package manager builds beside the test bundle.
  static let binary = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
    .appending(path: "onepicture")
}

/// A scene without mistakes.
let goodScene = "title: A vector\ndraw:\n  - vector: [1, 2]\n"
