import Diagnostics
import Foundation
import Rendering
import Testing

@Suite struct VideoTests {
  /// Colors and sizes at random, among them black, white and grays.
  private static func noise(width: Int, height: Int, isOpaque: Bool) -> SampleFilm {
    var state: UInt64 = 7
    let words = (0..<width * height).map { _ -> UInt32 in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let random = UInt32(truncatingIfNeeded: state >> 32)
      if random % 8 == 0 { return isOpaque ? 0xFFFF_FFFF : 0 }
      if random % 8 == 1 { return 0xFF00_0000 | (random >> 24) * 0x01_0101 }
      return isOpaque ? 0xFF00_0000 | random : multiplied(random)
    }
    return SampleFilm(width: width, height: height, isOpaque: isOpaque, frames: [words])
  }

  /// A word with straight alpha, with its colors multiplied by it.
  private static func multiplied(_ word: UInt32) -> UInt32 {
    let alpha = word >> 24
    let colors = [16, 8, 0].map { (shift: UInt32) in (word >> shift & 255) * alpha / 255 << shift }
    return alpha << 24 | colors[0] | colors[1] | colors[2]
  }

  /// ITU-R BT.709-6, items 3.2 to 3.5: luma, blueness and redness of colors from 0 to 255.
  private func television(_ color: [Double]) -> [Double] {
    let luma = 0.2126 * color[0] + 0.7152 * color[1] + 0.0722 * color[2]
    let chroma = [(color[2] - luma) / 1.8556, (color[0] - luma) / 1.5748]
    return [16 + 219 * luma / 255] + chroma.map { 128 + 224 * $0 / 255 }
  }

  private func color(_ word: UInt32) -> [Double] { [16, 8, 0].map { Double(word >> UInt32($0) & 255) } }

  @Test(
    "planes are those of BT.709 to the rounding of bytes",
    arguments: [(1, 1), (2, 2), (3, 5), (31, 4), (64, 48), (65, 47), (200, 2)], [true, false])
  func planes(size: (Int, Int), isOpaque: Bool) throws {
    let film = Self.noise(width: size.0, height: size.1, isOpaque: isOpaque)
    let planes = VideoPlanes(of: try film.shape, keepingAlpha: false)
    let bytes = film.withImage(0) { planes.bytes(of: $0) }
    #expect(planes.width == (size.0 + 1) / 2 * 2 && planes.height == (size.1 + 1) / 2 * 2)
    #expect(bytes.count == planes.width * planes.height * 3 / 2)
    // Past the edges stands what stands at them; where alpha is not kept, all stands on white.
    func pixel(_ x: Int, _ y: Int) -> [Double] {
      let word = film.frames[0][min(y, size.1 - 1) * size.0 + min(x, size.0 - 1)]
      return color(word).map { isOpaque ? $0 : $0 + 255 - Double(word >> 24) }
    }
    let colors = planes.width * planes.height
    for y in 0..<planes.height {
      for x in 0..<planes.width {
        #expect(abs(Double(bytes[y * planes.width + x]) - television(pixel(x, y))[0]) <= 0.52)
        guard x % 2 == 0, y % 2 == 0 else { continue }
        let block = [pixel(x, y), pixel(x + 1, y), pixel(x, y + 1), pixel(x + 1, y + 1)]
        let mean = (0..<3).map { i in block.reduce(0) { $0 + $1[i] } / 4 }
        let at = colors + y / 2 * planes.width / 2 + x / 2
        #expect(abs(Double(bytes[at]) - television(mean)[1]) <= 0.52)
        #expect(abs(Double(bytes[at + colors / 4]) - television(mean)[2]) <= 0.52)
      }
    }
  }

  @Test("with alpha, luma is that of the color without it")
  func alphaPlanes() throws {
    let film = Self.noise(width: 33, height: 17, isOpaque: false)
    let planes = VideoPlanes(of: try film.shape, keepingAlpha: true)
    let bytes = film.withImage(0) { planes.bytes(of: $0) }
    try #require(bytes.count == 34 * 18 * 5 / 2)
    let straight = straightPixels(film, 0).map { Double($0) }
    for y in 0..<17 {
      for x in 0..<33 {
        let at = (y * 33 + x) * 4
        #expect(Double(bytes[34 * 18 * 3 / 2 + y * 34 + x]) == straight[at + 3])
        guard straight[at + 3] > 0 else { continue }
        let luma = television(Array(straight[at..<at + 3]))[0]
        #expect(abs(Double(bytes[y * 34 + x]) - luma) <= 0.52)
      }
    }
  }

  @Test(
    "players get the colors back, one picture a frame", .enabled(if: OtherProgram.ffmpeg.isInstalled),
    arguments: ["mp4", "webm"], [true, false])
  func colors(format: String, isOpaque: Bool) throws {
    let film = SampleFilm.colorFields(isOpaque: isOpaque)
    let pixels = try film.encoded(as: format) { path in
      // FFmpeg's own decoder of VP9 leaves out alpha.
      try decodedByFFmpeg(path, decoder: format == "webm" ? "libvpx-vp9" : nil, framesPerSecond: 25)
    }
    try #require(pixels.count == film.frames.count * 128 * 82 * 4)
    for frame in film.frames.indices {
      for (x, y) in [(16, 20), (48, 20), (80, 20), (112, 20), (16, 61), (48, 61), (80, 61), (112, 61)] {
        let at = ((frame * 82 + y) * 128 + x) * 4
        let word = film.frames[frame][y * 127 + x]
        let alpha = isOpaque ? 255 : Double(word >> 24)
        let shown = format == "webm" ? alpha : 255
        #expect(abs(Double(pixels[at + 3]) - shown) <= 3, "alpha at \(x), \(y) of frame \(frame)")
        for (i, color) in color(word).enumerated() where shown > 0 {
          let expected = format == "webm" ? color * 255 / shown : color + 255 - alpha
          #expect(abs(Double(pixels[at + i]) - expected) <= 3, "color \(i) at \(x), \(y) of frame \(frame)")
        }
      }
    }
  }

