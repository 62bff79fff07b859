import Diagnostics
import Drawing
import MathCore
import Synchronization

/// The files that a scene has read, by the names that it gives them.
final class FileLog: Sendable {
  typealias Open = @Sendable () throws(Diagnostic) -> ByteSource

  /// Files are opened again for their digest: kept open, a scene of many would run out of handles.
  private let files = Mutex<[String: Open]>([:])

  func note(_ name: String, _ open: @escaping Open) { files.withLock { $0[name] = open } }

  /// Each file with its digest, sorted by name.
  func ingredients() throws(Diagnostic) -> [Recipe.Ingredient] {
    let files = files.withLock { $0 }
    var ingredients: [Recipe.Ingredient] = []
    for (name, open) in files.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }) {
      ingredients.append(Recipe.Ingredient(name: name, digest: try digest(of: open())))
    }
    return ingredients
  }
}

/// What a picture was made from, told when it is encoded.
struct Ingredients: Sendable {
  let scene: [UInt8]
  var options: Recipe.Options
  let log: FileLog
  /// The theme file given over the scene's head, found from where the program runs.
  let themePath: String?

  /// The recipe of a picture; `options` as they are for its format.
  func recipe(of list: DisplayList, _ options: Recipe.Options) throws(Diagnostic) -> Recipe {
    try recipe(of: [list], options)
  }

  /// The recipe of pictures that belong together.
  func recipe(of lists: [DisplayList], _ options: Recipe.Options) throws(Diagnostic) -> Recipe {
    Recipe(
      version: version, scene: scene, options: options, files: try log.ingredients(),
      themeFile: try themePath.map { (path) throws(Diagnostic) in
        Recipe.Ingredient(name: path, digest: try digest(of: source(ofFile: path, named: path)))
      },
      fonts: try fonts(in: lists))
  }

  private func fonts(in lists: [DisplayList]) throws(Diagnostic) -> [Recipe.Ingredient] {
    var names: [String: String] = [:]
    for list in lists { collectFonts(of: list.items, into: &names) }
    let fonts = try names.map { (path, name) throws(Diagnostic) in
      Recipe.Ingredient(name: name, digest: try fontDigests.digest(ofFile: path))
    }
    return fonts.sorted { ($0.name, $0.digest) < ($1.name, $1.digest) }
  }

  /// Names of fonts by their files' paths.
  private func collectFonts(of items: [DisplayItem], into names: inout [String: String]) {
    for item in items {
      switch item {
      case .glyphs(let run, _): if !run.glyphs.isEmpty { names[run.font.path] = run.font.name }
      case .group(let group): collectFonts(of: group.items, into: &names)
      case .path, .image: break
      }
    }
  }
}
