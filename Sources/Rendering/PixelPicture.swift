package import Diagnostics
package import Drawing

/// A display list painted in pixels.
package struct PixelPicture {
  let surface: PixelSurface

  /// In pixels.
  package var width: Int { surface.page.size.width }
  /// In pixels.
  package var height: Int { surface.page.size.height }
  /// Whether every pixel is: then there is no alpha to keep.
  package var isOpaque: Bool { surface.page.isOpaque }

  /// Paints the list; throws if the picture would be too large or cannot be painted.
  package init(painting list: DisplayList, _ options: RenderOptions) throws(Diagnostic) {
    surface = try PixelSurface(for: try PixelPage(of: list, options))
    surface.clear()
    try surface.paint(list.items)
  }

  /// The bytes of all pixels, row after row: red, green, blue and, if not opaque, straight alpha.
  package func pixels() -> [UInt8] {
    let row = width * surface.page.channelCount
    var pixels: [UInt8] = []
    pixels.reserveCapacity(row * height)
    for y in 0..<height { pixels += surface.packed(rows: y..<y + 1).dropFirst() }
    return pixels
  }
}
