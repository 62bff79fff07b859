import Diagnostics
import Expressions
import MathCore
import SceneFiles

/// A name under `data`, and what it stands for.
struct DataDescription: Sendable {
  enum Source: Sendable {
    case file(FileDescription)
    case table(Table)
  }

  let name: String
  let source: Source
  let location: SourceLocation?

  /// What stands behind a name: a file's name, a mapping with `file` and options, or a table itself.
  init(_ entry: Entry) throws(Diagnostic) {
    name = try Definition.name(entry.key)
    location = entry.key.start
    switch entry.value.content {
    case .scalar(let scalar):
      guard !scalar.text.text.isEmpty else {
        throw Diagnostic("data: expected a file or a table, found nothing", at: entry.value.location)
      }
      source = .file(try FileDescription(scalar.text))
    case .mapping(let columns) where columns.allSatisfy({ $0.value.isList }):
      source = .table(try Table(columns: columns, at: entry.value.location))
    case .mapping: source = .file(try FileDescription(Fields(entry.value, of: name, labels: LabelReader())))
    case .sequence(let rows): source = .table(try Table(rows: rows, at: entry.value.location))
    }
  }

  func value(in scope: Scope, from folder: DataFolder?) throws(Diagnostic) -> Value {
    switch source {
    case .table(let table): return .table(table)
    case .file(let file):
      do {
        return Value(try file.content(in: scope, from: folder))
      } catch {
        throw file.located(error, name: name)
      }
    }
  }
}

/// A data file, and how it is to be read.
struct FileDescription: Sendable {
  private let path: LocatedText
  private let format: TableFormat
  private var request = TableRequest(memory: 0)

  /// A file about which nothing is said.
  init(_ path: LocatedText) throws(Diagnostic) {
    self.path = path
    format = try tableFormat(ofFile: path.text, at: path.start)
  }

  /// A file and its options.
  init(_ fields: Fields) throws(Diagnostic) {
    var fields = fields
    try self.init(try fields.required("file").text(for: fields.subject("file")))
    request.rows = try fields.integer("rows", in: 1...Int.max)
    request.columns = try fields.words("columns")
    request.separator = try fields.word("separator", among: Self.separators)
    request.decimal =
      try fields.word("decimal", among: [(".", UInt8(ascii: ".")), (",", UInt8(ascii: ","))])
      ?? UInt8(ascii: ".")
    request.hasHeader = try fields.boolean("header")
    request.names = try fields.words("names")
    request.missing = try fields.words("missing")?.map(\.text)
    if let complaint = fields.finish().first { throw complaint }
    for option in ["rows", "columns", "separator", "decimal", "header", "names", "missing"] {
      guard fields.has(option), !format.options.contains(option) else { continue }
      throw Diagnostic(
        "'\(path.text)' has no option '\(option)'", at: fields.node(option)?.location,
        help: "its options are \(format.options.joined(separator: ", "))")
    }
  }

  private static let separators: [(String, UInt8)] = [
    ("comma", UInt8(ascii: ",")), ("semicolon", UInt8(ascii: ";")), ("tab", UInt8(ascii: "\t")),
    (",", UInt8(ascii: ",")), (";", UInt8(ascii: ";")), ("\t", UInt8(ascii: "\t")), ("|", UInt8(ascii: "|")),
  ]

  fileprivate func content(in scope: Scope, from folder: DataFolder?) throws(Diagnostic) -> FileContent {
    guard let folder else {
      throw Diagnostic(
        "a scene from memory has no folder in which '\(path.text)' could lie", at: path.start)
    }
    var request = request
    request.memory = scope.memoryLeft
    request.memoryAdvice = scope.limits.memoryAdvice
    return try format.read(try folder.open(path), request)
  }

  /// The error at the file's path if it has no place, else with a hint at who asked for the file.
  fileprivate func located(_ error: Diagnostic, name: String) -> Diagnostic {
    var error = error
    guard let place = error.at else {
      error.at = path.start
      return error
    }
    guard let start = path.start, place.file != start.file else { return error }
    let asker = "'\(name)' reads the file at \(start)"
    error.help = error.help.map { "\($0); \(asker)" } ?? asker
    return error
  }
}

extension Fields {
  /// The entries of `data`.
  mutating func data(_ key: String, _ complaints: inout DiagnosticList) -> [DataDescription] {
    guard let node = node(key) else { return [] }
    guard case .mapping(let entries) = node.content else {
      complaints.append(
        Diagnostic(
          "data: expected names with their files or tables, found \(node.typeDescription)",
          at: node.location, help: "write data: {iris: iris.csv}"))
      return []
    }
    return entries.compactMap { entry in
      complaints.collect { () throws(Diagnostic) in try DataDescription(entry) }
    }
  }

  /// A list of words, as written.
  fileprivate mutating func words(_ key: String) throws(Diagnostic) -> [LocatedText]? {
    guard let node = node(key) else { return nil }
    let subject = subject(key)
    return try node.items(for: subject).map { item throws(Diagnostic) in try item.text(for: subject) }
  }
}

extension SceneFiles.Node {
  fileprivate var isList: Bool { if case .sequence = content { true } else { false } }
}
