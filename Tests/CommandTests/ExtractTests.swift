import Foundation
import Testing

/// Scenes out of pictures through the command line.
@Suite struct ExtractTests {
  private static let scene =
    "title: Points\r\ndata: {t: t.csv}\ndraw:\n  - points: 't[[''a'', ''b'']]'\n"

  /// A folder with a picture in each format.
  private func workshop() throws -> Workshop {
    let workshop = try Workshop()
    try workshop.write(Self.scene, to: "course/s.yaml")
    try workshop.write("a,b\n1,2\n3,5\n4,4\n", to: "course/t.csv")
    let outcome = try workshop.run(["render", "course/s.yaml", "-o", "pictures", "-f", "png,svg,pdf"])
    #expect(outcome.errors == "")
    return workshop
  }

  @Test func theSceneComesBack() throws {
    let workshop = try workshop()
    for format in ["png", "svg", "pdf"] {
      let outcome = try workshop.run(["extract", "pictures/s.\(format)"])
      #expect(outcome.errors == "" && outcome.status == 0)
      #expect(try workshop.read("s.yaml") == Data(Self.scene.utf8))
      #expect(
        try workshop.run(["extract", "pictures/s.\(format)", "-o", "-"]).output == Data(Self.scene.utf8))
      let piped = try workshop.shell("onepicture extract - -o - < pictures/s.\(format)")
      #expect(piped.output == Data(Self.scene.utf8))
    }
    #expect(
      try workshop.run(["extract", "pictures/s.png", "pictures/s.pdf", "-o", "back/", "-v"]).errors
        == "wrote back/s.yaml\nwrote back/s.yaml\n")
    #expect(try workshop.read("back/s.yaml") == Data(Self.scene.utf8))
  }

  @Test func otherFilesAreLeftAlone() throws {
    let workshop = try workshop()
    try workshop.write("mine", to: "s.yaml")
    let refused = try workshop.run(["extract", "pictures/s.png"])
    #expect(refused.status == 1)
    #expect(
      refused.errors
        == "error: 's.yaml' is there already, with other contents\n  help: -o PLACE, or --force to replace it\n"
    )
    #expect(try workshop.read("s.yaml") == Data("mine".utf8))
    #expect(try workshop.run(["extract", "pictures/s.png", "--force"]).status == 0)
    #expect(try workshop.read("s.yaml") == Data(Self.scene.utf8))
  }

  /// The digest of the data is that of `printf 'a,b\n1,2\n3,5\n4,4\n' | sha256sum`.
  @Test func infoTellsWhatThePictureWasMadeFromAndHowToDrawItAgain() throws {
    let workshop = try workshop()
    _ = try workshop.run([
      "render", "course/s.yaml", "-o", "dark.svg", "--theme", "dark", "--transparent", "--lenient",
    ])
    let info = try workshop.run(["extract", "--info", "dark.svg"])
    let lines = info.text.split(separator: "\n").map(String.init)
    #expect(lines[0] == "dark.svg: drawn by onepicture 0.1.0, scene of \(Self.scene.utf8.count) bytes")
    #expect(
      lines[1] == "  file t.csv  sha256 69ac066d7e87d6edbffca002cfa14c8f4fb9e7ca5c229e722f97b4807adc836d")
    #expect(lines.contains { $0.hasPrefix("  font Inter-Bold  sha256 ") })
    #expect(
      lines.last
        == "  onepicture render dark.yaml -o dark.svg --theme dark --transparent --lenient --id s")
    // Which is true.
    _ = try workshop.run(["extract", "dark.svg", "-o", "course/dark.yaml"])
    let line = String(try #require(lines.last).dropFirst(2))
    #expect(try workshop.shell("cd course && \(line)").status == 0)
    #expect(try workshop.read("course/dark.svg") == workshop.read("dark.svg"))
  }

  @Test func themeFilesAndCanvasesCount() throws {
    let workshop = try workshop()
    try workshop.write("base: dark\n", to: "mine.yaml")
    let drawn = try workshop.run(
      ["render", "course/s.yaml", "-o", "mine.svg", "--theme", "mine.yaml", "--canvas", "square"])
    #expect(drawn.errors == "")
    let info = try workshop.run(["extract", "--info", "mine.svg"]).text
    #expect(info.contains("\n  theme mine.yaml  sha256 "))
    #expect(info.contains("render mine.yaml -o mine.svg --theme mine.yaml --canvas square --id s\n"))
    let check = ["extract", "--check", "-d", "course", "mine.svg"]
    #expect(try workshop.run(check).text == "mine.svg: drawn again, it is the same to the byte\n")
    try workshop.write("base: light\n", to: "mine.yaml")
    #expect(
      try workshop.run(check).text
        == "mine.svg: drawn again, it is not the same\n  mine.yaml has changed since\n")
  }

  @Test func checkComparesWithWhatIsThereNow() throws {
    let workshop = try workshop()
    func check(_ format: String, _ folder: String = "course") throws -> Workshop.Outcome {
      try workshop.run(["extract", "--check", "-d", folder, "pictures/s.\(format)"])
    }
    for format in ["png", "svg", "pdf"] {
      let same = try check(format)
      #expect(
        same.text == "pictures/s.\(format): drawn again, it is the same to the byte\n" && same.status == 0)
    }
    let elsewhere = try check("png", "pictures")
    #expect(elsewhere.text == "pictures/s.png: drawn again, it is not the same\n  t.csv is not there\n")
    #expect(elsewhere.status == 1)
    try workshop.write("a,b\n1,2\n3,5\n4,9\n", to: "course/t.csv")
    let changed = try check("pdf")
    #expect(changed.text == "pictures/s.pdf: drawn again, it is not the same\n  t.csv has changed since\n")
    #expect(changed.status == 1)
    try workshop.write("no table", to: "course/t.csv")
    #expect(try check("svg").status == 1)
  }

  @Test func aSceneChangedInThePictureIsNoticed() throws {
    let workshop = try workshop()
    let svg = String(decoding: try workshop.read("pictures/s.svg"), as: UTF8.self)
    try workshop.write(svg.replacing("title: Points", with: "title: Changed"), to: "changed.svg")
    let outcome = try workshop.run(["extract", "changed.svg", "-o", "-"])
    #expect(
      outcome.errors
        == "changed.svg: warning: the scene in it is not the one that was drawn: some program has changed it\n"
    )
    #expect(outcome.text.hasPrefix("title: Changed"))
  }

  @Test func withoutSourceThereIsNothingToExtract() throws {
    let workshop = try workshop()
    for format in ["png", "svg", "pdf"] {
      _ = try workshop.run(["render", "course/s.yaml", "-o", "bare.\(format)", "--no-source"])
      let outcome = try workshop.run(["extract", "bare.\(format)"])
      #expect(
        outcome.errors
          == "bare.\(format): error: the picture carries no scene\n  help: it was made by another program, with --no-source, or lost its scene on the way\n"
      )
      #expect(outcome.status == 1)
    }
  }

  static let mistakes: [([String], String, Int32)] = [
    ([], "error: no picture given\n  help: onepicture extract --help\n", 2),
    (["--info", "--check", "a.png"], "error: --info and --check: one at a time\n", 2),
    (
      ["--info", "a.png", "-o", "b.yaml"], "error: --info writes nothing: leave out --output and --force\n", 2
    ),
    (["--check", "--force", "a.png"], "error: --check writes nothing: leave out --output and --force\n", 2),
    (
      ["a.png", "b.png", "-o", "x.yaml"],
      "error: 'x.yaml' is one file, but there are 2 pictures\n  help: give -o a folder; a new one's name ends in '/'\n",
      2
    ),
    (["nowhere.png"], "error: cannot read 'nowhere.png': no such file or directory\n", 1),
    (["course"], "error: cannot read 'course': is a directory\n", 1),
    (
      ["course/s.yaml"],
      "course/s.yaml: error: expected a picture as PNG, SVG or PDF, found another kind of file\n", 1
    ),
    (["half.png"], "half.png: error: the PNG file is cut off, or damaged, at byte 82\n", 1),
    (["secret.svg", "-o", "-"], "", 0),
  ]

  @Test(arguments: mistakes)
  func mistakesAreTold(_ arguments: [String], _ message: String, _ status: Int32) throws {
    let workshop = try workshop()
    try workshop.write(try workshop.read("pictures/s.png").prefix(100), to: "half.png")
    try workshop.write(try workshop.read("pictures/s.svg"), to: "secret.svg")
    let outcome = try workshop.run(["extract"] + arguments)
    #expect(outcome.errors == message)
    #expect(outcome.status == status)
  }

  /// A picture may name any file, but none outside of the folder is opened.
  @Test func filesOutsideOfTheFolderAreNotRead() throws {
    let workshop = try workshop()
    let svg = String(decoding: try workshop.read("pictures/s.svg"), as: UTF8.self)
    try workshop.write(svg.replacing(" t.csv\n", with: " ../course/t.csv\n"), to: "pictures/wrong.svg")
    let outcome = try workshop.run(["extract", "--check", "-d", "pictures", "pictures/wrong.svg"])
    #expect(
      outcome.text == "pictures/wrong.svg: drawn again, it is not the same\n  ../course/t.csv is not there\n")
  }
}
