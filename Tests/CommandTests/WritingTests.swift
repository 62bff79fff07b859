import Foundation
import Testing

/// Pictures appear whole or not at all, and failures say why.
@Suite struct WritingTests {
  @Test func fileInTheFoldersPlace() throws {
    let workshop = try Workshop()
    try workshop.write(goodScene, to: "a.yaml")
    let outcome = try workshop.run(["render", "a.yaml", "-o", "a.yaml/out.png"])
    #expect(outcome.errors == "error: cannot make the folder 'a.yaml': file exists\n")
    #expect(outcome.status == 1)
    #expect(workshop.files() == ["a.yaml"])
  }

  @Test func folderInTheFilesPlace() throws {
    let workshop = try Workshop()
    try workshop.write(goodScene, to: "a.yaml")
    try workshop.write("", to: "out.png/notes")
    let outcome = try workshop.run(["render", "a.yaml", "-o", "out.png"])
    #expect(outcome.errors == "error: cannot write 'out.png': is a directory\n")
    #expect(outcome.status == 1)
    #expect(workshop.files() == ["a.yaml", "out.png/notes"])
  }

  @Test(arguments: ["describe a.yaml", "extract --info Output/a.png", "eval 1+1", "list marks", "--help"])
  func answerThatNobodyGets(_ words: String) throws {
    let workshop = try Workshop()
    try workshop.write(goodScene, to: "a.yaml")
    _ = try workshop.run(["render", "a.yaml", "-f", "png"])
    let outcome = try workshop.shell("onepicture \(words) > /dev/full")
    #expect(outcome.errors == "error: cannot write 'standard output': no space left on device\n")
    #expect(outcome.status == 1)
  }

  @Test func unwritableFolder() throws {
    let workshop = try Workshop()
    try workshop.write(goodScene, to: "a.yaml")
    // Not even root may make files there.
    let outcome = try workshop.run(["render", "a.yaml", "-o", "/proc/onepicture"])
    #expect(outcome.errors.hasPrefix("error: cannot make the folder '/proc/onepicture': "))
    #expect(outcome.status == 1)
  }

  @Test func fullDiskLeavesTheOldPicture() throws {
    let workshop = try Workshop()
    try workshop.write(goodScene, to: "a.yaml")
    try workshop.write("old", to: "Output/a.png")
    // No file may grow beyond 1 KiB, which fails like a full disk: in the middle.
    let outcome = try workshop.shell("ulimit -f 1; onepicture render a.yaml -f png")
    #expect(outcome.errors == "error: cannot write 'Output/a.png': file too large\n")
    #expect(outcome.status == 1)
    #expect(workshop.files() == ["Output/a.png", "a.yaml"])
    #expect(try workshop.read("Output/a.png") == Data("old".utf8))
  }

  @Test func failedSceneLeavesTheOldPicture() throws {
    let workshop = try Workshop()
    try workshop.write("a: 1\na: 2\n", to: "a.yaml")
    try workshop.write("old", to: "Output/a.png")
    #expect(try workshop.run(["render", "a.yaml"]).status == 1)
    #expect(workshop.files() == ["Output/a.png", "a.yaml"])
    #expect(try workshop.read("Output/a.png") == Data("old".utf8))
  }

  @Test func sameSceneSameBytes() throws {
    let workshop = try Workshop()
    try workshop.write(goodScene, to: "a.yaml")
    try workshop.write(goodScene, to: "b/a.yaml")
    _ = try workshop.run(["render", "a.yaml", "-o", "1", "-f", "png,svg,pdf"])
    _ = try workshop.run(["render", "b/a.yaml", "-o", "2", "-f", "pdf,svg,png"])
    for format in ["png", "svg", "pdf"] {
      #expect(try workshop.read("1/a.\(format)") == workshop.read("2/a.\(format)"))
    }
  }

  @Test func interruptionLeavesWholePicturesOnly() throws {
    let workshop = try Workshop()
    for index in 0..<40 { try workshop.write(goodScene, to: "Scenes/\(index).yaml") }
    let line =
      "'\(Workshop.binary.path)' render Scenes -f png & sleep 0.2; kill -INT $! 2>/dev/null; kill $!; wait $!"
    _ = try workshop.shell(line)
    for name in workshop.files(in: "Output") {
      #expect(name.hasSuffix(".png"))
      #expect(try workshop.read("Output/\(name)").suffix(8).prefix(4) == Data("IEND".utf8))
    }
  }

  @Test func closedPipeEndsQuietly() throws {
    let workshop = try Workshop()
    let outcome = try workshop.shell("onepicture help render | true; echo ${PIPESTATUS[0]}")
    #expect(outcome.text == "0\n")
    #expect(outcome.errors == "")
  }

  @Test func unreadRemarksDoNotKeepPicturesFromBeingWritten() throws {
    let workshop = try Workshop()
    for index in 0..<3 { try workshop.write(goodScene, to: "\(index).yaml") }
    _ = try workshop.shell("onepicture render -v -fsvg *.yaml 2>&1 >/dev/null | true")
    #expect(workshop.files(in: "Output") == ["0.svg", "1.svg", "2.svg"])
  }
}