  @Test(
    "the file says what its numbers mean and how long it is", .enabled(if: OtherProgram.ffprobe.isInstalled),
    arguments: ["mp4", "webm"])
  func tags(format: String) throws {
    var film = SampleFilm.movingSquare(count: 6)
    film.framesPerSecond = 29.97
    let entries =
      "stream=codec_name,pix_fmt,color_range,color_space,color_primaries,color_transfer,r_frame_rate"
    let text = try film.encoded(as: format, times: 5) { path in
      try OtherProgram.ffprobe.output([
        "-v", "error", "-count_packets", "-show_entries", entries + ",nb_read_packets:format=duration", "-of",
        "default=nokey=1:noprint_wrappers=1", path,
      ])
    }
    let words = String(decoding: text, as: UTF8.self).split(separator: "\n").map(String.init)
    let codec = format == "mp4" ? "h264" : "vp9"
    #expect(
      words.dropLast() == [codec, "yuv420p", "tv", "bt709", "bt709", "bt709", "30000/1001", "30"])
    #expect(abs(try #require(Double(words.last ?? "")) - 1.001) < 0.002)
  }

  @Test("players need not load the end of a film to begin", .enabled(if: OtherProgram.ffmpeg.isInstalled))
  func fastStart() throws {
    let file = try SampleFilm.movingSquare().bytes(as: "mp4")
    let index = try #require(file.firstRange(of: Array("moov".utf8)))
    let pictures = try #require(file.firstRange(of: Array("mdat".utf8)))
    #expect(index.lowerBound < pictures.lowerBound)
  }

  @Test(
    "the same film gives the same bytes", .enabled(if: OtherProgram.ffmpeg.isInstalled),
    arguments: ["mp4", "webm"])
  func sameBytes(format: String) throws {
    let film = SampleFilm.smoothMap(width: 128, height: 96, count: 12)
    #expect(try film.bytes(as: format) == film.bytes(as: format, workers: 3))
  }
}

/// How it is told that ffmpeg does not do what it should.
@Suite struct FFmpegFailureTests {
  private let codec = VideoCodec(format: "mp4", title: "H.264", encoder: "libx264", keepsAlpha: false)

  /// Feeds a program with a megabyte, more than any buffer on the way holds.
  private func failure(_ program: String, _ arguments: [String]) -> Diagnostic? {
    do throws(Diagnostic) {
      let program = try FFmpeg(codec, arguments, program: program)
      for _ in 0..<16 { try program.write([UInt8](repeating: 0, count: 1 << 16)) }
      try program.finish()
      return nil
    } catch {
      return error
    }
  }

  @Test("a missing one is named with its package")
  func missing() {
    #expect(
      failure("onepicture-no-such-program", [])
        == Diagnostic("mp4 needs the program ffmpeg, which is not installed", help: "apt install ffmpeg"))
  }

  @Test("one that lacks the codec is named with its package")
  func missingCodec() {
    #expect(
      failure("sh", ["-c", "echo \"Unknown encoder 'libx264'\" >&2; exit 1"])
        == Diagnostic(
          "the installed ffmpeg cannot encode H.264: it lacks libx264", help: "apt install ffmpeg"))
  }

  @Test("what it says before it dies in the middle is shown, with the command")
  func death() {
    let script = "head -c 100000 >/dev/null; echo 'no space left' >&2; exit 7"
    #expect(
      failure("sh", ["-c", script])
        == Diagnostic(
          "ffmpeg failed: no space left",
          help: "it ran as sh -c 'head -c 100000 >/dev/null; echo '\\''no space left'\\'' >&2; exit 7'"))
  }

  @Test("one that is killed, and one that just stops, are told apart")
  func killed() {
    #expect(failure("sh", ["-c", "kill -9 $$"])?.message == "ffmpeg was ended by signal 9")
    #expect(failure("sh", ["-c", "exit 0"])?.message == "ffmpeg stopped reading")
    #expect(failure("sh", ["-c", "cat >/dev/null; exit 3"])?.message == "ffmpeg failed")
    #expect(failure("sh", ["-c", "cat >/dev/null"]) == nil)
  }

  @Test(
    "an encoder that is given up leaves no file and no process behind",
    .enabled(if: OtherProgram.ffmpeg.isInstalled))
  func givenUp() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "onepicture-\(UUID())").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let film = SampleFilm.movingSquare()
    for name in filmFormats.names {
      let format = try filmFormats.entry(named: name, at: nil)
      let encoder = try format.encoder(of: film.shape, writing: "\(folder)/film.\(name)")
      let preparer = try encoder.makePreparer()
      try encoder.append(try film.withImage(0) { try preparer.prepare($0, number: 0) }, times: 1)
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == [])
  }

  @Test("a folder that cannot be written to is named", arguments: filmFormats.names)
  func folder(format: String) throws {
    #expect(throws: Diagnostic("cannot write '/proc/nowhere/film': no such file or directory")) {
      _ = try filmFormats.entry(named: format, at: nil).encoder(
        of: SampleFilm.movingSquare().shape, writing: "/proc/nowhere/film")
    }
  }
}
