import Kernels

/// Frames as video codecs take them: a plane of luma, two of color at half the size, and one of alpha if it
/// is kept, one after another.
package struct VideoPlanes: Hashable, Sendable {
  /// Even: codecs halve it; an odd last column is there twice.
  package let width: Int
  /// Even: an odd last row is there twice.
  package let height: Int
  let hasAlpha: Bool
  private let instructionSet = kernel_best_set()

  /// Without alpha, transparent pixels stand on white.
  package init(of shape: FilmShape, keepingAlpha: Bool) {
    width = shape.width + shape.width % 2
    height = shape.height + shape.height % 2
    hasAlpha = keepingAlpha && !shape.isOpaque
  }

  var byteCount: Int { width * height * (hasAlpha ? 5 : 3) / 2 }

  /// What ffmpeg calls the order of bytes.
  var pixelFormat: String { hasAlpha ? "yuva420p" : "yuv420p" }

  /// The planes of a frame; where alpha is not kept, on white.
  package func bytes(of image: FrameImage) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: byteCount) { buffer, count in
      count = byteCount
      guard let start = buffer.baseAddress else { return }
      if hasAlpha || image.isOpaque {
        convert(image.words, image, start)
      } else {
        image.words.map(onWhite).withUnsafeBufferPointer { convert($0, image, start) }
      }
    }
  }

  private func convert(
    _ words: UnsafeBufferPointer<UInt32>, _ image: FrameImage, _ start: UnsafeMutablePointer<UInt8>
  ) {
    let blueness = start + width * height
    let redness = blueness + width * height / 4
    let planes = kernel_planes(luma: start, blueness: blueness, redness: redness)
    if hasAlpha {
      let alpha = redness + width * height / 4
      kernel_alpha_planes(words.baseAddress, image.width, image.height, planes, alpha)
    } else {
      kernel_video_planes(instructionSet, words.baseAddress, image.width, image.height, planes)
    }
  }
}

/// A color multiplied by alpha, over white.
private func onWhite(_ word: UInt32) -> UInt32 {
  let rest = 255 - (word >> 24)
  // No byte overflows: colors are at most as large as their alpha.
  return word &+ rest &* 0x0101_0101
}
