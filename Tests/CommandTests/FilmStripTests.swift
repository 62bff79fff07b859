import Foundation
import Testing

/// Films on paper, from the command line.
@Suite struct FilmStripTests {
  private static let film = "title: It grows\nfilm: {frames: 9}\ndraw:\n  - vector: [1 + t, 2]\n"

  @Test func stripsStandBesideThePicturesOfTheirScenes() throws {
    let workshop = try Workshop()
    try workshop.write(Self.film, to: "Scenes/a/grow.yaml")
    try workshop.write(goodScene, to: "Scenes/still.yaml")
    let outcome = try workshop.run(["strip", "Scenes", "--count", "3"])
    #expect(outcome.errors == "")
    #expect(workshop.files(in: "Output") == ["a/grow-strip.png", "a/grow-strip.svg"])
    let identifiers = String(decoding: try workshop.read("Output/a/grow-strip.svg"), as: UTF8.self)
      .matches(of: /\sid="([^"]*)"/).map { String($0.output.1) }
    #expect(!identifiers.isEmpty)
    #expect(Set(identifiers).count == identifiers.count)
    #expect(identifiers.allSatisfy { $0.hasPrefix("a-grow-strip") })
  }

  @Test func stripsCarryTheirRecipe() throws {
    let workshop = try Workshop()
    try workshop.write(Self.film, to: "grow.yaml")
    let words = ["strip", "grow.yaml", "--count", "4", "--columns", "2", "--theme", "dark"]
    for format in ["png", "svg", "pdf"] {
      #expect(try workshop.run(words + ["-o", "grow.\(format)"]).errors == "")
      let check = try workshop.run(["extract", "--check", "grow.\(format)"])
      #expect(check.text == "grow.\(format): drawn again, it is the same to the byte\n")
      let info = try workshop.run(["extract", "--info", "grow.\(format)"]).text
      #expect(
        info.contains("onepicture strip grow.yaml -o grow.\(format) --count 4 --columns 2 --theme dark"))
    }
  }

  @Test(arguments: [
    (["--count", "0"], "error: --count: expected a whole number from 1 to 100, found '0'\n", 2),
    (["--columns", "x"], "error: --columns: expected a whole number from 1 to 100, found 'x'\n", 2),
    (["Scenes"], "none of the 1 scenes has a film\n  help: write film: {frames: 120} into one\n", 1),
  ])
  func mistakesAreTold(_ words: [String], _ errors: String, _ status: Int32) throws {
    let workshop = try Workshop()
    try workshop.write(goodScene, to: "Scenes/still.yaml")
    let scene = words.contains("Scenes") ? [] : ["Scenes/still.yaml"]
    let outcome = try workshop.run(["strip"] + words + scene)
    #expect(outcome.errors.hasSuffix(errors))
    #expect(outcome.status == status)
    #expect(workshop.files() == ["Scenes/still.yaml"])
  }
}
