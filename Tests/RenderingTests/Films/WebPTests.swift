import Foundation
import Rendering
import Testing

@Suite struct WebPTests {
  /// A line of the table that `webpmux -info` writes about a frame.
  private struct Frame {
    /// Number, width, height, alpha, x, y, duration, what is done afterwards, and with what was there before.
    let words: [String]
    var rect: [Int] { [4, 5, 1, 2].compactMap { Int(words[$0]) } }
  }

  private func frames(_ path: String) throws -> (table: [Frame], info: String) {
    let info = String(decoding: try OtherProgram.webpMux.output(["-info", path]), as: UTF8.self)
    let lines = info.split(separator: "\n").map {
      $0.split(whereSeparator: { " :".contains($0) }).map(String.init)
    }
    return (lines.filter { $0.count > 9 && Int($0[0]) != nil }.map(Frame.init), info)
  }

  @Test(
    "every frame comes back exactly", .enabled(if: OtherProgram.webpMux.isInstalled),
    arguments: [true, false],
    [1, 3])
  func framesComeBack(isOpaque: Bool, workers: Int) throws {
    let film = SampleFilm.movingSquare(isOpaque: isOpaque)
    try film.encoded(as: "webp", workers: workers) { path in
      let table = try frames(path).table
      #expect(table.count == 7)
      var canvas = [UInt8](repeating: 0, count: film.width * film.height * 4)
      for (line, frame) in zip(table, [0, 1, 2, 3, 6, 7, 8]) {
        #expect(line.words[7] == "none", "frames stay")
        let isOver = line.words[8] == "yes"
        let part = path + ".part"
        defer { try? FileManager.default.removeItem(atPath: part) }
        _ = try OtherProgram.webpMux.output(["-get", "frame", line.words[0], path, "-o", part])
        let picture = try DecodedPNG(OtherProgram.webpDecoder.output([part, "-o", "-"]), isOurs: false)
        let rect = line.rect
        try #require([picture.width, picture.height] == Array(rect[2...]))
        for y in 0..<rect[3] {
          for x in 0..<rect[2] {
            let at = ((rect[1] + y) * film.width + rect[0] + x) * 4
            // Drawn over what is there, here with all or nothing of it.
            if isOver, picture[x, y][3] == 0 { continue }
            canvas.replaceSubrange(at..<at + 4, with: picture[x, y])
          }
        }
        let isSame = canvas == straightPixels(film, frame)
        #expect(isSame, "frame \(frame)")
      }
    }
  }

  @Test("durations, loops and sizes are what readers expect", .enabled(if: OtherProgram.webpMux.isInstalled))
  func structure() throws {
    var film = SampleFilm.movingSquare()
    film.framesPerSecond = 30
    film.loopCount = 7
    try film.encoded(as: "webp") { path in
      let (table, info) = try frames(path)
      // Frames 3, 4 and 5 look alike; 9 frames take 0.3 s.
      #expect(table.map { $0.words[6] } == ["33", "34", "33", "100", "33", "34", "33"])
      #expect(info.contains("Canvas size: 63 x 41") && info.contains("Loop Count : 7"))
      // The square of 8 × 14 moves from 2 to 7 to 12; edges are even.
      #expect(table.prefix(3).map(\.rect) == [[0, 0, 63, 41], [2, 6, 13, 14], [6, 6, 14, 14]])
      let problems = String(decoding: try OtherProgram.webpInfo.output(["-summary", path]), as: UTF8.self)
      #expect(problems.contains("No error detected"))
    }
  }

  @Test("the bytes do not depend on who prepared which frame")
  func workers() throws {
    let film = SampleFilm.smoothMap()
    let isSame = try film.bytes(as: "webp", workers: 3) == film.bytes(as: "webp")
    #expect(isSame)
  }
}
