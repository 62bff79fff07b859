import Foundation
import Testing

/// Scenes that cannot become pictures: exit status 1, a located error, and no file.
@Suite struct BadInputTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    var bytes: Data
    /// How the report must start.
    var errors: String

    var testDescription: String { name }

    init(_ name: String, _ text: String, _ errors: String) {
      self.init(name, Data(text.utf8), errors)
    }

    init(_ name: String, _ bytes: Data, _ errors: String) {
      self.name = name
      self.bytes = bytes
      self.errors = errors
    }
  }

  static let cases = [
    Case("empty", "", "bad.yaml:1:1: error: the scene is empty\n"),
    Case("only text", "hello world", "bad.yaml:1:1: error: "),
    Case(
      "not YAML", "title: 'a\n", "bad.yaml:1:8: error: this quote is never closed\n  title: 'a\n         ^\n"),
    Case(
      "a picture", Data([0x89, 0x50, 0x4E, 0x47, 0x0D]), "bad.yaml:1:1: error: byte 0x89 is not UTF-8 text\n"),
    Case(
      "invalid UTF-8", Data("title: caf".utf8 + [0xE9, 0x0A]),
      "bad.yaml:1:11: error: byte 0xE9 is not UTF-8 text\n  title: caf\u{FFFD}\n            ^\n"),
    Case(
      "tab before the place", "title: x\ndraw:\t'a' b\n",
      "bad.yaml:2:11: error: "),
    Case(
      "wide characters before the place", "{日本: 1, 日本: 2}\n",
      "bad.yaml:1:9: error: duplicate key '日本', first given at line 1, column 2\n  {日本: 1, 日本: 2}\n            ^\n"
    ),
    Case(
      "misspelled option", goodScene + "titel: b\n",
      "bad.yaml:4:1: error: unknown option 'titel' of 'scene'\n  titel: b\n  ^\n  help: did you mean 'title'?\n"
    ),
    Case(
      "deep nesting", String(repeating: "[", count: 100_000),
      "bad.yaml:1:101: error: nested deeper than 100 levels\n"),
    Case("alias bomb", aliasBomb, "bad.yaml:5:20: error: the scene has more than 100000 values\n"),
    Case(
      "5 MB", Data(repeating: UInt8(ascii: " "), count: 5_000_000),
      "bad.yaml:1:1: error: the scene is larger than 4 MB\n"),
  ]

  static let aliasBomb: String = {
    var text = "a: &a0 [x, x, x, x, x, x, x, x, x, x, x, x, x]\n"
    for level in 1...9 {
      let aliases = Array(repeating: "*a\(level - 1)", count: 13).joined(separator: ", ")
      text += "a\(level): &a\(level) [\(aliases)]\n"
    }
    return text
  }()

  @Test(arguments: cases)
  func isLocated(_ one: Case) throws {
    let workshop = try Workshop()
    try workshop.write(one.bytes, to: "bad.yaml")
    for command in ["render", "check"] {
      let outcome = try workshop.run([command, "bad.yaml"])
      #expect(outcome.errors.hasPrefix(one.errors), "\(outcome.errors)")
      #expect(outcome.status == 1)
      #expect(outcome.output.isEmpty)
      #expect(workshop.files() == ["bad.yaml"])
    }
  }

  @Test func standardInputIsNamed() throws {
    let outcome = try Workshop().run(["render", "-", "-o", "-"], input: "a: 1\na: 2\n")
    #expect(outcome.errors.hasPrefix("<stdin>:2:1: error: duplicate key 'a'"))
    #expect(outcome.status == 1)
    #expect(outcome.output.isEmpty)
  }

  @Test func missingFile() throws {
    let outcome = try Workshop().run(["render", "nowhere.yaml"])
    #expect(outcome.errors == "error: cannot read 'nowhere.yaml': no such file or directory\n")
    #expect(outcome.status == 1)
  }

  @Test func folderInsteadOfFile() throws {
    let workshop = try Workshop()
    try workshop.write("", to: "bad.yaml/notes.txt")
    let outcome = try workshop.run(["check", "bad.yaml"])
    #expect(
      outcome.errors
        == "error: no scenes in the folder 'bad.yaml'\n  help: scenes end in .yaml, .yml or .json\n")
    #expect(outcome.status == 1)
  }

  @Test func endlessFileIsReadToTheBound() throws {
    let outcome = try Workshop().shell("onepicture render /dev/zero")
    #expect(outcome.errors.hasPrefix("/dev/zero:1:1: error: the scene is larger than 4 MB\n"))
    #expect(outcome.status == 1)
  }

  @Test func otherScenesAreRenderedAllTheSame() throws {
    let workshop = try Workshop()
    try workshop.write("a: 1\na: 2\n", to: "Scenes/a.yaml")
    try workshop.write(goodScene, to: "Scenes/b.yaml")
    let outcome = try workshop.run(["render", "Scenes", "nowhere.yaml", "-fsvg"])
    #expect(outcome.errors.hasPrefix("Scenes/a.yaml:2:1: error: "))
    #expect(outcome.errors.hasSuffix("2 of 3 scenes failed\n"))
    #expect(outcome.status == 1)
    #expect(workshop.files(in: "Output") == ["b.svg"])
  }
}
