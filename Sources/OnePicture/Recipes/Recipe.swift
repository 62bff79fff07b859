import Diagnostics
import Rendering

/// What a picture was made from: its scene, and what else decides its bytes.
///
/// Every picture carries one unless it was encoded without.
///
/// ```swift
/// let recipe = try Recipe(extractedFrom: bytes)
/// let again = try recipe.drawn(in: "Scenes/models")
/// ```
public struct Recipe: Hashable, Sendable {
  /// A file that the picture depends on.
  public struct Ingredient: Hashable, Sendable {
    /// A path as the scene writes it, or a font's PostScript name.
    public let name: String
    /// The SHA-256 of the file's bytes in hexadecimal digits.
    public let digest: String
  }

  /// What was decided when the picture was drawn, over the scene's head.
  public struct Options: Hashable, Sendable {
    /// `nil` for the scene's own.
    public var theme: String?
    /// `nil` for the scene's own.
    public var canvas: String?
    /// `nil` for what the scene says.
    public var isTransparent: Bool?
    public var isLenient = false
    /// How many times finer the pixels are; 1 for pictures made of shapes.
    public var scale = 1.0
    /// What identifiers start with; `nil` for formats without identifiers.
    public var idPrefix: String?
    /// For a film's strip: how many pictures it has, in how many columns.
    public var strip: StripShape?

    public init() {}
  }

  /// The version of the program that drew the picture.
  public let version: String
  /// The scene file, byte for byte.
  public let scene: [UInt8]
  public let options: Options
  /// The files of data, code and themes that the scene read, sorted by name.
  public let files: [Ingredient]
  /// The theme file that the options name, if they name a file.
  public let themeFile: Ingredient?
  /// The fonts that the picture is set in, sorted by name.
  public let fonts: [Ingredient]
  /// Whether the scene is the one that was drawn; programs that tidy up files may have changed it.
  public let isIntact: Bool

  /// Finds the recipe in the bytes of a PNG, SVG or PDF; an error if there is none or if it is damaged.
  ///
  /// `name` takes the file's place in messages.
  public init(extractedFrom picture: [UInt8], named name: String? = nil) throws(SceneError) {
    do throws(Diagnostic) {
      guard let format = PictureFormat(of: picture) else {
        throw Diagnostic("expected a picture as PNG, SVG or PDF, found another kind of file")
      }
      guard let carried = try format.content.value.recipe(picture) else {
        throw Self.absence(from: picture)
      }
      self = try RecipeRecord.read(carried)
    } catch {
      throw SceneError(Problem(error, named: name))
    }
  }

  /// Why there is none.
  private static func absence(from picture: [UInt8]) -> Diagnostic {
    guard let note = FrameInspection(of: picture).note else {
      return Diagnostic(
        "the picture carries no scene",
        help: "it was made by another program, with --no-source, or lost its scene on the way")
    }
    return Diagnostic(
      "this is frame \(note.frame) of the film '\(note.label)': frames carry no scene",
      help: "onepicture render draws the film's poster, which does")
  }

  init(
    version: String, scene: [UInt8], options: Options, files: [Ingredient], themeFile: Ingredient?,
    fonts: [Ingredient], isIntact: Bool = true
  ) {
    self.version = version
    self.scene = scene
    self.options = options
    self.files = files
    self.themeFile = themeFile
    self.fonts = fonts
    self.isIntact = isIntact
  }
}

extension Recipe {
  /// Draws the scene again, with the recorded options; its files are looked for in `folder`.
  public func drawn(in folder: String?) throws(SceneError) -> Picture {
    let scene = try Scene(scene, named: "scene", folder: folder, isLenient: options.isLenient)
    if let shape = options.strip {
      return try scene.strip(shape, theme: options.theme, isTransparent: options.isTransparent)
    }
    return try scene.drawn(
      theme: options.theme, canvas: options.canvas, isTransparent: options.isTransparent)
  }

  /// The words that draw the picture again from a scene file: `render scene.yaml --theme dark …`.
  public func commandLine(scene: String, output: String) -> [String] {
    var words = [options.strip == nil ? "render" : "strip", scene, "-o", output]
    if let shape = options.strip { words += ["--count", "\(shape.count)"] }
    if let columns = options.strip?.columns { words += ["--columns", "\(columns)"] }
    if let theme = options.theme { words += ["--theme", theme] }
    if let canvas = options.canvas { words += ["--canvas", canvas] }
    if options.isTransparent == true { words.append("--transparent") }
    if options.isLenient { words.append("--lenient") }
    if options.scale != 1 { words += ["--scale", "\(options.scale)"] }
    if let prefix = options.idPrefix { words += ["--id", prefix] }
    return words
  }
}
