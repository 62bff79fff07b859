import Foundation
import Testing

/// `onepicture lint` and what belongs to it: exit statuses, choices, theme files.
@Suite struct LintCommandTests {
  private static let described = "alt: An arrow to the right and up.\n"

  @Test func nothingFound() throws {
    let workshop = try Workshop()
    try workshop.write(Self.described + goodScene, to: "a.yaml")
    let outcome = try workshop.run(["lint", "a.yaml"])
    #expect(outcome.status == 0)
    #expect(outcome.errors.isEmpty && outcome.output.isEmpty)
  }

  @Test func findingsFail() throws {
    let workshop = try Workshop()
    try workshop.write(goodScene, to: "a.yaml")
    let outcome = try workshop.run(["lint", "a.yaml"])
    #expect(outcome.status == 1)
    #expect(outcome.errors.hasPrefix("a.yaml:1:1: error: the scene has no 'alt'"))
    #expect(try workshop.run(["lint", "--except", "alt", "a.yaml"]).status == 0)
    #expect(try workshop.run(["lint", "--only", "overlap,size", "a.yaml"]).status == 0)
    #expect(try workshop.run(["lint", "--only", "alt", "--theme", "dark", "a.yaml"]).status == 1)
    // A scene that has no picture at all is a finding, too.
    try workshop.write("draw: [{curv: sin}]", to: "b.yaml")
    #expect(try workshop.run(["lint", "b.yaml"]).status == 1)
  }

  @Test(arguments: [
    (["lint"], "error: no scene given\n  help: onepicture lint --help\n"),
    (
      ["lint", "--only", "overlp", "a.yaml"],
      "error: unknown check 'overlp'\n  help: did you mean 'overlap'?\n"
    ),
    (["lint", "--only", "alt", "--except", "alt", "a.yaml"], "error: --only and --except leave no check\n"),
    (["lint", "--theme", "drak", "a.yaml"], "error: unknown theme 'drak'\n  help: did you mean 'dark'?\n"),
    (
      ["render", "--canvas", "colum", "a.yaml"],
      "error: unknown canvas 'colum'\n  help: did you mean 'column'?\n"
    ),
  ])
  func misuse(_ arguments: [String], _ errors: String) throws {
    let outcome = try Workshop().run(arguments)
    #expect(outcome.status == 2)
    #expect(outcome.errors == errors)
  }

  @Test func strictRenderingWritesNoPicture() throws {
    let workshop = try Workshop()
    try workshop.write(goodScene, to: "a.yaml")
    #expect(try workshop.run(["render", "--strict", "a.yaml", "-f", "svg"]).status == 1)
    #expect(workshop.files() == ["a.yaml"])
    try workshop.write(Self.described + goodScene, to: "a.yaml")
    #expect(try workshop.run(["render", "--strict", "a.yaml", "-f", "svg"]).status == 0)
    #expect(workshop.files() == ["Output/a.svg", "a.yaml"])
  }

  /// A theme file given on the command line may lie anywhere; mistakes in it are shown with their line.
  @Test func themeFiles() throws {
    let workshop = try Workshop()
    try workshop.write(goodScene, to: "a.yaml")
    try workshop.write("base: dark\nground: '#101214'\n", to: "themes/course.yaml")
    let arguments = ["render", "a.yaml", "-f", "svg", "-o", "-", "--theme"]
    let course = try workshop.run(arguments + ["themes/course.yaml"])
    #expect(course.status == 0 && course.errors.isEmpty)
    #expect(try course.text != workshop.run(arguments + ["dark"]).text)
    try workshop.write("base: dark\nground: '#10121'\n", to: "themes/course.yaml")
    let outcome = try workshop.run(arguments + ["themes/course.yaml"])
    #expect(outcome.status == 1)
    #expect(
      outcome.errors == """
        themes/course.yaml:2:10: error: ground: '#10121' is not a color
          ground: '#10121'
                   ^
          help: write '#rrggbb' or oklch(0.6 0.15 38)

        """)
    #expect(try workshop.run(arguments + ["none.yaml"]).status == 1)
  }

  /// Theme files among the scenes of a folder are no scenes.
  @Test func foldersHoldThemes() throws {
    let workshop = try Workshop()
    try workshop.write("theme: course.yaml\n" + goodScene, to: "Scenes/a.yaml")
    try workshop.write("base: dark\n", to: "Scenes/course.yaml")
    let outcome = try workshop.run(["render", "Scenes", "-f", "svg"])
    #expect(outcome.status == 0 && outcome.errors.isEmpty)
    #expect(workshop.files(in: "Output") == ["a.svg"])
    let alone = try workshop.run(["render", "Scenes/course.yaml"])
    #expect(alone.status == 1)
    #expect(
      alone.errors.hasPrefix(
        "Scenes/course.yaml:1:1: error: this is a theme, not a scene"))
    #expect(alone.errors.contains("help: name it in a scene: theme: course.yaml\n"))
  }

  @Test func canvasesCanBeChosen() throws {
    let workshop = try Workshop()
    try workshop.write(goodScene, to: "a.yaml")
    func size(_ arguments: [String]) throws -> Substring {
      let text = try workshop.run(["render", "a.yaml", "-f", "svg", "-o", "-"] + arguments).text
      return text.firstMatch(of: /viewBox="0 0 ([0-9.]+)/)?.output.1 ?? ""
    }
    #expect(try size([]) == "960")
    #expect(try size(["--canvas", "square"]) == "540")
  }

  @Test func checksAreListed() throws {
    let outcome = try Workshop().run(["list", "checks"])
    #expect(outcome.text == "layout\noverlap\nclipping\nsize\ncontrast\nlikeness\nroles\nalt\n")
  }
}
