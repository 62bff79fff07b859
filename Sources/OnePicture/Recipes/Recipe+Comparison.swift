import Diagnostics

/// How a picture compares to one that is drawn now from the scene that it carries.
public struct Comparison: Sendable {
  /// What is different from when the picture was drawn, such as `iris.csv has changed since`.
  public let changes: [String]
  /// Whether the picture drawn now has the same bytes.
  public let isSame: Bool
}

extension Recipe {
  /// Draws the scene of a picture again, with its files in `folder`, and compares; an error if that fails.
  ///
  /// `name` takes the picture's place in messages.
  public static func compared(
    _ picture: [UInt8], in folder: String, named name: String? = nil
  ) throws(SceneError) -> Comparison {
    let recipe = try Recipe(extractedFrom: picture, named: name)
    guard let format = PictureFormat(of: picture) else { return Comparison(changes: [], isSame: false) }
    var changes: [String] = []
    if !recipe.isIntact { changes.append("the scene in the picture has changed since") }
    if recipe.version != OnePicture.version {
      changes.append("onepicture \(recipe.version) drew it, this is \(OnePicture.version)")
    }
    changes += recipe.changedFiles(in: folder)
    // Without its files a scene has no picture.
    guard !changes.contains(where: { $0.hasSuffix(missingSuffix) }) else {
      return Comparison(changes: changes, isSame: false)
    }
    let drawn = try recipe.drawn(in: folder)
    let options = recipe.options
    let prefix = options.idPrefix ?? "picture"
    changes += recipe.changedFonts(try drawn.recipe(as: format, scale: options.scale, idPrefix: prefix))
    let bytes = try drawn.encoded(as: format, scale: options.scale, idPrefix: prefix)
    return Comparison(changes: changes, isSame: bytes == picture)
  }

  private func changedFiles(in folder: String) -> [String] {
    func change(_ file: Ingredient, at path: String?) -> String? {
      guard let path, let now = try? digest(of: source(ofFile: path, named: file.name)) else {
        return file.name + missingSuffix
      }
      return now == file.digest ? nil : "\(file.name) has changed since"
    }
    return [themeFile].compactMap { $0.flatMap { change($0, at: $0.name) } }
      + files.compactMap { change($0, at: try? insidePath($0.name, of: folder)) }
  }

  private func changedFonts(_ now: Recipe) -> [String] {
    let (before, after) = (Set(fonts), Set(now.fonts))
    let names = Set(before.symmetricDifference(after).map(\.name)).sorted()
    return names.map { name in
      let (was, isNow) = (fonts.contains { $0.name == name }, now.fonts.contains { $0.name == name })
      return was && isNow
        ? "the font \(name) has changed since"
        : was ? "the font \(name) is no longer used" : "the font \(name) was not used then"
    }
  }
}

private let missingSuffix = " is not there"
