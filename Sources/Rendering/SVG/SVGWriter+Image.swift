import Diagnostics
import Drawing
import Geometry

extension SVGWriter {
  /// A picture made of pixels, stretched over the frame.
  mutating func add(_ image: RasterImage, in frame: Rect) throws(Diagnostic) {
    guard image.width > 0, image.height > 0, !frame.isEmpty, reach.box.contains(frame) else { return }
    body.add("<image preserveAspectRatio=\"none\"")
    // Otherwise readers blend enlarged pixels; browsers know the one word, older readers the other.
    if !image.isSmooth { body.add(" image-rendering=\"optimizeSpeed\" style=\"image-rendering:pixelated\"") }
    body.add(attribute: "x", frame.minX, decimals: decimals + 1)
    body.add(attribute: "y", frame.minY, decimals: decimals + 1)
    body.add(attribute: "width", frame.width, decimals: decimals + 1)
    body.add(attribute: "height", frame.height, decimals: decimals + 1)
    body.add(" xlink:href=\"data:image/png;base64,")
    body.add(base64: try image.png())
    body.add("\"/>\n")
  }
}

extension RasterImage {
  /// The pixels as a PNG file.
  fileprivate func png() throws(Diagnostic) -> [UInt8] {
    var file = PNGFile()
    file.appendHeader(width: width, height: height, isOpaque: false)
    var lines: [UInt8] = []
    lines.reserveCapacity((4 * width + 1) * height)
    for y in 0..<height {
      // No filter.
      lines.append(0)
      lines += pixels[4 * width * y..<4 * width * (y + 1)]
    }
    // The library's own function passes on errors of any type only.
    let result = lines.withUnsafeBytes { bytes in
      Result { () throws(Diagnostic) in try file.appendPixels(bytes) }
    }
    try result.get()
    file.append("IEND", [])
    return file.bytes
  }
}

extension SVGText {
  /// Bytes as text (RFC 4648, section 4).
  fileprivate mutating func add(base64 bytes: [UInt8]) {
    let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      let word = group.enumerated().reduce(0) { $0 | Int($1.element) << (16 - 8 * $1.offset) }
      for i in 0..<4 { add(byte: i <= group.count ? digits[word >> (18 - 6 * i) & 63] : UInt8(ascii: "=")) }
    }
  }
}
