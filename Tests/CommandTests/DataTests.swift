import Foundation
import Testing

/// Data files of scenes and of the command line.
@Suite struct DataTests {
  private static let table = "x,kind\n1,a\n2,b\n4,a\n"

  private func scene(_ path: String) -> String {
    "data:\n  t: \(path)\nlet:\n  m: mean(t.x)\ndraw:\n  - vector: [m, 1]\n"
  }

  @Test func valuesOfFilesAtThePrompt() throws {
    let workshop = try Workshop()
    try workshop.write(Self.table, to: "a.csv")
    try workshop.write("{\"x\": [5]}", to: "b.json")
    let outcome = try workshop.run(
      ["eval", "--data", "t=a.csv", "-d", "u=b.json", "mean(t[t.kind == 'a'].x)", "u.x[0] + 1", "t"])
    #expect(outcome.text == "2.5\n6\nx  kind\n1  a\n2  b\n4  a\n")
    #expect(outcome.errors == "")
  }

  @Test func whatFilesHold() throws {
    let workshop = try Workshop()
    try workshop.write(Self.table, to: "a.csv")
    let outcome = try workshop.run(["data", "a.csv", "b.csv"])
    #expect(
      outcome.text == """
        a.csv: 3 rows, 2 columns, commas, with a header
        column  type    missing  min     mean  max
        x       number        0    1  2.33333    4
        kind    text          0                     2 different: a 2, b 1

        """)
    #expect(
      outcome.errors
        == "error: cannot read 'b.csv': no such file or directory\n  help: did you mean 'a.csv'?\n")
    #expect(outcome.status == 1)
  }

  @Test func rowsBoundWhatIsTold() throws {
    let workshop = try Workshop()
    try workshop.write(Self.table + "5\n", to: "a.csv")
    #expect(try workshop.run(["data", "a.csv", "--rows", "2"]).text.hasPrefix("a.csv: 2 rows"))
    let outcome = try workshop.run(["data", "a.csv"])
    #expect(outcome.errors == "a.csv:5:2: error: expected 2 columns, found 1\n")
    #expect(try workshop.run(["data", "a.csv", "--rows", "none"]).status == 2)
    #expect(try workshop.run(["data"]).status == 2)
    #expect(try workshop.run(["eval", "--data", "a.csv", "1"]).errors.contains("expected NAME=FILE"))
  }

  @Test func scenesReadFilesBesideThem() throws {
    let workshop = try Workshop()
    try workshop.write(Self.table, to: "course/deep/a.csv")
    try workshop.write(scene("deep/a.csv"), to: "course/s.yaml")
    let outcome = try workshop.run(["eval", "--scene", "course/s.yaml", "m", "t.rows"])
    #expect(outcome.text == "2.3333333333333335\n3\n")
    #expect(try workshop.run(["render", "course/s.yaml", "-f", "svg"]).status == 0)
    try FileManager.default.createSymbolicLink(
      at: workshop.folder.appending(path: "course/link.csv"),
      withDestinationURL: workshop.folder.appending(path: "course/deep/a.csv"))
    try workshop.write(scene("./deep/../link.csv"), to: "course/s.yaml")
    #expect(try workshop.run(["check", "course/s.yaml"]).status == 0)
    // A scene on standard input stands in the current folder.
    let piped = try workshop.shell("cd course && onepicture check - < s.yaml")
    #expect(piped.status == 0, "\(piped.errors)")
  }

  static let refused: [(String, String)] = [
    ("../secret.csv", "'../secret.csv' lies outside of the scene's folder"),
    ("deep/../../secret.csv", "'deep/../../secret.csv' lies outside of the scene's folder"),
    ("/etc/passwd.csv", "'/etc/passwd.csv' lies outside of the scene's folder"),
    ("https://x.org/a.csv", "a scene reads files next to it, and nothing from 'https://x.org/a.csv'"),
    ("link.csv", "'link.csv' is a link that leads out of the scene's folder"),
    ("away/secret.csv", "'away/secret.csv' is a link that leads out of the scene's folder"),
    ("folder.csv", "cannot read 'course/folder.csv': it is a folder"),
    ("pipe.csv", "cannot read 'course/pipe.csv': it is no regular file"),
    ("zero.csv", "'zero.csv' is a link that leads out of the scene's folder"),
    ("secert.csv", "cannot read 'course/secert.csv': no such file or directory"),
    ("loop.csv", "cannot read 'course/loop.csv': too many levels of symbolic links"),
  ]

  @Test(arguments: refused) func otherFilesAreRefused(_ path: String, _ message: String) throws {
    let workshop = try Workshop()
    try workshop.write(Self.table, to: "secret.csv")
    try workshop.write(Self.table, to: "course/folder.csv/deep.csv")
    try workshop.write(scene(path), to: "course/s.yaml")
    _ = try workshop.shell(
      "cd course && mkdir deep && ln -s ../secret.csv link.csv && ln -s .. away && mkfifo pipe.csv"
        + " && ln -s /dev/zero zero.csv && ln -s loop.csv loop.csv")
    let outcome = try workshop.run(["check", "course/s.yaml"])
    #expect(outcome.errors.hasPrefix("course/s.yaml:2:6: error: \(message)\n"), "\(outcome.errors)")
    #expect(outcome.status == 1)
  }

  @Test func mistakesWithinFilesNameBothPlaces() throws {
    let workshop = try Workshop()
    try workshop.write("x,kind\n1,a\n2\n", to: "course/a.csv")
    try workshop.write(scene("a.csv"), to: "course/s.yaml")
    let outcome = try workshop.run(["check", "course/s.yaml"])
    #expect(
      outcome.errors == """
        course/a.csv:3:2: error: expected 2 columns, found 1
          help: 't' reads the file at course/s.yaml:2:6

        """)
  }
}
