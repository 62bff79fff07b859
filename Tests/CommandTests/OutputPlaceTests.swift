import Foundation
import Testing

/// Which files a command line gives.
@Suite struct OutputPlaceTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var arguments: [String]
    var written: [String]

    var testDescription: String { arguments.joined(separator: " ") }
  }

  static let scenes = [
    "Scenes/optimization/walk.yaml", "Scenes/probability/bell.yml", "other/deep/net.json", "other/flat.yaml",
    "lone.yaml", "-odd.yaml", "other/.hidden/no.yaml", "other/notes.txt",
  ]

  static let cases = [
    Case(
      arguments: ["Scenes/optimization/walk.yaml"],
      written: ["Output/optimization/walk.png", "Output/optimization/walk.svg"]),
    Case(arguments: ["-f", "pdf", "lone.yaml"], written: ["Output/lone.pdf"]),
    Case(arguments: ["lone.yaml", "-fsvg,svg"], written: ["Output/lone.svg"]),
    Case(arguments: ["other/deep/net.json", "--format=png"], written: ["Output/net.png"]),
    Case(
      arguments: ["other", "-fsvg"], written: ["Output/deep/net.svg", "Output/flat.svg"]),
    Case(
      arguments: ["Scenes/", "-fsvg", "lone.yaml"],
      written: ["Output/lone.svg", "Output/optimization/walk.svg", "Output/probability/bell.svg"]),
    Case(arguments: ["Scenes/probability", "-fsvg"], written: ["Output/probability/bell.svg"]),
    Case(arguments: ["./other/../Scenes/./probability", "-fsvg"], written: ["Output/probability/bell.svg"]),
    Case(arguments: ["lone.yaml", "lone.yaml", "-fsvg"], written: ["Output/lone.svg"]),
    Case(arguments: ["lone.yaml", "-o", "made/here.pdf"], written: ["made/here.pdf"]),
    Case(arguments: ["-omade/HERE.SVG", "lone.yaml"], written: ["made/HERE.SVG"]),
    Case(arguments: ["lone.yaml", "-o", "v1.2", "-fsvg"], written: ["v1.2/lone.svg"]),
    Case(arguments: ["lone.yaml", "-o", "a.b/", "-fsvg"], written: ["a.b/lone.svg"]),
    Case(
      arguments: ["Scenes/optimization/walk.yaml", "-o", "made", "-fsvg"],
      written: ["made/optimization/walk.svg"]),
    Case(arguments: ["-fsvg", "--", "-odd.yaml"], written: ["Output/-odd.svg"]),
    Case(arguments: ["-", "-fsvg"], written: ["Output/scene.svg"]),
    Case(arguments: ["lone.yaml", "-o", "-"], written: []),
  ]

  @Test(arguments: cases)
  func filesAre(_ one: Case) throws {
    let workshop = try Workshop()
    for scene in Self.scenes { try workshop.write(goodScene, to: scene) }
    let outcome = try workshop.run(["render"] + one.arguments, input: goodScene)
    #expect(outcome.errors == "")
    #expect(outcome.status == 0)
    #expect(workshop.files().filter { !Self.scenes.contains($0) } == one.written)
  }

  @Test func standardOutputGetsThePictureThatTheFileGets() throws {
    let workshop = try Workshop()
    try workshop.write(goodScene, to: "scene.yaml")
    for format in ["png", "svg", "pdf"] {
      let streamed = try workshop.run(["render", "-", "-o", "-", "-f", format], input: goodScene)
      #expect(try workshop.run(["render", "scene.yaml", "-f", format]).status == 0)
      #expect(!streamed.output.isEmpty)
      #expect(try streamed.output == workshop.read("Output/scene.\(format)"))
    }
  }
}
