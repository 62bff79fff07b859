import Foundation
import Testing

/// After whatever happened, the next run paints exactly what is missing or outdated.
@Suite struct FilmResumeTests {
  /// A film that is there, and how it was right after.
  private struct MadeFilm: ~Copyable {
    let workshop: Workshop
    let contents: [String: Data]
    let times: [String: Date]

  }

  private func madeFilm(frames: Int = 12) throws -> MadeFilm {
    let workshop = try Workshop()
    try workshop.write(filmScene(frames: frames), to: "a.yaml")
    #expect(try workshop.film("a.yaml", "-o", "out").status == 0)
    let (contents, times) = (try workshop.contents(of: "out"), try workshop.times(of: "out"))
    return MadeFilm(workshop: workshop, contents: contents, times: times)
  }

  struct Damage: Sendable, CustomTestStringConvertible {
    var command: String
    /// The frames that are painted again.
    var frames: [Int]
    var testDescription: String { command }
  }

  static let damages = [
    Damage(command: "true", frames: []),
    Damage(command: "rm frame-000003.png frame-000011.png", frames: [3, 11]),
    Damage(command: "truncate -s 700 frame-000004.png", frames: [4]),
    Damage(command: "truncate -s -1 frame-000004.png", frames: [4]),
    Damage(command: "truncate -s 90 frame-000004.png", frames: [4]),
    Damage(command: "truncate -s 3 frame-000004.png", frames: [4]),
    Damage(command: "truncate -s 0 frame-000004.png", frames: [4]),
    Damage(command: "head -c 2000 /dev/zero > frame-000004.png", frames: [4]),
    Damage(command: "echo more >> frame-000005.png", frames: [5]),
    Damage(
      command: "printf 'x' | dd of=frame-000006.png bs=1 seek=800 conv=notrunc status=none", frames: [6]),
    Damage(command: "cp frame-000007.png frame-000008.png", frames: [8]),
    Damage(command: "mv frame-000009.png frame-000012.png", frames: [9]),
    Damage(command: "rm film.json", frames: []),
    Damage(command: "rm poster.png", frames: []),
    Damage(command: "echo '{}' > poster.png.txt; rm poster.png.txt; truncate -s 0 poster.png", frames: []),
    Damage(command: "touch .onepicture-$(hostname)-4194305-7.partial", frames: []),
    Damage(command: "touch -d '2 hours ago' .onepicture-elsewhere-1-7.partial", frames: []),
  ]

  @Test(arguments: damages)
  func damageIsMended(_ damage: Damage) throws {
    let film = try madeFilm()
    #expect(try film.workshop.shell("cd out && \(damage.command)").errors == "")
    let outcome = try film.workshop.film("a.yaml", "-o", "out")
    #expect(outcome.errors == "")
    #expect(outcome.status == 0)
    #expect(try film.workshop.contents(of: "out") == film.contents)
    #expect(try film.workshop.changedFrames(of: "out", since: film.times) == frameNames(damage.frames))
  }

  @Test func partialFilesOfLivingProcessesAreLeftAlone() throws {
    let made = try madeFilm()
    _ = try made.workshop.shell(
      "touch out/.onepicture-$(hostname)-1-7.partial out/.onepicture-elsewhere-1-7.partial")
    _ = try made.workshop.film("a.yaml", "-o", "out")
    #expect(made.workshop.files(in: "out").filter { $0.hasSuffix(".partial") }.count == 2)
  }

  @Test func changedSceneReplacesItsFramesAndRemovesThoseBehindItsEnd() throws {
    let made = try madeFilm()
    try made.workshop.write(filmScene(frames: 9, height: "2 - t"), to: "a.yaml")
    let outcome = try made.workshop.run(["film", "a.yaml", "-o", "out", "--scale", "0.1", "-v"])
    #expect(outcome.errors.contains("painted frames 0–8: outdated\n"))
    #expect(outcome.errors.contains("removed frames 9–11: "))
    _ = try made.workshop.film("a.yaml", "-o", "new/out")
    #expect(try made.workshop.contents(of: "out") == made.workshop.contents(of: "new/out"))
  }

