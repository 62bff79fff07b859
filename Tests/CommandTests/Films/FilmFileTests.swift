import Foundation
import Testing

/// Films in one file, encoded from memory.
@Suite struct FilmFileTests {
  /// The types of a PNG file's chunks (PNG, section 5.3).
  private func chunks(of file: Data) -> [String] {
    var (types, rest) = ([String](), Array(file).dropFirst(8))
    while rest.count >= 12 {
      let length = rest.prefix(4).reduce(0) { $0 << 8 | Int($1) }
      types.append(String(decoding: rest.dropFirst(4).prefix(4), as: UTF8.self))
      rest = rest.dropFirst(12 + length)
    }
    return types
  }

  @Test(arguments: [
    (["-o", "made/film.apng"], ["made/film.apng"]),
    (["-o", "made/film.APNG", "-f", "apng"], ["made/film.APNG"]),
    (["-f", "apng"], ["Output/a.apng"]),
    (["-f", "apng", "-o", "made/"], ["made.apng"]),
    (["-f", "apng", "-o", "."], ["a.apng"]),
    (["-f", "apng", "-o", "made", "--poster", "still/p.png"], ["made.apng", "still/p.png"]),
    (
      ["-f", "png,apng", "-o", "made"],
      ["made.apng", "made/film.json", "made/frame-000000.png", "made/frame-000001.png", "made/poster.png"]
    ),
  ])
  func filesAre(_ arguments: [String], _ written: [String]) throws {
    let workshop = try Workshop()
    try workshop.write(filmScene(frames: 2), to: "a.yaml")
    let outcome = try workshop.run(["film", "a.yaml", "--scale", "0.1"] + arguments)
    #expect(outcome.errors == "")
    #expect(outcome.status == 0)
    #expect(workshop.files().filter { $0 != "a.yaml" } == written)
  }

  @Test func bytesDependNeitherOnThreadsNorOnFramesThatAreThere() throws {
    let workshop = try Workshop()
    try workshop.write(filmScene(frames: 40), to: "a.yaml")
    _ = try workshop.film("a.yaml", "-o", "one.apng", "--jobs", "1")
    _ = try workshop.film("a.yaml", "-o", "seven.apng", "--jobs", "7")
    _ = try workshop.film("a.yaml", "-o", "frames", "--frames", "7..30")
    _ = try workshop.film("a.yaml", "-o", "frames", "-f", "png,apng")
    let expected = try workshop.read("one.apng")
    // Every frame moves, so that each has its control chunk.
    #expect(chunks(of: expected).filter { $0 == "fcTL" }.count == 40)
    #expect(try workshop.read("seven.apng") == expected)
    #expect(try workshop.read("frames.apng") == expected)
    #expect(workshop.files(in: "frames").count == 42)
  }

  /// What is read back is what was painted, to the byte, with and without a background: nothing is painted
  /// that is there, as the log tells.
  @Test(arguments: ["gif", "webp", "apng"], [[], ["--transparent"]])
  func framesThatAreThereAreRead(_ format: String, _ options: [String]) throws {
    let workshop = try Workshop()
    try workshop.write(filmScene(frames: 6), to: "a.yaml")
    let common = ["film", "a.yaml", "--scale", "0.1", "--jobs", "2"] + options
    _ = try workshop.run(common + ["-o", "painted.\(format)"])
    _ = try workshop.run(common + ["-o", "frames"])
    _ = try workshop.shell("rm frames/frame-000002.png")
    let outcome = try workshop.run(common + ["-o", "frames", "-f", "png,\(format)", "-v"])
    #expect(outcome.errors.contains("painted frame 2: not there yet"))
    #expect(outcome.errors.contains("kept frames 0–1, 3–5"))
    #expect(try workshop.read("frames.\(format)") == workshop.read("painted.\(format)"))
  }

