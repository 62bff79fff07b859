import Kernels

extension PixelSurface {
  /// Some of the rows, as the functions on pixels know them.
  func rows(_ rows: Range<Int>) -> kernel_rows {
    kernel_rows(
      words: words.baseAddress.map { UnsafePointer($0 + rows.lowerBound * page.size.width) },
      width: page.size.width, height: rows.count, pixel: page.channelCount)
  }

  /// Rows as PNG compresses them: a zero (no filter), then red, green, blue and, if the page is not opaque,
  /// straight alpha of every pixel.
  func packed(rows: Range<Int>) -> [UInt8] {
    let count = (1 + page.size.width * page.channelCount) * rows.count
    return [UInt8](unsafeUninitializedCapacity: count) { bytes, used in
      kernel_pack_rows(self.rows(rows), bytes.baseAddress)
      used = count
    }
  }
}
