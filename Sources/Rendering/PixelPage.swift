import Diagnostics
import Drawing

/// What pixels are painted for: how many, how fine, and over what.
struct PixelPage: Hashable {
  let size: PixelSize
  let pixelsPerPoint: Double
  /// Painted first; `nil` leaves the page transparent.
  let background: Color?

  /// The page of a list at the options' scale; throws if it would be too large.
  init(of list: DisplayList, _ options: RenderOptions) throws(Diagnostic) {
    size = try PixelSize(of: list, options)
    pixelsPerPoint = list.pixelsPerPoint * options.scale
    background = list.background
  }

  /// Whether every pixel is: then there is no alpha to keep.
  var isOpaque: Bool { (background?.alpha ?? 0) >= 1 }
  /// Bytes of a pixel in files: red, green, blue and, if not opaque, alpha.
  var channelCount: Int { isOpaque ? 3 : 4 }
}
