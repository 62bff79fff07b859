import ExpressionProbe
import Expressions
import Foundation
import Testing

/// Whatever is typed, the language answers with a value or with an error that has a place.
///
/// A crash or a hang of one of these stops all tests. `make fuzz` looks longer and more cleverly.
@Suite struct FuzzTests {
  struct Kind: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var count: Int
    /// At least so many have a value, or nothing behind the parser is tested.
    var leastWorking: Int
    var next: @Sendable (inout HostileTexts) -> String
  }

  static let kinds = [
    Kind(testDescription: "bytes", count: 2000, leastWorking: 0) { $0.bytes() },
    Kind(testDescription: "words in any order", count: 2000, leastWorking: 0) { $0.soup() },
    Kind(testDescription: "twisted expressions", count: 2000, leastWorking: 80) { $0.twisted() },
    Kind(testDescription: "well-formed expressions", count: 2000, leastWorking: 80) { $0.wellFormed() },
  ]

  @Test(arguments: kinds)
  func everyTextIsAnswered(_ kind: Kind) throws {
    let probe = try ExpressionProbe()
    var texts = HostileTexts(seed: 2026, models: try Self.models())
    var working = 0
    for _ in 0..<kind.count where try probe.run(kind.next(&texts)) == .worked { working += 1 }
    #expect(working >= kind.leastWorking)
  }

  @Test func modelsWork() throws {
    let probe = try ExpressionProbe()
    for text in try Self.written() { #expect(try probe.run(text) == .worked, "\(text)") }
  }

  /// Expressions with every construct, and the examples of the reference.
  static func models() throws -> [String] {
    try written() + functionReference.map(\.example).filter { !$0.isEmpty }
  }

  /// What libFuzzer starts from, too.
  static func written() throws -> [String] {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appending(path: "../Fuzzing/Expressions/models.txt")
    return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map(String.init)
  }
}
