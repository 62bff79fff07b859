import Diagnostics
package import Drawing
import Rendering

/// A finished picture, ready to be written in any format.
public struct Picture: Sendable {
  private let list: Boxed<DisplayList>
  /// What is legal in the scene but probably not meant.
  public let warnings: [Problem]

  init(_ list: DisplayList, warnings: [Problem]) {
    self.list = Boxed(list)
    self.warnings = warnings
  }

  /// What is painted: the seam at which tests look at a picture.
  package var displayList: DisplayList { list.value }

  /// The bytes of a file; equal pictures and options give equal bytes.
  ///
  /// `scale` makes pixels finer and concerns formats of pixels only; `idPrefix` starts every identifier
  /// of an SVG, so that several pictures can stand on one page.
  public func encoded(
    as format: PictureFormat, scale: Double = 1, idPrefix: String = "picture"
  ) throws(SceneError) -> [UInt8] {
    do {
      return try format.content.value.encode(list.value, RenderOptions(scale: scale, idPrefix: idPrefix))
    } catch {
      throw SceneError(error)
    }
  }
}
