/// The pixels of one frame, where they were painted; valid during the call that hands them over only.
package struct FrameImage {
  /// In pixels.
  package let width: Int
  /// In pixels.
  package let height: Int
  /// Whether the film's background covers every pixel; then the highest byte of a word says nothing.
  package let isOpaque: Bool
  /// Cairo's words 0xAARRGGBB, row after row without gaps, colors multiplied by alpha.
  package let words: UnsafeBufferPointer<UInt32>

  package init(width: Int, height: Int, isOpaque: Bool, words: UnsafeBufferPointer<UInt32>) {
    self.width = width
    self.height = height
    self.isOpaque = isOpaque
    self.words = words
  }
}
