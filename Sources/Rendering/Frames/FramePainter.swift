package import Diagnostics
package import Drawing

/// Paints the frames of a film, one after another, on one thread.
///
/// Of a frame only what differs from the one before is painted and compressed anew. Its pixels and bytes are
/// those of a painter that has never painted before, because nothing is ever painted in part: items are painted
/// as a whole on a sheet where only the damaged strips count, and these are copied into the picture.
package final class FramePainter {
  private let options: RenderOptions
  private let isCaching: Bool
  private var list: DisplayList?
  private var stage: FrameStage?

  /// Without caching every frame is painted from the beginning, which is slow and for comparisons.
  package init(options: RenderOptions = RenderOptions(), isCaching: Bool = true) {
    self.options = options
    self.isCaching = isCaching
  }

  /// Paints a picture, which the other functions then speak of.
  package func paint(_ list: DisplayList) throws(Diagnostic) {
    self.list = nil
    let page = try PixelPage(of: list, options)
    let stage: FrameStage
    if isCaching, let known = self.stage, known.page == page {
      stage = known
    } else {
      self.stage = nil
      stage = try FrameStage(page)
    }
    // Forgotten if this fails: what is on it then is no frame.
    self.stage = nil
    try stage.show(list)
    self.stage = stage
    self.list = list
  }

  /// The PNG file of the picture painted last; `note` says in it which frame it is.
  package func png(note: String = "") throws(Diagnostic) -> [UInt8] {
    guard let list, let stage else { throw Diagnostic("nothing is painted yet") }
    var file = PNGFile()
    file.appendStart(of: list, stage.page)
    file.appendText(FrameFile.keyword, note)
    file.appendPixels(stage.bands())
    file.append("IEND", [])
    return file.bytes
  }

  /// Hands over the pixels of the picture painted last.
  package func withImage<Result>(
    _ body: (FrameImage) throws(Diagnostic) -> Result
  ) throws(Diagnostic) -> Result {
    guard list != nil, let stage else { throw Diagnostic("nothing is painted yet") }
    let size = stage.page.size
    return try body(
      FrameImage(
        width: size.width, height: size.height, isOpaque: stage.page.isOpaque,
        words: UnsafeBufferPointer(stage.picture.words)))
  }
}
