import Diagnostics
import Rendering

/// The text in which a picture's file notes what belongs to its scene, one thing a line.
///
/// ```
/// onepicture 0.1.0
/// option theme dark
/// scene sha256 9f86d081884c7d65…
/// file sha256 60303ae22b998861… iris.csv
/// font sha256 fd61a03af4f77d87… Inter-Regular
/// ```
enum RecipeRecord {
  /// What a picture's file is to carry.
  static func carried(_ recipe: Recipe) -> CarriedRecipe {
    var lines = ["onepicture \(recipe.version)"]
    let options = recipe.options
    if let theme = options.theme { lines.append("option theme \(escaped(theme))") }
    if let canvas = options.canvas { lines.append("option canvas \(escaped(canvas))") }
    if let isTransparent = options.isTransparent { lines.append("option transparent \(isTransparent)") }
    if options.isLenient { lines.append("option lenient true") }
    if options.scale != 1 { lines.append("option scale \(options.scale)") }
    if let prefix = options.idPrefix { lines.append("option id \(escaped(prefix))") }
    if let shape = options.strip { lines.append("option strip \(shape.record)") }
    lines.append("scene sha256 \(digest(of: recipe.scene))")
    let themes = [recipe.themeFile].compactMap { $0 }
    for (kind, ingredients) in [("theme", themes), ("file", recipe.files), ("font", recipe.fonts)] {
      lines += ingredients.map { "\(kind) sha256 \($0.digest) \(escaped($0.name))" }
    }
    return CarriedRecipe(scene: recipe.scene, record: lines.joined(separator: "\n") + "\n")
  }

  /// Reads a record; lines of kinds that only later versions know are left out.
  static func read(_ carried: CarriedRecipe) throws(Diagnostic) -> Recipe {
    let damage = Diagnostic("the recipe in it is damaged: its record does not say what it should")
    var (version, sceneDigest): (String?, String?)
    var options = Recipe.Options()
    var ingredients: [String: [Recipe.Ingredient]] = [:]
    for line in carried.record.utf8.split(separator: UInt8(ascii: "\n")) {
      let words = String(Substring(line)).split(
        separator: " ", maxSplits: 3, omittingEmptySubsequences: false
      )
      .map(String.init)
      switch words[0] {
      case "onepicture" where words.count == 2: version = words[1]
      case "option": options.set(String(Substring(line)).dropFirst("option ".count))
      case "scene" where words.count == 3: sceneDigest = words[2]
      case "theme" where words.count == 4, "file" where words.count == 4, "font" where words.count == 4:
        ingredients[words[0], default: []].append(.init(name: unescaped(words[3]), digest: words[2]))
      case "onepicture", "scene", "theme", "file", "font": throw damage
      default: break
      }
    }
    guard let version, let sceneDigest else { throw damage }
    return Recipe(
      version: version, scene: carried.scene, options: options, files: ingredients["file"] ?? [],
      themeFile: ingredients["theme"]?.first, fonts: ingredients["font"] ?? [],
      isIntact: digest(of: carried.scene) == sceneDigest)
  }

  /// A name on one line.
  private static func escaped(_ name: String) -> String {
    // Nearly all names have none of these, and looking for each takes longer.
    guard name.utf8.contains(where: { $0 == 0x5C || $0 == 0x0A || $0 == 0x0D }) else { return name }
    return name.replacing("\\", with: "\\\\").replacing("\r\n", with: "\\r\\n").replacing("\n", with: "\\n")
      .replacing("\r", with: "\\r")
  }

  fileprivate static func unescaped(_ text: String) -> String {
    var name = String.UnicodeScalarView()
    var isEscaped = false
    for scalar in text.unicodeScalars {
      if !isEscaped, scalar == "\\" {
        isEscaped = true
        continue
      }
      name.append(!isEscaped ? scalar : scalar == "n" ? "\n" : scalar == "r" ? "\r" : scalar)
      isEscaped = false
    }
    return String(name)
  }
}

extension Recipe.Options {
  /// Reads `theme dark`; what only later versions know is left out.
  fileprivate mutating func set(_ text: Substring) {
    let words = text.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
    guard words.count == 2 else { return }
    let value = RecipeRecord.unescaped(String(words[1]))
    switch words[0] {
    case "theme": theme = value
    case "canvas": canvas = value
    case "transparent": isTransparent = value == "true"
    case "lenient": isLenient = value == "true"
    case "scale": if let number = Double(value), number.isFinite { scale = number }
    case "id": idPrefix = value
    case "strip": strip = StripShape(record: value)
    default: break
    }
  }
}
