import Diagnostics
import Foundation
import Rendering
import Testing

@Suite struct GIFTests {
  @Test(
    "few colors come back exactly", .enabled(if: OtherProgram.ffmpeg.isInstalled), arguments: [true, false])
  func exactColors(isOpaque: Bool) throws {
    let film = SampleFilm.movingSquare(isOpaque: isOpaque)
    var pixels = try film.encoded(as: "gif", workers: 2) { try decodedByFFmpeg($0, framesPerSecond: 25) }
    // What cannot be seen has no color.
    for at in stride(from: 3, to: pixels.count, by: 4) where pixels[at] == 0 {
      pixels.replaceSubrange(at - 3..<at, with: [0, 0, 0])
    }
    var expected = film.frames.indices.flatMap { straightPixels(film, $0) }
    // What is half there is there.
    for at in stride(from: 3, to: expected.count, by: 4) where expected[at] > 0 { expected[at] = 255 }
    // Comparing within the expectation would explain every difference, for minutes.
    let isSame = pixels == expected
    #expect(isSame)
  }

  @Test(
    "of many colors, each pixel gets one that looks like it", .enabled(if: OtherProgram.ffmpeg.isInstalled))
  func manyColors() throws {
    let film = SampleFilm.smoothMap()
    let pixels = try film.encoded(as: "gif", workers: 2) { try decodedByFFmpeg($0, framesPerSecond: 25) }
    let expected = film.frames.indices.flatMap { straightPixels(film, $0) }
    try #require(pixels.count == expected.count)
    let differences = stride(from: 0, to: pixels.count, by: 4).map { at in
      difference(pixels[at..<at + 3], expected[at..<at + 3])
    }
    // 2.3 can just be noticed side by side; the plane's 480 colors are divided by 255.
    #expect(differences.reduce(0, +) < 2.3 * Double(differences.count))
    #expect(try #require(differences.max()) < 10)
    // The bar is a flat area: it is white in every frame.
    for frame in film.frames.indices {
      let at = ((frame * 16 + 9) * 32 + 3) * 4
      #expect(pixels[at..<at + 4] == [255, 255, 255, 255])
    }
  }

  /// How different colors look: ΔE*ab of CIELAB (ISO/CIE 11664-4), for sRGB's white.
  private func difference(_ a: ArraySlice<UInt8>, _ b: ArraySlice<UInt8>) -> Double {
    let (first, second) = (lab(a.map { Double($0) }), lab(b.map { Double($0) }))
    let squares = zip(first, second).map { ($0 - $1) * ($0 - $1) }
    return (squares[0] + squares[1] + squares[2]).squareRoot()
  }

  private func lab(_ bytes: [Double]) -> [Double] {
    let light = bytes.map { (byte: Double) -> Double in
      let value = byte / 255
      return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }
    let x = (0.4124 * light[0] + 0.3576 * light[1] + 0.1805 * light[2]) / 0.9505
    let y = 0.2126 * light[0] + 0.7152 * light[1] + 0.0722 * light[2]
    let z = (0.0193 * light[0] + 0.1192 * light[1] + 0.9505 * light[2]) / 1.089
    let roots = [x, y, z].map { (part: Double) -> Double in
      part > 0.008856 ? cbrt(part) : (part * 903.3 + 16) / 116
    }
    let (a, b) = (500 * (roots[0] - roots[1]), 200 * (roots[1] - roots[2]))
    return [116 * roots[1] - 16, a, b]
  }

  @Test(
    "pictures of every number of colors and of noise come back",
    .enabled(if: OtherProgram.ffmpeg.isInstalled),
    arguments: [1, 2, 3, 4, 5, 16, 127, 128, 254, 255])
  func numbersOfColors(count: Int) throws {
    var state: UInt64 = 11
    // More codes than fit into the table, several times.
    let words = (0..<120 * 90).map { at -> UInt32 in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let color = at < count ? at : Int(state >> 33) % count
      return 0xFF00_0000 | UInt32(color * 0x01_0305)
    }
    let film = SampleFilm(width: 120, height: 90, frames: [words])
    let pixels = try film.encoded(as: "gif") { try decodedByFFmpeg($0, framesPerSecond: 25) }
    let isSame = pixels == straightPixels(film, 0)
    #expect(isSame)
  }

  /// The delays of the frames, and what Netscape's extension says.
  private func timing(_ file: [UInt8]) throws -> (delays: [Int], repetitions: Int?) {
    try #require(file.starts(with: Array("GIF89a".utf8)) && file.last == 0x3B)
    var (delays, repetitions): ([Int], Int?) = ([], nil)
    var at = 13 + 3 << (Int(file[10] & 7) + 1)
    func skipBlocks() { while file[at] != 0 { at += Int(file[at]) + 1 }; at += 1 }
    while file[at] != 0x3B {
      if file[at] == 0x2C {
        at += 11
        skipBlocks()
        continue
      }
      if file[at + 1] == 0xF9 { delays.append(Int(file[at + 4]) | Int(file[at + 5]) << 8) }
      if file[at + 1] == 0xFF {
        #expect(file[at + 3..<at + 14] == Array("NETSCAPE2.0".utf8)[...])
        repetitions = Int(file[at + 16]) | Int(file[at + 17]) << 8
      }
      at += 2
      skipBlocks()
    }
    return (delays, repetitions)
  }

  @Test("hundredths of a second add up to the whole time")
  func delays() throws {
    var film = SampleFilm.movingSquare(count: 9)
    film.framesPerSecond = 30
    // Frames 3, 4 and 5 look alike. 9 frames take 0.3 s.
    #expect(try timing(film.bytes(as: "gif")).delays == [3, 4, 3, 10, 3, 4, 3])
    film.framesPerSecond = 12.5
    #expect(try timing(film.bytes(as: "gif", times: 2)).delays == [16, 16, 16, 48, 16, 16, 16])
  }

  @Test(
    "films are repeated once less than they are played",
    arguments: [(0, 0), (1, nil), (2, 1), (9, 8)] as [(Int, Int?)])
  func loops(plays: Int, repetitions: Int?) throws {
    var film = SampleFilm.movingSquare()
    film.loopCount = plays
    #expect(try timing(film.bytes(as: "gif")).repetitions == repetitions)
  }

  @Test("a rate that browsers would slow down is refused")
  func fastFilm() throws {
    var film = SampleFilm.movingSquare()
    film.framesPerSecond = 60
    #expect(
      throws: Diagnostic(
        "gif shows at most 50 frames a second, the film has 60.0", help: "lower fps, or write webp or mp4")
    ) { try film.bytes(as: "gif") }
  }

  @Test("the bytes do not depend on who prepared which frame", arguments: [true, false])
  func workers(isOpaque: Bool) throws {
    let film = isOpaque ? SampleFilm.smoothMap() : SampleFilm.movingSquare(isOpaque: false)
    let isSame = try film.bytes(as: "gif", workers: 3) == film.bytes(as: "gif")
    #expect(isSame)
  }
}
