import Diagnostics
import SceneFiles
import Testing

@Suite struct FieldsTests {
  private func fields(_ source: String) throws -> Fields {
    try Fields(parseYAML(Array(source.utf8), file: ""), of: "contours", labels: LabelReader())
  }

  @Test func valuesOfEachKind() throws {
    var fields = try fields("a: 2.5\nb: 14\nc: true\nd: x + 1\ne: [1]\nf:\ng: 7\n")
    #expect(try fields.number("a") == 2.5)
    #expect(try fields.integer("b", in: 1...20) == 14)
    #expect(try fields.boolean("c") == true)
    #expect(try fields.text("d")?.text == "x + 1")
    #expect(fields.node("e")?.typeDescription == "a list")
    #expect(try fields.number("f") == nil)
    #expect(try fields.text("g")?.text == "7")
    #expect(try fields.number("h") == nil)
    #expect(fields.finish() == [])
  }

  @Test func wordsByListAndCatalogue() throws {
    let shapes = Catalogue<Int>("marker", ["dot": 1, "cross": 2])
    var fields = try fields("a: dot\nb: cross\n")
    #expect(try fields.word("a", among: shapes) == 1)
    #expect(try fields.word("b", among: [("dot", 1), ("cross", 2)]) == 2)
  }

  /// A mapping, the question put to it, and the complaint.
  struct Mistake: Sendable, CustomTestStringConvertible {
    var source: String
    var error: String
    var ask: @Sendable (inout Fields) throws -> Void

    var testDescription: String { source }
  }

  static let mistakes = [
    Mistake(source: "a: [1]", error: ":1:4: error: 'a' of 'contours': expected a number, found a list") {
      _ = try $0.number("a")
    },
    Mistake(source: "a: '7'", error: ":1:4: error: 'a' of 'contours': expected a number, found '7'") {
      _ = try $0.number("a")
    },
    Mistake(source: "a: 7", error: ":1:4: error: 'a' of 'contours': expected a number from 0.1 to 5, found 7")
    {
      _ = try $0.number("a", in: 0.1...5)
    },
    Mistake(
      source: "a: .nan", error: ":1:4: error: 'a' of 'contours': expected a number that is finite, found .nan"
    ) {
      _ = try $0.number("a")
    },
    Mistake(
      source: "a: 1e999",
      error: ":1:4: error: 'a' of 'contours': expected a number that is finite, found 1e999"
    ) {
      _ = try $0.number("a")
    },
    Mistake(
      source: "a: 1e30",
      error: ":1:4: error: 'a' of 'contours': expected a whole number of at least 1, found 1e30"
    ) { _ = try $0.integer("a", in: 1...Int.max) },
    Mistake(source: "a: 2.5", error: ":1:4: error: 'a' of 'contours': expected a whole number, found 2.5") {
      _ = try $0.integer("a")
    },
    Mistake(source: "a: yes", error: ":1:4: error: 'a' of 'contours': expected true or false, found 'yes'") {
      _ = try $0.boolean("a")
    },
    Mistake(source: "a: {b: 1}", error: ":1:4: error: 'a' of 'contours': expected text, found a mapping") {
      _ = try $0.text("a")
    },
    Mistake(source: "a: dott", error: ":1:4: error: unknown a 'dott' of 'contours'; did you mean 'dot'?") {
      _ = try $0.word("a", among: [("dot", 1), ("cross", 2)])
    },
    Mistake(
      source: "form: 1", error: ":1:1: error: missing 'from' of 'contours'; did you mean 'from' by 'form'?"
    ) {
      _ = try $0.required("from")
    },
    Mistake(source: "x: 1", error: ":1:1: error: missing 'levels' of 'contours'") {
      _ = try $0.required("levels")
    },
  ]

  @Test(arguments: mistakes)
  func mistakesAreLocated(_ mistake: Mistake) throws {
    var fields = try fields(mistake.source)
    let error = #expect(throws: Diagnostic.self) { try mistake.ask(&fields) }
    #expect(error?.description == mistake.error)
  }

  @Test func unknownKeysAreErrors() throws {
    var fields = try fields("levls: 3\nzzz: 1\nfill: true\n")
    _ = try fields.integer("levels")
    _ = try fields.boolean("fill")
    let errors = fields.finish().map(\.description)
    #expect(
      errors == [
        ":1:1: error: unknown option 'levls' of 'contours'; did you mean 'levels'?",
        ":2:1: error: unknown option 'zzz' of 'contours'; known: levels, fill",
      ])
  }

  @Test func onlyMappingsHaveFields() {
    let error = #expect(throws: Diagnostic.self) { try fields("- 1") }
    #expect(error?.description == ":1:1: error: 'contours': expected a mapping, found a list")
  }
}
