import Rendering
import Testing

@Suite struct APNGTests {
  /// What the specification says a player shows: the frames painted onto a canvas, and for how long.
  private func played(_ film: SampleFilm, _ file: [UInt8]) throws -> [(pixels: [UInt8], delay: [Int])] {
    var canvas = [UInt8](repeating: 0, count: film.width * film.height * 4)
    return try AnimatedPNG(file).frames.map { frame in
      for y in 0..<frame.height {
        for x in 0..<frame.width {
          let to = ((frame.y + y) * film.width + frame.x + x) * 4
          let pixel = frame.image[x, y]
          // Drawn over what is there, here with all or nothing of it.
          if frame.isOver, pixel[3] == 0 { continue }
          #expect(!frame.isOver || pixel[3] == 255)
          canvas.replaceSubrange(to..<to + 4, with: pixel)
        }
      }
      return (canvas, frame.delay)
    }
  }

  @Test("every frame comes back exactly", arguments: [true, false], [1, 3])
  func framesComeBack(isOpaque: Bool, workers: Int) throws {
    let film = SampleFilm.movingSquare(isOpaque: isOpaque)
    let shown = try played(film, film.bytes(as: "apng", workers: workers))
    // Frames 3, 4 and 5 look alike.
    #expect(shown.map { $0.delay } == [1, 1, 1, 3, 1, 1, 1].map { [$0, 25] })
    for (frame, number) in zip(shown, [0, 1, 2, 3, 6, 7, 8]) {
      let isSame = frame.pixels == straightPixels(film, number)
      #expect(isSame, "frame \(number)")
    }
  }

  @Test("only what changed is written")
  func onlyChanges() throws {
    let frames = try AnimatedPNG(SampleFilm.movingSquare().bytes(as: "apng")).frames
    #expect([frames[0].x, frames[0].y, frames[0].width, frames[0].height] == [0, 0, 63, 41])
    // A square of 8 by 14 pixels that moves by 5 pixels.
    #expect([frames[1].x, frames[1].y, frames[1].width, frames[1].height] == [2, 6, 13, 14])
  }

  @Test("the bytes do not depend on who prepared which frame", arguments: [2, 3, 9])
  func workers(count: Int) throws {
    let film = SampleFilm.smoothMap()
    let isSame = try film.bytes(as: "apng", workers: count) == film.bytes(as: "apng")
    #expect(isSame)
  }

  @Test("the loop count and a poster are where readers look for them")
  func loopAndPoster() throws {
    var film = SampleFilm.movingSquare()
    film.loopCount = 3
    let file = try AnimatedPNG(film.bytes(as: "apng", poster: 8))
    #expect(file.playCount == 3)
    #expect(file.frames.count == 7 && file.declaredCount == 7)
    #expect(file.hasSeparateDefaultImage)
    #expect(try #require(file.defaultImage).pixels == straightPixels(film, 8))
    #expect(try AnimatedPNG(film.bytes(as: "apng")).hasSeparateDefaultImage == false)
  }

  @Test("ffmpeg shows the same frames at the same times", .enabled(if: OtherProgram.ffmpeg.isInstalled))
  func ffmpeg() throws {
    let film = SampleFilm.movingSquare(isOpaque: false)
    let pixels = try film.encoded(as: "apng") { try decodedByFFmpeg($0, framesPerSecond: 25) }
    let isSame = pixels == film.frames.indices.flatMap { straightPixels(film, $0) }
    #expect(isSame)
  }

  @Test("a time that the format has no number for is divided")
  func longHold() throws {
    var film = SampleFilm.movingSquare(count: 2)
    film.framesPerSecond = 29.97
    let frames = try AnimatedPNG(film.bytes(as: "apng", times: 100)).frames
    // 65 frames of 1001/30000 s are the most that 16 bits can tell.
    #expect(frames.map { $0.delay } == [[65065, 30000], [35035, 30000], [65065, 30000], [35035, 30000]])
  }
}

/// Red, green, blue and straight alpha of a frame, by the rule that PNGs are written with.
func straightPixels(_ film: SampleFilm, _ frame: Int, channels: Int = 4) -> [UInt8] {
  film.frames[frame].flatMap { word -> [UInt8] in
    let alpha = film.isOpaque ? 255 : Double(word >> 24)
    let colors = [16, 8, 0].map { shift -> UInt8 in
      guard alpha > 0 else { return 0 }
      return UInt8(min(255, (Double(word >> UInt32(shift) & 255) * 255 / alpha).rounded()))
    }
    return channels == 3 ? colors : colors + [UInt8(alpha)]
  }
}
