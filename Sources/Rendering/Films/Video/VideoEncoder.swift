import Diagnostics

/// What ffmpeg is told to make of frames.
package struct VideoCodec: Hashable, Sendable {
  /// What users call the format.
  let format: String
  /// What the compression is called.
  let title: String
  /// What ffmpeg calls the encoder.
  let encoder: String
  let keepsAlpha: Bool
  /// How fast and how well it compresses, and how the file is arranged.
  let options: [String]

  package init(format: String, title: String, encoder: String, keepsAlpha: Bool, options: [String] = []) {
    self.format = format
    self.title = title
    self.encoder = encoder
    self.keepsAlpha = keepsAlpha
    self.options = options
  }
}

/// Encodes films by ffmpeg, which gets the pixels as video codecs take them, through its standard input.
final class VideoEncoder: FilmEncoder {
  let makePreparer: @Sendable () throws(Diagnostic) -> any FramePreparer
  let command: String?
  private let file: FilmFile
  private let program: FFmpeg
  private var nextNumber = 0

  init(_ shape: FilmShape, _ file: FilmFile, _ codec: VideoCodec) throws(Diagnostic) {
    let planes = VideoPlanes(of: shape, keepingAlpha: codec.keepsAlpha)
    self.file = file
    program = try FFmpeg(codec, arguments(planes, shape.rate, codec, file))
    command = program.command
    makePreparer = { VideoPreparer(shape: shape, planes: planes) }
  }

  func append(_ frame: PreparedFrame, times: Int) throws(Diagnostic) {
    guard frame.number == nextNumber, times > 0 else {
      throw Diagnostic("frame \(frame.number) was to be encoded where frame \(nextNumber) was expected")
    }
    nextNumber += 1
    for _ in 0..<times { try program.write(frame.encoded) }
  }

  func finish() throws(Diagnostic) {
    guard nextNumber > 0 else { throw Diagnostic("a film without frames cannot be encoded") }
    try program.finish()
    try file.finish()
  }
}

/// The whole command but its first word.
private func arguments(
  _ planes: VideoPlanes, _ rate: FrameRate, _ codec: VideoCodec, _ file: FilmFile
) -> [String] {
  // What the numbers mean, for the decoder: those of high-definition television.
  let colors = [
    "-color_range", "tv", "-colorspace", "bt709", "-color_primaries", "bt709", "-color_trc", "bt709",
    "-chroma_sample_location", "center",
  ]
  return [
    "-hide_banner", "-loglevel", "error", "-f", "rawvideo", "-pixel_format", planes.pixelFormat,
    "-video_size", "\(planes.width)x\(planes.height)", "-framerate", "\(rate.numerator)/\(rate.denominator)",
    "-i", "pipe:0", "-c:v", codec.encoder,
  ] + codec.options + colors + [
    // No date, and no version of the program.
    "-pix_fmt", planes.pixelFormat, "-fflags", "+bitexact", "-flags:v", "+bitexact", "-map_metadata", "-1",
    "-f", codec.format, "-y", "file:\(file.temporaryPath)",
  ]
}

/// Turns frames into planes; each for itself.
private final class VideoPreparer: FramePreparer {
  private let shape: FilmShape
  private let planes: VideoPlanes

  init(shape: FilmShape, planes: VideoPlanes) {
    self.shape = shape
    self.planes = planes
  }

  func prepare(_ image: FrameImage, number: Int) throws(Diagnostic) -> PreparedFrame {
    try shape.check(image)
    return PreparedFrame(number: number, change: .unknown, words: [], encoded: planes.bytes(of: image))
  }
}
