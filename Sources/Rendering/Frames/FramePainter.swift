package import Diagnostics
package import Drawing

/// Paints the frames of a film, one after another, on one thread.
package final class FramePainter {
  private let options: RenderOptions
  private var list: DisplayList?

  package init(options: RenderOptions = RenderOptions(), isCaching: Bool = true) {
    self.options = options
  }

  /// Paints a picture, which the other functions then speak of.
  package func paint(_ list: DisplayList) throws(Diagnostic) { self.list = list }

  /// The PNG file of the picture painted last.
  package func png() throws(Diagnostic) -> [UInt8] {
    guard let list else { throw Diagnostic("nothing is painted yet") }
    return try OutputFormat.png.encode(list, options)
  }
}
