import Diagnostics
import OnePicture

/// What the options of `render` ask for.
struct RenderRequest: Sendable {
  let formats: [PictureFormat]
  let destination: Destination
  let scale: Double
  let theme: String?
  /// `nil` leaves it to the scene.
  let isTransparent: Bool?
  let isLenient: Bool
  /// `nil` takes it from the scene's name.
  let idPrefix: String?
  let includesSource: Bool

  init(_ arguments: Arguments) throws(Diagnostic) {
    let wanted = try arguments.value("format").map(Self.formats)
    destination = try Destination(arguments.value("output"))
    formats = try destination.formats(wanted: wanted)
    scale = try arguments.value("scale").map(Self.scale) ?? 1
    theme = try arguments.value("theme").map(Self.theme)
    isTransparent = arguments.has("transparent") ? true : nil
    isLenient = arguments.has("lenient")
    idPrefix = arguments.value("id")
    includesSource = !arguments.has("no-source")
  }

  /// Where each scene's pictures go.
  func places(of inputs: [SceneInput]) throws(Diagnostic) -> OutputPlaces {
    try OutputPlaces(destination, inputs: inputs, formats: formats)
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

  private static func scale(_ text: String) throws(Diagnostic) -> Double {
    guard let scale = Double(text), (0.1...10).contains(scale) else {
      throw Diagnostic("--scale: expected a number from 0.1 to 10, found '\(text)'")
    }
    return scale
  }

  private static func theme(_ name: String) throws(Diagnostic) -> String {
    let known = Vocabulary.all.first { $0.name == "themes" }?.words ?? []
    guard known.contains(name) else {
      throw Diagnostic(
        "unknown theme '\(name)'",
        help: suggestion(for: name, in: known) ?? "known: \(known.joined(separator: ", "))")
    }
    return name
  }
}
