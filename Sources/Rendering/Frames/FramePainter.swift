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

  /// The PNG file of the picture painted last; a note tells which frame of which film it is.
  package func png(note: String = "") throws(Diagnostic) -> [UInt8] {
    guard let list else { throw Diagnostic("nothing is painted yet") }
    let file = try OutputFormat.png.encode(list, options)
    var chunk = PNGFile()
    chunk.appendText(FrameFile.keyword, note)
    // Behind the header, which takes 25 bytes.
    let start = PNGRecipe.signature.count + 25
    return Array(file[..<start]) + chunk.bytes[PNGRecipe.signature.count...] + file[start...]
  }
}
