import Foundation
import OnePicture
import Testing

/// Idea 10: every picture of every scene gives its scene back, and the same picture again.
@Suite struct RecipeTests {
  /// The sheet of all commands takes too long to be drawn this often.
  static let scenes = SceneFolder.names.filter { $0 != "specimens/formulas" }

  @Test(arguments: scenes)
  func `A picture gives its scene back, which draws the same picture`(_ name: String) throws {
    let source = try SceneFolder.source(name)
    let picture = try SceneFolder.picture(name)
    var again: Picture?
    for formatName in PictureFormat.names {
      let format = try #require(PictureFormat(named: formatName))
      let bytes = try picture.encoded(as: format, idPrefix: name)
      let recipe = try Recipe(extractedFrom: bytes)
      #expect(recipe.scene == source && recipe.isIntact && recipe.version == version)
      #expect(recipe.fonts.contains { $0.name == "Inter-Regular" })
      let drawn = try again ?? recipe.drawn(in: SceneFolder.folder(of: name))
      #expect(try drawn.encoded(as: format, idPrefix: recipe.options.idPrefix ?? "picture") == bytes)
      again = drawn
    }
  }

  @Test func `Without its source a picture has no trace of it`() throws {
    let picture = try SceneFolder.picture("models/iris")
    for formatName in PictureFormat.names {
      let format = try #require(PictureFormat(named: formatName))
      let bytes = try picture.encoded(as: format, includesSource: false)
      #expect(throws: SceneError.self) { try Recipe(extractedFrom: bytes) }
      #expect(!String(decoding: bytes, as: UTF8.self).contains("iris.csv"))
    }
  }

  /// The recorded options are those that change a file of that kind, and draw it again.
  @Test func `Options come back`() throws {
    let name = "models/iris"
    let folder = SceneFolder.folder(of: name)
    let scene = try OnePicture.Scene(try SceneFolder.source(name), folder: folder, isLenient: true)
    let picture = try scene.drawn(theme: "dark", isTransparent: true)
    for formatName in PictureFormat.names {
      let format = try #require(PictureFormat(named: formatName))
      let bytes = try picture.encoded(as: format, scale: 0.75, idPrefix: "x y")
      let options = try Recipe(extractedFrom: bytes).options
      #expect(options.theme == "dark" && options.isTransparent == true && options.isLenient)
      #expect(options.scale == (formatName == "png" ? 0.75 : 1))
      #expect(options.idPrefix == (formatName == "svg" ? "x y" : nil))
      let comparison = try Recipe.compared(bytes, in: folder)
      #expect(comparison.isSame && comparison.changes.isEmpty)
    }
  }

  /// The digest is that of `sha256sum Scenes/models/iris.csv`.
  @Test func `Files are named as in the scene, with their SHA-256`() throws {
    let format = try #require(PictureFormat(named: "png"))
    let recipe = try Recipe(extractedFrom: SceneFolder.picture("models/iris").encoded(as: format))
    #expect(recipe.files.map(\.name) == ["iris.csv"])
    #expect(
      recipe.files.map(\.digest) == ["e404da8a0348eaa780e968c07a8f4dc90fe90eea54ddceeb5b444ce0caae8d30"])
  }
}
