import Diagnostics
package import Drawing
import Rendering

/// A finished picture, ready to be written in any format.
public struct Picture: Sendable {
  private let list: Boxed<DisplayList>
  private let ingredients: Boxed<Ingredients>
  /// What is legal in the scene but probably not meant.
  public let warnings: [Problem]

  init(_ list: DisplayList, of ingredients: Ingredients, warnings: [Problem]) {
    self.list = Boxed(list)
    self.ingredients = Boxed(ingredients)
    self.warnings = warnings
  }

  /// What is painted: the seam at which tests look at a picture.
  package var displayList: DisplayList { list.value }

  /// The bytes of a file; equal pictures and options give equal bytes.
  ///
  /// `scale` makes pixels finer and concerns formats of pixels only; `idPrefix` starts every identifier
  /// of an SVG, so that several pictures can stand on one page. With `includesSource` the file carries its
  /// scene and what else it was made from, so that `Recipe` can draw it again.
  public func encoded(
    as format: PictureFormat, scale: Double = 1, idPrefix: String = "picture", includesSource: Bool = true
  ) throws(SceneError) -> [UInt8] {
    var options = RenderOptions(scale: scale, idPrefix: idPrefix)
    if includesSource {
      options.recipe = RecipeRecord.carried(try recipe(as: format, scale: scale, idPrefix: idPrefix))
    }
    do {
      return try format.content.value.encode(list.value, options)
    } catch {
      throw SceneError(error)
    }
  }

  /// What a file of that format tells of its making.
  func recipe(
    as format: PictureFormat, scale: Double, idPrefix: String
  ) throws(SceneError) -> Recipe {
    var options = ingredients.value.options
    // What a format does not heed says nothing about its files.
    if format.content.value.isMadeOfPixels { options.scale = scale }
    if format.content.value.hasIdentifiers { options.idPrefix = idPrefix }
    do {
      return try ingredients.value.recipe(of: list.value, options)
    } catch {
      throw SceneError(error)
    }
  }
}
