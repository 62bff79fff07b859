import Diagnostics
import Foundation
import Rendering

/// Frames of a film, as painters would hand them over.
struct SampleFilm {
  var width = 63
  var height = 41
  var isOpaque = true
  var framesPerSecond = 25.0
  var loopCount = 0
  /// Cairo's words of each frame, row after row.
  var frames: [[UInt32]]

  var shape: FilmShape {
    get throws {
      try FilmShape(
        width: width, height: height, isOpaque: isOpaque, rate: FrameRate(framesPerSecond),
        loopCount: loopCount)
    }
  }

  /// A square that moves over flat colors, and stands still for frames 3, 4 and 5.
  static func movingSquare(
    width: Int = 63, height: Int = 41, isOpaque: Bool = true, count: Int = 9
  ) -> SampleFilm {
    let background: UInt32 = isOpaque ? 0xFFF4_F1EA : 0
    let frames = (0..<count).map { frame in
      let left = 2 + 5 * ((3...5).contains(frame) ? 3 : frame)
      return (0..<width * height).map { at -> UInt32 in
        let (x, y) = (at % width, at / width)
        if (left..<left + 8).contains(x), (6..<20).contains(y) { return 0xFFE4_572E }
        // Half there: colors are multiplied by alpha.
        if !isOpaque, (left..<left + 8).contains(x), (20..<30).contains(y) { return 0x8000_4060 }
        return y == height - 1 ? 0xFF2E_86AB : background
      }
    }
    return SampleFilm(width: width, height: height, isOpaque: isOpaque, frames: frames)
  }

  /// A bar that grows along a map of many colors.
  static func smoothMap(width: Int = 32, height: Int = 16, count: Int = 5) -> SampleFilm {
    let frames = (0..<count).map { frame in
      (0..<width * height).map { at -> UInt32 in
        let (x, y) = (at % width, at / width)
        if (8..<10).contains(y), x < 5 * (frame + 1) { return 0xFFFF_FFFF }
        return 0xFF00_0000 | UInt32(x * 255 / width) << 16 | UInt32(y * 255 / height) << 8 | 0x60
      }
    }
    return SampleFilm(width: width, height: height, frames: frames)
  }

  /// Eight fields of 32 × 40 pixels, whose colors move on by a field every frame.
  static func colorFields(isOpaque: Bool, count: Int = 5) -> SampleFilm {
    let colors: [UInt32] = [
      0xFFE4_572E, 0xFF2E_86AB, isOpaque ? 0xFFFF_FFFF : 0, 0xFF76_B041, 0xFF00_0000, 0xFFFF_C914,
      isOpaque ? 0xFF80_8080 : 0x8000_4060, 0xFF8E_44AD,
    ]
    let frames = (0..<count).map { frame in
      (0..<127 * 81).map { at -> UInt32 in
        let (column, row) = (at % 127 / 32, at / (127 * 41))
        return colors[(column + row * 4 + frame) % 8]
      }
    }
    return SampleFilm(width: 127, height: 81, isOpaque: isOpaque, frames: frames)
  }

  func withImage<Result>(_ frame: Int, _ body: (FrameImage) throws -> Result) rethrows -> Result {
    try frames[frame].withUnsafeBufferPointer {
      try body(FrameImage(width: width, height: height, isOpaque: isOpaque, words: $0))
    }
  }

  /// Encodes the film to a file of its own, and hands over its path.
  ///
  /// - Parameter workers: So many preparers take the frames in turns.
  func encoded<Result>(
    as name: String, workers: Int = 1, times: Int = 1, poster: Int? = nil, _ body: (String) throws -> Result
  ) throws -> Result {
    let format = try filmFormats.entry(named: name, at: nil)
    let path = FileManager.default.temporaryDirectory.appending(path: "onepicture-\(UUID()).\(name)").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    let colors = format.samples(of: frames.count).map { frame in
      withImage(frame) { FrameColors(counting: $0) }
    }
    let encoder = try format.encoder(of: shape, colors: colors, writing: path)
    if let poster { try withImage(poster) { try encoder.appendPoster($0) } }
    let preparers = try (0..<workers).map { _ in try encoder.makePreparer() }
    for number in frames.indices {
      let prepared = try withImage(number) {
        try preparers[number % workers].prepare($0, number: number)
      }
      try encoder.append(prepared, times: times)
    }
    try encoder.finish()
    return try body(path)
  }

  func bytes(as name: String, workers: Int = 1, times: Int = 1, poster: Int? = nil) throws -> [UInt8] {
    try encoded(as: name, workers: workers, times: times, poster: poster) { path in
      [UInt8](try Data(contentsOf: URL(filePath: path)))
    }
  }
}

/// What ffmpeg makes of a film: red, green, blue and straight alpha of every picture, each as often as it is
/// shown at the rate.
func decodedByFFmpeg(_ path: String, decoder: String? = nil, framesPerSecond: Double) throws -> [UInt8] {
  let choice = decoder.map { ["-c:v", $0] } ?? []
  return try OtherProgram.ffmpeg.output(
    ["-v", "error"] + choice + [
      "-i", path, "-vf", "fps=\(framesPerSecond):round=near", "-f", "rawvideo", "-pix_fmt", "rgba", "-",
    ])
}
