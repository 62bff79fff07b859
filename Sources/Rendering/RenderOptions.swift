/// What a user may choose about a picture's bytes without changing the picture.
package struct RenderOptions: Hashable, Sendable {
  /// Pixels are this many times finer than the display list asks for; pictures made of shapes ignore it.
  package var scale: Double
  /// Put before every identifier in a file, so that several pictures can stand on one page.
  package var idPrefix: String

  /// What the file tells of its making, if anything.
  package var recipe: CarriedRecipe?

  package init(scale: Double = 1, idPrefix: String = "picture", recipe: CarriedRecipe? = nil) {
    self.scale = scale
    self.idPrefix = idPrefix
    self.recipe = recipe
  }
}
