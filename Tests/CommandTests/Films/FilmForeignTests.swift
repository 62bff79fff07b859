import Foundation
import Testing

/// Films never overwrite what is not theirs.
@Suite struct FilmForeignTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var command: String
    var complaint: String
    var testDescription: String { command }
  }

  static let cases = [
    Case(
      command: "onepicture film b.yaml -o out --scale 0.1",
      complaint: "of the film 'b': film.json, frame-000000.png, frame-000001.png and 3 more"),
    Case(
      command: "mkdir out; onepicture render b.yaml -o out/frame-000001.png --scale 0.1",
      complaint: "of unknown origin: frame-000001.png"),
    Case(
      command: "mkdir out; echo mine > out/frame-000070.png", complaint: "of unknown origin: frame-000070.png"
    ),
    Case(command: "mkdir out; echo mine > out/frame-1.png", complaint: "of unknown origin: frame-1.png"),
    Case(command: "mkdir out; echo mine > out/poster.png", complaint: "of unknown origin: poster.png"),
    Case(command: "mkdir out; echo '{}' > out/film.json", complaint: "of unknown origin: film.json"),
    Case(
      command: "onepicture film b.yaml -o out --scale 0.1; echo mine > out/film.json",
      complaint: "of other films: film.json, frame-000000.png, frame-000001.png and 3 more"),
  ]

  @Test(arguments: cases)
  func filesOfOthersStay(_ one: Case) throws {
    let workshop = try Workshop()
    try workshop.write(filmScene(frames: 3), to: "a.yaml")
    try workshop.write(filmScene(frames: 4), to: "b.yaml")
    _ = try workshop.shell(one.command)
    let before = try workshop.contents(of: "out")
    let outcome = try workshop.film("a.yaml", "-o", "out")
    #expect(
      outcome.errors
        == "error: the folder 'out' holds files \(one.complaint)\n"
        + "  help: give another folder with -o, or overwrite them with --force\n")
    #expect(outcome.status == 1)
    #expect(try workshop.contents(of: "out") == before)
    #expect(try workshop.film("a.yaml", "-o", "out", "--force").errors == "")
    _ = try workshop.film("a.yaml", "-o", "new")
    #expect(try workshop.contents(of: "out") == workshop.contents(of: "new"))
  }

  /// Reading a pipe that nobody writes to would never end.
  @Test(arguments: ["frame-000001.png", "poster.png", "film.json"])
  func pipesAreNotRead(_ name: String) throws {
    let workshop = try Workshop()
    try workshop.write(filmScene(frames: 3), to: "a.yaml")
    _ = try workshop.shell("mkdir out; mkfifo out/\(name)")
    let outcome = try workshop.shell("timeout 20 '\(Workshop.binary.path)' film a.yaml -o out --scale 0.1")
    #expect(outcome.errors.hasPrefix("error: the folder 'out' holds files of unknown origin: \(name)\n"))
    #expect(outcome.status == 1)
    let forced = try workshop.shell(
      "timeout 20 '\(Workshop.binary.path)' film a.yaml -o out --scale 0.1 --force")
    #expect(forced.errors == "")
    #expect(forced.status == 0)
  }

  /// A crash of the machine leaves files without contents.
  @Test(arguments: ["", "head -c 500 /dev/zero"])
  func emptyManifestsAreNobodys(_ contents: String) throws {
    let workshop = try Workshop()
    try workshop.write(filmScene(frames: 3), to: "a.yaml")
    _ = try workshop.film("a.yaml", "-o", "out")
    let manifest = try workshop.read("out/film.json")
    _ = try workshop.shell("\(contents.isEmpty ? ":" : contents) > out/film.json")
    #expect(try workshop.film("a.yaml", "-o", "out").errors == "")
    #expect(try workshop.read("out/film.json") == manifest)
  }

  @Test func framesTellWhatTheyAre() throws {
    let workshop = try Workshop()
    try workshop.write(filmScene(frames: 3), to: "a.yaml")
    _ = try workshop.film("a.yaml", "-o", "out")
    let outcome = try workshop.run(["extract", "out/frame-000001.png"])
    #expect(
      outcome.errors
        == "out/frame-000001.png: error: this is frame 1 of the film 'a': frames carry no scene\n"
        + "  help: onepicture render draws the film's poster, which does\n")
    #expect(outcome.status == 1)
  }

  @Test func otherFilesAreNobodysBusiness() throws {
    let workshop = try Workshop()
    try workshop.write(filmScene(frames: 3), to: "a.yaml")
    for name in ["notes.txt", "frame.png", "frame-title.png", "picture.png"] {
      try workshop.write("mine", to: "out/\(name)")
    }
    #expect(try workshop.film("a.yaml", "-o", "out", "--force").errors == "")
    #expect(workshop.files(in: "out").count == 9)
    #expect(try workshop.read("out/frame-title.png") == Data("mine".utf8))
  }

  @Test(arguments: [
    ("/proc/onepicture", "error: cannot make the folder '/proc/onepicture': "),
    ("a-file", "error: cannot make the folder 'a-file': file exists"),
    ("a-file/out", "error: cannot make the folder 'a-file': file exists"),
  ])
  func unwritablePlaces(_ place: String, _ complaint: String) throws {
    let workshop = try Workshop()
    try workshop.write(filmScene(), to: "a.yaml")
    try workshop.write("mine", to: "a-file")
    let outcome = try workshop.film("a.yaml", "-o", place)
    #expect(outcome.errors.hasPrefix(complaint))
    #expect(outcome.status == 1)
    #expect(workshop.files() == ["a-file", "a.yaml"])
  }

  @Test func folderThatVanishesIsTold() throws {
    let workshop = try Workshop()
    try workshop.write(filmScene(frames: 300), to: "a.yaml")
    let line = """
      '\(Workshop.binary.path)' film a.yaml -o out --scale 0.1 &
      until [ -e out/frame-000020.png ]; do sleep 0.01; done; mv out gone; wait $!; echo $?
      """
    let outcome = try workshop.shell(line)
    #expect(outcome.text == "1\n")
    #expect(outcome.errors.hasSuffix(".png': no such file or directory\n"))
    #expect(workshop.files(in: "out") == [])
  }
}
