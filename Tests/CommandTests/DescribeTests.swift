import Foundation
import Testing

/// What pictures show, through the command line.
@Suite struct DescribeTests {
  @Test func theScenesOwnWordsOrADraft() throws {
    let workshop = try Workshop()
    try workshop.write("alt: An arrow.\n" + goodScene, to: "s/a.yaml")
    try workshop.write(goodScene, to: "s/b.yaml")
    let draft = "A vector. A diagram of vectors."
    let both = try workshop.run(["describe", "s"])
    #expect(both.errors == "" && both.status == 0)
    #expect(both.text.hasPrefix("s/a.yaml: alt\nAn arrow.\n\ns/b.yaml: draft\n\(draft)"))
    let drafted = try workshop.run(["describe", "--draft", "s/a.yaml"])
    #expect(drafted.text.hasPrefix("s/a.yaml: draft\n\(draft)"))
    let piped = try workshop.run(["describe", "-"], input: goodScene)
    #expect(piped.text.hasSuffix("It shows an arrow from the origin to (1, 2).\n\n"))
  }

  @Test func mistakesAreTold() throws {
    let workshop = try Workshop()
    try workshop.write("draw: [{vector: '[1, 2'}]\n", to: "a.yaml")
    let outcome = try workshop.run(["describe", "a.yaml"])
    #expect(outcome.text == "" && outcome.status == 1)
    #expect(outcome.errors.hasPrefix("a.yaml:1:"))
  }
}
