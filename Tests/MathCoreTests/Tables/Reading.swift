import Diagnostics
import Foundation
import MathCore

/// Files that NumPy and pandas wrote; `make.py` beside them tells how.
enum TableFiles {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Files")

  static func bytes(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: folder.appending(path: name)))
  }

  /// Words of the lines of a text.
  static func lines(_ name: String) throws -> [[String]] {
    String(decoding: try bytes(name), as: UTF8.self).split(separator: "\n").map { line in
      line.split(separator: " ").map(String.init)
    }
  }
}

/// What a file holds that is named after its format.
func content(
  _ bytes: [UInt8], named name: String, _ change: (inout TableRequest) -> Void = { _ in }
) throws(Diagnostic) -> FileContent {
  var request = TableRequest(memory: 100_000_000)
  change(&request)
  return try tableFormat(ofFile: name, at: nil).read(ByteSource(bytes, named: name), request)
}

/// The table that a text spells.
func table(
  _ text: String, named name: String = "t.csv", _ change: (inout TableRequest) -> Void = { _ in }
) throws -> Table {
  guard case .table(let table) = try content(Array(text.utf8), named: name, change) else {
    throw Diagnostic("no table")
  }
  return table
}

/// A table on one line: `a: 1 2 nan; b: x|y`.
func shown(_ table: Table) -> String {
  table.columns.map { column in
    switch column.content {
    case .numbers(let numbers): "\(column.name): " + numbers.map { "\($0)" }.joined(separator: " ")
    case .truth(let truth):
      "\(column.name): " + truth.map { $0 == 1 ? "true" : "false" }.joined(separator: " ")
    case .texts(let texts):
      "\(column.name): " + (0..<texts.count).map { texts[$0] }.joined(separator: "|")
    }
  }.joined(separator: "; ")
}

/// What is wrong with a file: `3:5: message; help`.
func complaint(
  _ text: String, named name: String = "t.csv", _ change: (inout TableRequest) -> Void = { _ in }
) -> String {
  do {
    return "no complaint, but " + shown(try table(text, named: name, change))
  } catch {
    return "\(error)".replacing("\(name):", with: "").replacing(" error:", with: "")
  }
}
