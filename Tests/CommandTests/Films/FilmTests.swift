import Foundation
import Testing

/// Which files `onepicture film` writes.
@Suite struct FilmTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var arguments: [String]
    var frames: [Int]
    var testDescription: String { arguments.joined(separator: " ") }
  }

  static let selections = [
    Case(arguments: ["--frames", "3"], frames: [3]),
    Case(arguments: ["--frames", "0..2,10"], frames: [0, 1, 2, 10]),
    Case(arguments: ["--frames", "9..,3,3..4"], frames: [3, 4, 9, 10, 11]),
    Case(arguments: ["--frames=..1"], frames: [0, 1]),
    Case(arguments: ["--every", "5"], frames: [0, 5, 10]),
    Case(arguments: ["--frames", "2..9", "--every", "3"], frames: [2, 5, 8]),
    Case(arguments: ["--shard", "2/3"], frames: [4, 5, 6, 7]),
    Case(arguments: ["--every", "2", "--shard", "1/2", "--jobs", "3"], frames: [0, 2, 4]),
    Case(arguments: ["--shard", "20/20"], frames: [11]),
  ]

  @Test(arguments: selections)
  func framesAreThoseAskedFor(_ one: Case) throws {
    let workshop = try Workshop()
    try workshop.write(filmScene(), to: "a.yaml")
    let outcome = try workshop.run(["film", "a.yaml", "--scale", "0.1", "-o", "out"] + one.arguments)
    #expect(outcome.errors == "")
    #expect(outcome.status == 0)
    let poster = one.frames.contains(11) ? ["poster.png"] : []
    #expect(workshop.files(in: "out") == frameNames(one.frames) + poster)
  }

  @Test func wholeFilmHasAManifestThatOtherProgramsConfirm() throws {
    let workshop = try Workshop()
    try workshop.write(filmScene(), to: "Scenes/deep/a.yaml")
    #expect(try workshop.film("Scenes/deep/a.yaml").errors == "")
    let folder = "Output/deep/a"
    #expect(workshop.files(in: folder) == ["film.json"] + frameNames(0..<12) + ["poster.png"])
    let manifest = try #require(
      JSONSerialization.jsonObject(with: workshop.read("\(folder)/film.json")) as? [String: Any])
    #expect(manifest["scene"] as? String == "deep/a")
    #expect(manifest["frames"] as? Int == 12)
    #expect(manifest["fps"] as? Int == 12)
    #expect(manifest["poster"] as? Int == 11)
    let files = try #require(manifest["files"] as? [[String: Any]])
    let listed = files.map { "\($0["sha256"] ?? "")  \(frameName($0["frame"] as? Int ?? -1))" }
    try workshop.write(listed.joined(separator: "\n") + "\n", to: "\(folder)/sums")
    #expect(try workshop.shell("cd \(folder) && sha256sum --check --strict --quiet sums").status == 0)
    #expect(files.count == 12)
    for (frame, file) in files.enumerated() {
      #expect(file["bytes"] as? Int == (try workshop.read("\(folder)/\(frameName(frame))").count))
    }
    // Width and height stand at fixed places of every PNG (section 11.2.2).
    let header = try workshop.read("\(folder)/poster.png").dropFirst(18)
    #expect(manifest["width"] as? Int == Int(header[18]) << 8 | Int(header[19]))
    #expect(manifest["height"] as? Int == Int(header[22]) << 8 | Int(header[23]))
  }

  @Test func bytesDependNeitherOnThreadsNorOnShardsNorOnOrder() throws {
    let workshop = try Workshop()
    try workshop.write(filmScene(frames: 30), to: "a.yaml")
    _ = try workshop.film("a.yaml", "-o", "one", "--jobs", "1")
    _ = try workshop.film("a.yaml", "-o", "four", "--jobs", "4")
    for part in ["3/3", "1/3", "2/3"] { _ = try workshop.film("a.yaml", "-o", "parts", "--shard", part) }
    let line = "for i in 1 2 3 4; do onepicture film a.yaml -o race --scale 0.1 --shard $i/4 & done; wait"
    _ = try workshop.shell(line)
    let expected = try workshop.contents(of: "one")
    #expect(expected.count == 32)
    for folder in ["four", "parts", "race"] { #expect(try workshop.contents(of: folder) == expected) }
  }

  @Test func severalScenesGetAFolderEach() throws {
    let workshop = try Workshop()
    try workshop.write(filmScene(frames: 2), to: "Scenes/a/one.yaml")
    try workshop.write(filmScene(frames: 3), to: "Scenes/two.yaml")
    try workshop.write(goodScene, to: "Scenes/still.yaml")
    let outcome = try workshop.film("Scenes", "-o", "out")
    #expect(outcome.errors == "")
    #expect(
      workshop.files(in: "out")
        == ["a/one/film.json", "a/one/frame-000000.png", "a/one/frame-000001.png", "a/one/poster.png"]
        + (["film.json"] + frameNames(0..<3) + ["poster.png"]).map { "two/\($0)" })
  }

  @Test func oneThatFailsDoesNotStopTheOthers() throws {
    let workshop = try Workshop()
    try workshop.write(filmScene(frames: 2), to: "a.yaml")
    try workshop.write(filmScene(frames: 2, height: "nonsense"), to: "b.yaml")
    try workshop.write(filmScene(frames: 2), to: "c.yaml")
    let outcome = try workshop.film("a.yaml", "b.yaml", "c.yaml")
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("undefined name 'nonsense'"))
    #expect(outcome.errors.hasSuffix("1 of 3 films failed\n"))
    #expect(workshop.files(in: "Output/a").count == 4)
    #expect(workshop.files(in: "Output/c").count == 4)
    #expect(workshop.files(in: "Output/b") == [])
  }

  @Test func folderWithoutFilmsIsAnError() throws {
    let workshop = try Workshop()
    try workshop.write(goodScene, to: "Scenes/still.yaml")
    let outcome = try workshop.film("Scenes")
    #expect(
      outcome.errors
        == "error: none of the 1 scenes has a film\n  help: write film: {frames: 120} into one\n")
    #expect(outcome.status == 1)
  }

  @Test func mistakesOfSomeFramesAreToldOnceAndTheOthersArePainted() throws {
    let workshop = try Workshop()
    let scene = filmScene(frames: 12, height: "heights[frame]", more: "let: {heights: '[1, 2, 3]'}\n")
    try workshop.write(scene, to: "a.yaml")
    let outcome = try workshop.film("a.yaml", "-o", "out")
    #expect(outcome.status == 1)
    #expect(outcome.errors.components(separatedBy: "error: ").count == 2)
    #expect(outcome.errors.contains("a.yaml:6:"))
    #expect(outcome.errors.contains("error: frames 3–11: "))
    #expect(workshop.files(in: "out") == frameNames(0..<3))
  }
}