  @Test(arguments: [
    (
      ["-o", "-"],
      "error: standard output cannot take a film\n  help: give -o a folder, or a file such as race.mp4"
    ),
    (
      ["--loop", "3"],
      "error: --loop: nothing that is made says how often it is played\n  help: gif, apng, webp files do"
    ),
    (
      ["--loop", "3", "-f", "png,mp4"],
      "error: --loop: nothing that is made says how often it is played\n  help: gif, apng, webp files do"
    ),
    (["--poster", "p.jpg"], "error: --poster: expected a name that ends in .png, found 'p.jpg'"),
    (
      ["--poster", "out/frame-000003.png"],
      "error: --poster: 'out/frame-000003.png' is what a frame is called\n  help: choose another name"
    ),
    (
      ["--poster", "p.png", "b.yaml"],
      "error: 'p.png' is one file, but there may be several films\n  help: leave out --poster: each has its own beside its frames"
    ),
  ])
  func optionsThatMeanNothingAreRefused(_ options: [String], _ complaint: String) throws {
    let workshop = try Workshop()
    try workshop.write(filmScene(frames: 2), to: "a.yaml")
    let outcome = try workshop.run(["film", "a.yaml", "--scale", "0.1"] + options)
    #expect(outcome.errors == complaint + "\n")
    #expect(outcome.status == 2)
    #expect(workshop.files() == ["a.yaml"])
  }

  @Test func filmWithAMistakeIsNotWritten() throws {
    let workshop = try Workshop()
    let scene = filmScene(frames: 12, height: "heights[frame]", more: "let: {heights: '[1, 2, 3, 4, 5]'}\n")
    try workshop.write(scene, to: "a.yaml")
    try workshop.write("old", to: "film.apng")
    let outcome = try workshop.film("a.yaml", "-o", "film.apng")
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("error: frames 5–11: index 5 is out of range"))
    #expect(outcome.errors.hasSuffix("error: 'film.apng' is not written: frames are missing\n"))
    #expect(workshop.files() == ["a.yaml", "film.apng"])
    #expect(try workshop.read("film.apng") == Data("old".utf8))
  }

  @Test func missingEncoderIsOneLineThatNamesThePackage() throws {
    let workshop = try Workshop()
    try workshop.write(filmScene(frames: 2), to: "a.yaml")
    let outcome = try workshop.shell("PATH=/nowhere; onepicture film a.yaml -o film.mp4 --scale 0.1")
    #expect(
      outcome.errors
        == "error: mp4 needs the program ffmpeg, which is not installed\n  help: apt install ffmpeg\n")
    #expect(outcome.status == 1)
    #expect(workshop.files() == ["a.yaml"])
    // What needs no encoder is made.
    let both = try workshop.shell("PATH=/nowhere; onepicture film a.yaml -f png,mp4 --scale 0.1")
    #expect(both.errors == outcome.errors)
    #expect(both.status == 1)
    #expect(workshop.files(in: "Output/a").count == 4)
  }

  @Test(arguments: ["KILL", "INT"])
  func nothingStaysOfKilledRuns(_ signal: String) throws {
    let workshop = try Workshop()
    try workshop.write(filmScene(frames: 300), to: "a.yaml")
    let line = """
      set -m; '\(Workshop.binary.path)' film a.yaml -o film.apng --scale 0.1 &
      until ls .onepicture-* > /dev/null 2>&1; do sleep 0.01; done; sleep 0.05; kill -\(signal) $!; wait $!; echo $?
      """
    let outcome = try workshop.shell(line)
    #expect(outcome.text == (signal == "KILL" ? "137\n" : "130\n"))
    if signal == "INT" {
      #expect(outcome.errors.contains("interrupted: film.apng is not written\n"))
      #expect(workshop.files() == ["a.yaml"])
    }
    try workshop.write(filmScene(frames: 2), to: "a.yaml")
    #expect(try workshop.film("a.yaml", "-o", "film.apng").errors == "")
    #expect(workshop.files() == ["a.yaml", "film.apng"])
  }
}
