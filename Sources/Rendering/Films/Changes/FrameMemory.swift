/// The last frame that was seen, and how the next one differs from it.
struct FrameMemory {
  let shape: FilmShape
  let rules: PatchRules
  private(set) var words: [UInt32] = []

  init(_ shape: FilmShape, _ rules: PatchRules) {
    self.shape = shape
    self.rules = rules
  }

  /// Takes in a whole frame; `nil` if it looks like the one before.
  mutating func change(to image: UnsafeBufferPointer<UInt32>) -> PixelPatch? {
    guard !words.isEmpty else {
      words = Array(image)
      return PixelPatch(rect: shape.frame, words: words, before: nil)
    }
    guard let changed = words.withUnsafeBufferPointer({ changedRect($0, image, shape) }) else { return nil }
    if rules.areWhole {
      words = Array(image)
      return PixelPatch(rect: shape.frame, words: words, before: nil)
    }
    let rect = changed.aligned(to: rules.step)
    let before = pixels(in: rect)
    replace(rect, by: image, from: rect.y * shape.width + rect.x, rowLength: shape.width)
    return PixelPatch(rect: rect, words: pixels(in: rect), before: before)
  }

  /// Takes in what another memory found changed.
  mutating func change(to patch: [UInt32], in rect: PixelRect) {
    patch.withUnsafeBufferPointer { replace(rect, by: $0, from: 0, rowLength: rect.width) }
  }

  /// The pixels of a part of the last frame.
  func pixels(in rect: PixelRect) -> [UInt32] {
    var pixels: [UInt32] = []
    pixels.reserveCapacity(rect.width * rect.height)
    for y in rect.y..<rect.y + rect.height {
      let start = y * shape.width + rect.x
      pixels += words[start..<start + rect.width]
    }
    return pixels
  }

  /// Replaces the pixels of a part by those of rows that begin at `start`.
  private mutating func replace(
    _ rect: PixelRect, by pixels: UnsafeBufferPointer<UInt32>, from start: Int, rowLength: Int
  ) {
    let width = shape.width
    words.withUnsafeMutableBufferPointer { words in
      guard let target = words.baseAddress, let source = pixels.baseAddress else { return }
      for y in 0..<rect.height {
        (target + (rect.y + y) * width + rect.x).update(
          from: source + start + y * rowLength, count: rect.width)
      }
    }
  }
}
