import Foundation
import OnePicture
import Testing

/// What the command says when all is well.
@Suite struct TalkTests {
  @Test func versionAndHelp() throws {
    let workshop = try Workshop()
    #expect(try workshop.run(["--version"]).text == "onepicture \(version)\n")
    #expect(try workshop.run(["--help"]).text == workshop.run(["help"]).text)
    for command in ["render", "check", "eval", "explain", "list", "help"] {
      let help = try workshop.run([command, "--help"])
      #expect(help.status == 0)
      #expect(help.text.contains("usage: onepicture \(command) "))
      #expect(help.text.contains("example"))
      #expect(try workshop.run(["help", command]).text == help.text)
      #expect(help.text.split(separator: "\n").allSatisfy { $0.count <= 110 })
    }
  }

  @Test func listsNames() throws {
    let workshop = try Workshop()
    #expect(try workshop.run(["list"]).text == Vocabulary.all.map { $0.name + "\n" }.joined())
    #expect(try workshop.run(["list", "formats"]).text == "png\nsvg\npdf\n")
    for family in Vocabulary.all {
      #expect(try workshop.run(["list", family.name]).text == family.words.map { $0 + "\n" }.joined())
    }
  }

  @Test func silentUnlessAsked() throws {
    let workshop = try Workshop()
    try workshop.write(goodScene, to: "a.yaml")
    try workshop.write(goodScene, to: "b.yaml")
    #expect(try workshop.run(["render", "a.yaml", "b.yaml"]).errors == "")
    #expect(
      try workshop.run(["render", "-v", "a.yaml", "b.yaml", "-fpng,svg"]).errors
        == "wrote Output/a.png and Output/a.svg\nwrote Output/b.png and Output/b.svg\n")
    #expect(try workshop.run(["check", "-v", "a.yaml"]).errors == "a.yaml: fine\n")
  }

  @Test func terminalSeesProgress() throws {
    let workshop = try Workshop()
    try workshop.write(goodScene, to: "Scenes/a/one.yaml")
    try workshop.write(goodScene, to: "Scenes/two.yaml")
    // `script` runs its command on a terminal of its own.
    let line = "script -qec \"'\(Workshop.binary.path)' check Scenes\" /dev/null"
    let text = try workshop.shell(line).text
    #expect(text == "[1/2] a/one\r\u{1B}[K[2/2] two\r\u{1B}[K2 scenes: done\r\n")
  }

  @Test func libraryGivesTheSameBytesAsTheCommand() throws {
    let workshop = try Workshop()
    try workshop.write(goodScene, to: "a.yaml")
    _ = try workshop.run(["render", "a.yaml", "--theme", "dark", "--scale", "0.5", "-f", "png"])
    let scene = try Scene(Array(goodScene.utf8))
    let png = try #require(PictureFormat(named: "png"))
    let bytes = try scene.drawn(theme: "dark").encoded(as: png, scale: 0.5)
    #expect(try Data(bytes) == workshop.read("Output/a.png"))
  }

  @Test func libraryErrorsCarryTheirPlace() throws {
    let error = #expect(throws: SceneError.self) { try Scene(Array("a: 1\na: 2\n".utf8), named: "memory") }
    let problem = try #require(error?.problems.first)
    let place = try #require(problem.place)
    #expect((place.file, place.line, place.column) == ("memory", 2, 1))
    #expect(place.lineText == "a: 2")
    #expect(problem.severity == .error)
  }
}
