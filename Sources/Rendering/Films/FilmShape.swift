package import Diagnostics

/// What all frames of a film have in common, and how its file plays them.
package struct FilmShape: Hashable, Sendable {
  /// In pixels.
  package let width: Int
  /// In pixels.
  package let height: Int
  /// Whether the background covers every pixel of every frame.
  package let isOpaque: Bool
  package let rate: FrameRate
  /// How often a film that loops is played; 0 means forever.
  package let loopCount: Int

  /// The times that a film can be told to loop, in every format.
  package static let loopCounts = 0...65_535

  package init(width: Int, height: Int, isOpaque: Bool, rate: FrameRate, loopCount: Int = 0)
    throws(Diagnostic)
  {
    guard Self.loopCounts.contains(loopCount) else {
      throw Diagnostic("a film cannot be played \(loopCount) times, expected 0 (forever) to 65535")
    }
    self.width = width
    self.height = height
    self.isOpaque = isOpaque
    self.rate = rate
    self.loopCount = loopCount
  }

  /// The bits of a word that say something: all, or all but the highest byte.
  var mask: UInt32 { isOpaque ? 0x00FF_FFFF : .max }

  /// The whole picture.
  var frame: PixelRect { PixelRect(x: 0, y: 0, width: width, height: height) }

  /// A frame of another size, or with another kind of background, is not one of this film.
  func check(_ image: FrameImage) throws(Diagnostic) {
    guard image.width == width, image.height == height, image.isOpaque == isOpaque,
      image.words.count == width * height
    else {
      throw Diagnostic(
        "a frame of \(image.width) × \(image.height) pixels \(image.isOpaque ? "without" : "with") alpha"
          + " is not one of a film of \(width) × \(height) \(isOpaque ? "without" : "with")")
    }
  }
}
