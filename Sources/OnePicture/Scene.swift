import Diagnostics
import Expressions
import Figures
import SceneFiles
import Typesetting

/// A scene that was read: what a picture is to show, free of mistakes in form.
///
/// ```swift
/// let scene = try Scene(contentsOf: "walk.yaml")
/// let picture = try scene.drawn(theme: "dark")
/// if let png = PictureFormat(named: "png") {
///   let bytes = try picture.encoded(as: png, scale: 2)
/// }
/// ```
public struct Scene: Sendable {
  private let content: Boxed<Figures.Scene>
  /// The bytes that it was read from.
  let source: [UInt8]
  private let isLenient: Bool
  private let log = FileLog()
  /// The name under which places in the scene are reported.
  public let name: String

  /// Reads a scene file: YAML or JSON of at most 4 MB.
  ///
  /// Read leniently, labels with mistakes are shown with the bad part in red, and the mistakes are warnings.
  public init(contentsOf path: String, isLenient: Bool = false) throws(SceneError) {
    let bytes: [UInt8]
    do {
      bytes = try contents(ofFile: path)
    } catch {
      throw SceneError(error)
    }
    try self.init(bytes, named: path, folder: folder(of: path), isLenient: isLenient)
  }

  /// Reads a scene from memory; `name` takes the file's place in messages.
  ///
  /// Its data files lie in `folder`; without one, a scene that wants such files is mistaken.
  public init(
    _ source: [UInt8], named name: String = "scene", folder: String? = nil, isLenient: Bool = false
  ) throws(SceneError) {
    let log = log
    do {
      content = Boxed(
        try Figures.Scene(
          decoding: parseYAML(source, file: name), in: folder.map { DataFolder(path: $0, notingIn: log) },
          isLenient: isLenient))
    } catch {
      throw SceneError(error, in: source, named: name)
    }
    self.source = source
    self.name = name
    self.isLenient = isLenient
  }

  /// Evaluates everything, the claims under `expect` too, without drawing; returns the warnings.
  public func checked() throws(SceneError) -> [Problem] {
    do {
      return try content.value.checked(with: try? sharedTypesetter.get()).map {
        Problem($0, in: source, named: name)
      }
    } catch {
      throw SceneError(error, in: source, named: name)
    }
  }

  /// What those are told who cannot see the picture: what the scene says under `alt`, else a draft made of what
  /// is drawn, which `isDrafted` asks for in any case.
  public func description(isDrafted: Bool = false) throws(SceneError) -> Description {
    do {
      let (text, isDraft) = try content.value.description(isDrafted: isDrafted)
      return Description(text: text, isDraft: isDraft)
    } catch {
      throw SceneError(error, in: source, named: name)
    }
  }

  /// The names that it defines under `let`, with their values.
  func scope() throws(SceneError) -> Scope {
    do {
      return try content.value.scope()
    } catch {
      throw SceneError(error, in: source, named: name)
    }
  }

  /// Evaluates and draws; a theme, canvas or background given here goes before the scene's own.
  ///
  /// The theme is a name such as `dark`, or the path of a theme file; the canvas is a name such as `column`.
  /// With `isStrict`, what lint finds counts as mistakes.
  public func drawn(
    theme: String? = nil, canvas: String? = nil, isTransparent: Bool? = nil, isStrict: Bool = false
  ) throws(SceneError) -> Picture {
    let options = SceneOptions(
      theme: try theme.map(chosenTheme), canvas: try canvas.map(chosenCanvas), isTransparent: isTransparent,
      isStrict: isStrict)
    let typesetter = try typesetter()
    do {
      let (list, warnings) = try content.value.drawn(with: typesetter, options: options)
      return Picture(
        list, of: ingredients(theme: theme, canvas: canvas, isTransparent: isTransparent),
        warnings: warnings.map { Problem($0, in: source, named: name) })
    } catch {
      throw SceneError(error, in: source, named: name)
    }
  }

  /// Whether it has a `film`.
  public var isFilm: Bool { content.value.isFilm }

  /// The film of a scene that moves; throws if it does not.
  ///
  /// `scale` makes pixels finer, and `label` is what the frames' files call the scene, its name unless said;
  /// everything else is as for `drawn`.
  public func film(
    theme: String? = nil, canvas: String? = nil, isTransparent: Bool? = nil, scale: Double = 1,
    label: String? = nil
  ) throws(SceneError) -> Film {
    let options = SceneOptions(
      theme: try theme.map(chosenTheme), canvas: try canvas.map(chosenCanvas), isTransparent: isTransparent)
    let typesetter = try typesetter()
    let film: Figures.Film
    do {
      film = try Figures.Film(of: content.value, with: typesetter, options: options)
    } catch {
      throw SceneError(error, in: source, named: name)
    }
    var ingredients = ingredients(theme: theme, canvas: canvas, isTransparent: isTransparent)
    ingredients.options.scale = scale
    return try Film(film, of: ingredients, named: name, label: label ?? name)
  }

  /// A film on one page, for handouts: `shape.count` of its pictures, and the words that they share once.
  public func strip(
    _ shape: StripShape = StripShape(), theme: String? = nil, isTransparent: Bool? = nil
  ) throws(SceneError) -> Picture {
    let options = SceneOptions(theme: try theme.map(chosenTheme), isTransparent: isTransparent)
    let typesetter = try typesetter()
    do {
      let (list, warnings) = try content.value.strip(
        of: shape.count, columns: shape.columns, with: typesetter, options: options)
      var ingredients = ingredients(theme: theme, canvas: nil, isTransparent: isTransparent)
      ingredients.options.strip = shape
      return Picture(
        list, of: ingredients, warnings: warnings.map { Problem($0, in: source, named: name) })
    } catch {
      throw SceneError(error, in: source, named: name)
    }
  }

  /// Draws the picture and throws everything that a reader would stumble over, each with its place.
  ///
  /// It is drawn in all themes of the program and its own, or only in `theme`; `checks` are names from the
  /// vocabulary of that name.
  public func lint(
    theme: String? = nil, canvas: String? = nil, checks: [String]? = nil
  ) throws(SceneError) {
    var options = LintOptions(theme: try theme.map(chosenTheme), canvas: try canvas.map(chosenCanvas))
    if let checks { options.checks = checks }
    let typesetter = try typesetter()
    do {
      let findings = try content.value.linted(with: typesetter, options: options)
      try DiagnosticList(findings).throwIfErrors()
    } catch {
      throw SceneError(error, in: source, named: name)
    }
  }

  /// What decides a picture's bytes; options as they were given.
  private func ingredients(theme: String?, canvas: String?, isTransparent: Bool?) -> Ingredients {
    var decided = Recipe.Options()
    (decided.theme, decided.canvas) = (theme, canvas)
    (decided.isTransparent, decided.isLenient) = (isTransparent, isLenient)
    let themePath = theme.flatMap { Theme.isPath($0) ? $0 : nil }
    return Ingredients(scene: source, options: decided, log: log, themePath: themePath)
  }

  private func typesetter() throws(SceneError) -> FontTypesetter {
    do {
      return try sharedTypesetter.get()
    } catch {
      throw SceneError(error)
    }
  }
}
