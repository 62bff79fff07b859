import CCairo
package import Diagnostics
import Glibc

/// A frame that was written as a PNG file before, read back.
package final class RenderedFrame {
  /// In pixels.
  package let width: Int
  /// In pixels.
  package let height: Int
  /// Whether the file has no alpha.
  package let isOpaque: Bool
  private let surface: OpaquePointer

  /// Reads a file's bytes; throws if they are damaged or not a PNG file.
  package init(png file: [UInt8], named name: String) throws(Diagnostic) {
    let damaged = Diagnostic("'\(name)' is not a whole PNG file")
    // Behind the signature: the header's length and type, then the sides.
    let sides = [16, 20].map { file.dropFirst($0).prefix(4).reduce(0) { $0 << 8 | Int($1) } }
    guard file.starts(with: PNGRecipe.signature), file.count > 24, sides.allSatisfy({ $0 > 0 }) else {
      throw damaged
    }
    guard sides.allSatisfy({ $0 <= PixelSize.longestSide }), sides[0] * sides[1] <= PixelSize.mostPixels
    else {
      throw Diagnostic("'\(name)' has \(sides[0]) × \(sides[1]) pixels, too many for a frame")
    }
    guard let surface = decodedSurface(file) else { throw damaged }
    let format = cairo_image_surface_get_format(surface)
    isOpaque = format == CAIRO_FORMAT_RGB24
    (width, height) = (sides[0], sides[1])
    self.surface = surface
    guard isOpaque || format == CAIRO_FORMAT_ARGB32, cairo_image_surface_get_stride(surface) == width * 4
    else { throw Diagnostic("'\(name)' is not a PNG file of 8 bits a color") }
  }

  deinit { cairo_surface_destroy(surface) }

  /// Hands over the pixels.
  package func withImage<Result>(
    _ body: (FrameImage) throws(Diagnostic) -> Result
  ) throws(Diagnostic) -> Result {
    let words = UnsafeRawPointer(cairo_image_surface_get_data(surface))?.assumingMemoryBound(to: UInt32.self)
    return try body(
      FrameImage(
        width: width, height: height, isOpaque: isOpaque,
        words: UnsafeBufferPointer(start: words, count: width * height)))
  }
}

/// What Cairo, by libpng, makes of a file; `nil` if that is damaged.
private func decodedSurface(_ file: [UInt8]) -> OpaquePointer? {
  file.withUnsafeBytes { bytes in
    var rest = bytes[...]
    let surface = withUnsafeMutablePointer(to: &rest) { rest in
      cairo_image_surface_create_from_png_stream(
        { closure, target, count in
          guard let rest = closure?.assumingMemoryBound(to: Slice<UnsafeRawBufferPointer>.self),
            rest.pointee.count >= Int(count)
          else { return CAIRO_STATUS_READ_ERROR }
          let piece = UnsafeRawBufferPointer(rebasing: rest.pointee.prefix(Int(count)))
          if let target, let source = piece.baseAddress { memcpy(target, source, piece.count) }
          rest.pointee = rest.pointee.dropFirst(Int(count))
          return CAIRO_STATUS_SUCCESS
        }, rest)
    }
    guard let surface else { return nil }
    guard cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS else {
      cairo_surface_destroy(surface)
      return nil
    }
    return surface
  }
}
