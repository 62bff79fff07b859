import Diagnostics
import OnePicture

/// What the options of `render` ask for.
struct RenderRequest: Sendable {
  let formats: [PictureFormat]
  let destination: Destination
  let scale: Double
  /// A name, or the path of a theme file.
  let theme: String?
  let canvas: String?
  /// `nil` leaves it to the scene.
  let isTransparent: Bool?
  let isLenient: Bool
  /// Whether what lint finds counts as a mistake.
  let isStrict: Bool
  /// `nil` takes it from the scene's name.
  let idPrefix: String?
  let includesSource: Bool

  init(_ arguments: Arguments) throws(Diagnostic) {
    let wanted = try arguments.value("format").map(Self.formats)
    destination = try Destination(arguments.value("output"))
    formats = try destination.formats(wanted: wanted)
    scale = try arguments.value("scale").map(Self.scale) ?? 1
    theme = try arguments.value("theme").map(Self.theme)
    canvas = try arguments.value("canvas").map(Self.canvas)
    isTransparent = arguments.has("transparent") ? true : nil
    isLenient = arguments.has("lenient")
    isStrict = arguments.has("strict")
    idPrefix = arguments.value("id")
    includesSource = !arguments.has("no-source")
  }

  /// Where each scene's pictures go.
  func places(of inputs: [SceneInput]) throws(Diagnostic) -> OutputPlaces {
    try OutputPlaces(destination, inputs: inputs, formats: formats)
  }

  /// Writes a scene's picture in all formats.
  func written(
    _ picture: Picture, of input: SceneInput, to places: OutputPlaces
  ) throws(SceneError) -> Batch.Result {
    // All bytes first: a scene that one format cannot hold gets no file at all.
    var files: [(place: OutputPlace, bytes: [UInt8])] = []
    for format in formats {
      let bytes = try picture.encoded(
        as: format, scale: scale, idPrefix: idPrefix ?? input.identifier, includesSource: includesSource)
      files.append((places.place(of: input, as: format), bytes))
    }
    for (place, bytes) in files {
      do throws(Diagnostic) {
        try place.write(bytes)
      } catch {
        throw SceneError(error)
      }
    }
    let written = files.map(\.place.description).joined(separator: " and ")
    return Batch.Result(warnings: picture.warnings, note: "wrote " + written)
  }

  private static func formats(_ list: String) throws(Diagnostic) -> [PictureFormat] {
    var formats: [PictureFormat] = []
    for name in list.split(separator: ",", omittingEmptySubsequences: false).map(String.init) {
      let format = try format(named: name)
      if !formats.contains(where: { $0.name == format.name }) { formats.append(format) }
    }
    return formats
  }

  /// The format of that name, or an error with the nearest name.
  static func format(named name: String) throws(Diagnostic) -> PictureFormat {
    if let format = PictureFormat(named: name) { return format }
    let known = PictureFormat.names
    throw Diagnostic(
      "unknown format '\(name)'",
      help: suggestion(for: name, in: known) ?? "known: \(known.joined(separator: ", "))")
  }

  /// A number from 0.1 to 10.
  static func scale(_ text: String) throws(Diagnostic) -> Double {
    guard let scale = Double(text), (0.1...10).contains(scale) else {
      throw Diagnostic("--scale: expected a number from 0.1 to 10, found '\(text)'")
    }
    return scale
  }

  /// The name of a theme, or the path of a theme file.
  static func theme(_ name: String) throws(Diagnostic) -> String {
    if sceneExtensions.contains(fileExtension(of: name)) { return name }
    return try word(name, of: "themes", called: "theme")
  }

  /// The name of a canvas.
  static func canvas(_ name: String) throws(Diagnostic) -> String {
    try word(name, of: "canvases", called: "canvas")
  }

  /// A word of a family, or an error with the nearest one.
  static func word(_ name: String, of family: String, called noun: String) throws(Diagnostic) -> String {
    let known = Vocabulary.words(of: family)
    guard known.contains(name) else {
      throw Diagnostic(
        "unknown \(noun) '\(name)'",
        help: suggestion(for: name, in: known) ?? "known: \(known.joined(separator: ", "))")
    }
    return name
  }
}
