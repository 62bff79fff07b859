package import Diagnostics

/// A kind of file that a film can be written to as a whole.
package struct FilmFormat: Sendable {
  /// How much of the transparency of a frame a file keeps.
  package enum Alpha: Hashable, Sendable {
    /// Transparent pixels stand on white.
    case none
    /// A pixel is there or not.
    case onOrOff
    case full
  }

  /// What users call it, such as `mp4`.
  package let name: String
  /// How its files' names end, without the dot.
  package let fileExtension: String
  package let alpha: Alpha
  /// Whether a file says how often it is played; players of others ask their user.
  package let loops: Bool
  /// Whether a file can show another frame than the first where it is not played.
  package let hasPoster: Bool
  /// How many frames, evenly chosen, have to be counted (`FrameColors`) before the first one is prepared.
  package let sampleCount: Int
  /// The Debian package of the program that it needs.
  package let neededPackage: String?
  private let opener: Opener

  typealias Opener =
    @Sendable (FilmShape, [FrameColors], FilmFile) throws(Diagnostic) -> any FilmEncoder

  init(
    name: String, alpha: Alpha, loops: Bool, hasPoster: Bool = false, sampleCount: Int = 0,
    neededPackage: String? = nil, opener: @escaping Opener
  ) {
    self.name = name
    fileExtension = name
    self.alpha = alpha
    self.loops = loops
    self.hasPoster = hasPoster
    self.sampleCount = sampleCount
    self.neededPackage = neededPackage
    self.opener = opener
  }

  /// Begins a file; throws if its folder cannot be written to or the format cannot hold such a film.
  ///
  /// - Parameter colors: Those of `sampleCount` frames, or of all if there are less.
  package func encoder(
    of shape: FilmShape, colors: [FrameColors] = [], writing path: String
  ) throws(Diagnostic) -> any FilmEncoder {
    try opener(shape, colors, FilmFile(at: path))
  }

  /// The frames, of so many, whose colors have to be counted: the first, the last, and evenly between.
  package func samples(of frameCount: Int) -> [Int] {
    guard sampleCount > 1, frameCount > sampleCount else { return Array(0..<min(frameCount, sampleCount)) }
    return (0..<sampleCount).map { $0 * (frameCount - 1) / (sampleCount - 1) }
  }
}
