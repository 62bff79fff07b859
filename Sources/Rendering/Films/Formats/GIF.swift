import Diagnostics

extension FilmFormat {
  /// At most 255 colors with what changed from frame to frame (GIF89a): plays everywhere, no program needed.
  static let gif = FilmFormat(name: "gif", alpha: .onOrOff, loops: true, sampleCount: 16) {
    (shape, colors, file) throws(Diagnostic) in
    let palette = Palette(of: FrameColors.union(of: colors), most: 255)
    return try ChangeEncoder(shape, try GIFWriter(shape, palette, file)) {
      GIFPatchEncoder(palette, isOpaque: shape.isOpaque)
    }
  }
}

extension Palette {
  /// How many bits the colors and one more index, for pixels that are not drawn, need.
  fileprivate var bits: Int {
    var bits = 2
    while 1 << bits <= colors.count { bits += 1 }
    return bits
  }
}

/// The blocks of an animated GIF.
private final class GIFWriter: PatchWriter {
  let rules: PatchRules
  private let shape: FilmShape
  private let file: FilmFile
  private let palette: Palette

  init(_ shape: FilmShape, _ palette: Palette, _ file: FilmFile) throws(Diagnostic) {
    let rate = shape.rate
    // Browsers take a delay of less than 1/50 s for a tenth of a second.
    guard rate.numerator <= 50 * rate.denominator else {
      let exact = Double(rate.numerator) / Double(rate.denominator)
      throw Diagnostic(
        "gif shows at most 50 frames a second, the film has \(exact)", help: "lower fps, or write webp or mp4"
      )
    }
    self.shape = shape
    self.file = file
    self.palette = palette
    // A pixel that was drawn cannot become transparent: films with gaps are drawn anew for every frame.
    rules = PatchRules(
      areWhole: !shape.isOpaque, longestRun: max(1, 65_534 * rate.numerator / (100 * rate.denominator)))
    try file.write(header)
  }

  private var header: [UInt8] {
    let size = UInt16(shape.width).littleEndianBytes + UInt16(shape.height).littleEndianBytes
    var bytes = Array("GIF89a".utf8) + size + [UInt8(0xF0 | (palette.bits - 1)), 0, 0]
    for index in 0..<(1 << palette.bits) {
      let color = index < palette.colors.count ? palette.colors[index] : 0
      bytes += color.bigEndianBytes.dropFirst()
    }
    // Netscape's extension counts repetitions, not times: without it the film is played once.
    if shape.loopCount != 1 {
      bytes += [0x21, 0xFF, 11] + Array("NETSCAPE2.0".utf8)
      bytes += [3, 1] + UInt16(max(0, shape.loopCount - 1)).littleEndianBytes + [0]
    }
    return bytes
  }

  func write(_ encoded: EncodedPatch, in rect: PixelRect, during frames: Range<Int>) throws(Diagnostic) {
    let delay =
      shape.rate.ticks(at: frames.upperBound, perSecond: 100)
      - shape.rate.ticks(at: frames.lowerBound, perSecond: 100)
    // The picture stays, or is emptied; one index is not drawn.
    let flags: UInt8 = (rules.areWhole ? 2 : 1) << 2 | 1
    let control =
      [0x21, 0xF9, 4, flags] + UInt16(delay).littleEndianBytes + [UInt8(palette.colors.count), 0]
    let sides = [rect.x, rect.y, rect.width, rect.height].flatMap { UInt16($0).littleEndianBytes }
    try file.write(control + [0x2C] + sides + [0] + encoded.bytes)
  }

  func writePoster(_ encoded: EncodedPatch) {}

  func finish(frames: Int) throws(Diagnostic) {
    try file.write([0x3B])
    try file.finish()
  }
}

/// Gives pixels their nearest color: no dithering, whose dots would shimmer and cost bytes on flat areas.
private final class GIFPatchEncoder: PatchEncoder {
  private let isOpaque: Bool
  private let transparent: UInt8
  private var map: PaletteMap
  private var compressor: LZWCompressor

  init(_ palette: Palette, isOpaque: Bool) {
    self.isOpaque = isOpaque
    transparent = UInt8(palette.colors.count)
    map = PaletteMap(palette)
    compressor = LZWCompressor(bits: palette.bits)
  }

  func encode(_ patch: PixelPatch) throws(Diagnostic) -> EncodedPatch {
    let whole = indices(of: patch.words)
    let bytes = compressor.compressed(whole)
    guard let before = patch.before else { return EncodedPatch(bytes: bytes) }
    // Pixels that are not drawn shorten what stands still, and break the runs of what moves.
    let old = indices(of: before)
    let changes = zip(whole, old).map { $0 == $1 ? transparent : $0 }
    let other = compressor.compressed(changes)
    return EncodedPatch(bytes: other.count < bytes.count ? other : bytes)
  }

  private func indices(of words: [UInt32]) -> [UInt8] {
    var indices = [UInt8](repeating: transparent, count: words.count)
    var (last, lastIndex) = (noColor, transparent)
    for (i, word) in words.enumerated() {
      let color = visibleColor(word, isOpaque: isOpaque)
      if color != last {
        last = color
        lastIndex = color == noColor ? transparent : map.index(of: color)
      }
      indices[i] = lastIndex
    }
    return indices
  }
}