  @Test func partOfAChangedSceneHasNoManifest() throws {
    let made = try madeFilm()
    try made.workshop.write(filmScene(frames: 12, height: "2 - t"), to: "a.yaml")
    _ = try made.workshop.film("a.yaml", "-o", "out", "--frames", "0..3")
    #expect(!made.workshop.files(in: "out").contains("film.json"))
    _ = try made.workshop.film("a.yaml", "-o", "out")
    _ = try made.workshop.film("a.yaml", "-o", "new")
    #expect(try made.workshop.contents(of: "out") == made.workshop.contents(of: "new"))
    #expect(try made.workshop.contents(of: "out") != made.contents)
  }

  @Test func changedDataOutdateTheFrames() throws {
    let workshop = try Workshop()
    try workshop.write("name,height\none,2\n", to: "points.csv")
    let scene = filmScene(frames: 3, height: "points.height[0]", more: "data: {points: points.csv}\n")
    try workshop.write(scene, to: "a.yaml")
    let outcome = try workshop.film("a.yaml", "-o", "out")
    #expect(outcome.errors == "")
    try workshop.write("name,height\none,3\n", to: "points.csv")
    let before = try workshop.times(of: "out")
    _ = try workshop.film("a.yaml", "-o", "out")
    #expect(try workshop.changedFrames(of: "out", since: before) == frameNames(0..<3))
  }

  @Test(arguments: ["--theme dark", "--canvas square", "--transparent", "--scale 0.2"])
  func optionsOutdateTheFrames(_ option: String) throws {
    let made = try madeFilm(frames: 2)
    let outcome = try made.workshop.shell("onepicture film a.yaml -o out --scale 0.1 \(option)")
    #expect(outcome.errors == "")
    #expect(try made.workshop.changedFrames(of: "out", since: made.times) == frameNames(0..<2))
  }

  @Test(arguments: ["KILL", "INT", "TERM"])
  func killedRunsAreCompleted(_ signal: String) throws {
    let workshop = try Workshop()
    try workshop.write(filmScene(frames: 200), to: "a.yaml")
    // Until some frames are there; in a shell that does not keep the signal from its children.
    let line = """
      set -m; '\(Workshop.binary.path)' film a.yaml -o out --scale 0.1 &
      until [ -e out/frame-000010.png ]; do sleep 0.01; done; kill -\(signal) $!; wait $!; echo $?
      """
    let outcome = try workshop.shell(line)
    let number = ["KILL": 9, "INT": 2, "TERM": 15][signal] ?? 0
    #expect(outcome.text == "\(128 + number)\n")
    let names = workshop.files(in: "out").filter { !$0.hasSuffix(".partial") }
    #expect((1..<200).contains(names.count))
    if signal != "KILL" {
      #expect(workshop.files(in: "out") == names)
      #expect(
        outcome.errors.contains(
          "interrupted: \(names.count) of 200 frames of a are whole; the same command goes on\n"))
    }
    for name in names {
      #expect(try workshop.read("out/\(name)").suffix(8).prefix(4) == Data("IEND".utf8))
    }
    let times = try workshop.times(of: "out")
    #expect(try workshop.film("a.yaml", "-o", "out").errors == "")
    #expect(
      try workshop.changedFrames(of: "out", since: times)
        == frameNames(0..<200).filter { !names.contains($0) })
    _ = try workshop.film("a.yaml", "-o", "new")
    #expect(try workshop.contents(of: "out") == workshop.contents(of: "new"))
  }

  @Test func fullDiskIsToldAndGoneOnFrom() throws {
    let workshop = try Workshop()
    try workshop.write(filmScene(frames: 40), to: "a.yaml")
    // No file may grow beyond 1 KiB, which fails like a full disk: in the middle.
    let outcome = try workshop.shell("ulimit -f 1; onepicture film a.yaml -o out --scale 0.1")
    #expect(outcome.errors.hasPrefix("error: cannot write 'out/frame-0000"))
    #expect(outcome.errors.hasSuffix(".png': file too large\n"))
    #expect(outcome.status == 1)
    #expect(workshop.files(in: "out") == [])
    #expect(try workshop.film("a.yaml", "-o", "out").status == 0)
    #expect(workshop.files(in: "out").count == 42)
  }
}
