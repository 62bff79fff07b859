import Foundation
import Testing

/// Labels, fonts and code through the command line.
@Suite struct WordsTests {
  private static let wrong = "title: ab $\\nabal$ cd\ncode: x\n"

  @Test func lenientRendersWhatIsWrong() throws {
    let workshop = try Workshop()
    try workshop.write(Self.wrong, to: "a.yaml")
    for command in ["check", "render"] {
      let strict = try workshop.run([command, "a.yaml"])
      #expect(strict.status == 1)
      #expect(strict.errors.hasPrefix("a.yaml:1:12: error: unknown command '\\nabal'\n"))
      let lenient = try workshop.run(
        [command, "a.yaml", "--lenient", "-o", "a.svg"].filter {
          command == "render" || !["-o", "a.svg"].contains($0)
        })
      #expect(lenient.status == 0)
      #expect(
        lenient.errors.hasPrefix(
          """
          a.yaml:1:12: warning: unknown command '\\nabal'
            title: ab $\\nabal$ cd
                       ^
            help: did you mean '\\nabla'?
          """), "\(lenient.errors)")
      #expect(lenient.errors.components(separatedBy: "warning").count == 2)
    }
    #expect(workshop.files().contains("a.svg"))
    #expect(try workshop.run(["render", "a.yaml", "--lenient", "-q"]).errors.isEmpty)
  }

  static let files: [(String, String)] = [
    ("../out.py", "'../out.py' lies outside of the scene's folder"),
    (
      "lnik.py",
      "cannot read 'course/lnik.py': no such file or directory\n  code: {file: lnik.py}\n               ^\n  help: did you mean 'link.py'?"
    ),
    ("link.py", "'link.py' is a link that leads out of the scene's folder"),
    ("long.py", "'long.py' holds 10000000 bytes, and a file of code at most 1000000"),
    ("binary.py", "'binary.py' is no text in UTF-8"),
  ]

  @Test(arguments: files) func otherFilesOfCodeAreRefused(_ path: String, _ message: String) throws {
    let workshop = try Workshop()
    try workshop.write("x", to: "out.py")
    try workshop.write("code: {file: \(path)}\n", to: "course/s.yaml")
    _ = try workshop.shell(
      "cd course && ln -s ../out.py link.py && head -c 10000000 /dev/zero > long.py && printf '\\377' > binary.py"
    )
    let outcome = try workshop.run(["check", "course/s.yaml"])
    #expect(outcome.errors.hasPrefix("course/s.yaml:1:14: error: \(message)\n"), "\(outcome.errors)")
    #expect(outcome.status == 1)
  }

  @Test(arguments: [
    ("{text: intre}", "1:15: error: unknown text font 'intre'"),
    ("{math: inter.otf}", "1:15: error: font file"),
    ("{code: ../x.otf}", "1:15: error: '../x.otf' lies outside of the scene's folder"),
    ("{math: s.otf}", "1:15: error: "),
  ])
  func unknownFontsAreErrors(_ fonts: String, _ message: String) throws {
    let workshop = try Workshop()
    try workshop.write("fonts: \(fonts)\ncode: x\n", to: "s.yaml")
    try workshop.write("no font", to: "s.otf")
    for command in ["check", "render"] {
      let outcome = try workshop.run([command, "s.yaml"])
      #expect(outcome.errors.hasPrefix("s.yaml:\(message)"), "\(outcome.errors)")
    }
  }

  @Test(arguments: [
    ("commands", "\\frac"), ("environments", "bmatrix"), ("fonts", "math: latin-modern"),
    ("languages", "python"),
    ("marks", "equation"),
  ])
  func listsName(_ family: String, _ word: String) throws {
    let output = String(decoding: try Workshop().run(["list", family]).output, as: UTF8.self)
    #expect(output.split(separator: "\n").contains(Substring(word)))
  }

  /// What only a value makes wrong is told at the value, by a lenient check as well, and once.
  @Test(arguments: [
    "title: 'a {{t}} b'\ndraw: [{curve: x}]", "title: hi\nalt: 'a {{t}} b'\ndraw: [{curve: x}]",
    "title: hi\ndraw: [{bars: [1], names: ['a {{t}} b']}]",
    "title: hi\naxes: {x: {ticks: {0: 'a {{t}} b'}}}\ndraw: [{curve: x}]",
  ])
  func lenientReadingTellsOfValues(scene: String) throws {
    let workshop = try Workshop()
    try workshop.write("let: {t: '\"1 $\\frc$ 2\"'}\n\(scene)\n", to: "s.yaml")
    let lines = "let\n\(scene)".split(separator: "\n")
    let line = try #require(lines.firstIndex { $0.contains("{{t}}") })
    let before = try #require(lines[line].range(of: "{{t}}")).lowerBound
    let place = "\(line + 1):\(lines[line].distance(from: lines[line].startIndex, to: before) + 3)"
    #expect(
      try workshop.run(["check", "s.yaml"]).errors.hasPrefix("s.yaml:\(place): error: unknown command"))
    for command in ["check", "render"] {
      let errors = try workshop.run([command, "s.yaml", "--lenient"]).errors
      #expect(errors.hasPrefix("s.yaml:\(place): warning: unknown command '\\frc'"), "\(errors)")
      #expect(errors.components(separatedBy: "warning:").count == 2, "\(errors)")
    }
  }

  /// What lies in the user's own folder under a font's name and is none is passed over.
  @Test func junkInTheOwnFolderIsPassedOver() throws {
    let workshop = try Workshop()
    try workshop.write("draw: [{curve: x}]\ntitle: a $x^2$ `c`\n", to: "s.yaml")
    try workshop.write("no font", to: "fonts/texgyrepagella-math.otf")
    #expect(mkfifo(workshop.folder.appending(path: "fonts/Inter-Bold.otf").path, 0o600) == 0)
    let plain = try workshop.shell("onepicture render s.yaml -o - -f png")
    let own = try workshop.shell("ONEPICTURE_FONTS=fonts onepicture render s.yaml -o - -f png")
    #expect(!plain.output.isEmpty && own.output == plain.output && own.errors.isEmpty)
  }

  /// A pipe is no font, and nobody waits for one.
  @Test func fontsArePlainFiles() throws {
    let workshop = try Workshop()
    #expect(mkfifo(workshop.folder.appending(path: "s.otf").path, 0o600) == 0)
    try workshop.write("fonts: {math: s.otf, text: intr, code: s.otf}\ncode: x\n", to: "s.yaml")
    let errors = try workshop.run(["check", "s.yaml"]).errors
    for place in ["1:15", "1:28", "1:40"] {
      #expect(errors.contains("s.yaml:\(place): error: "), "\(errors)")
    }
  }

  /// A character that no font has is a box and a warning, also in code.
  @Test func missingCharactersAreTold() throws {
    let workshop = try Workshop()
    try workshop.write("title: a\u{10FFFD}\ncode: b\u{10FFFC}\n", to: "s.yaml")
    let errors = try workshop.run(["render", "s.yaml"]).errors
    #expect(errors.contains("s.yaml:1:9: warning: ") && errors.contains("U+10FFFD"), "\(errors)")
    #expect(errors.contains("s.yaml:2:8: warning: ") && errors.contains("U+10FFFC"), "\(errors)")
  }
}
