import Diagnostics
import OnePicture

/// Where the films of a run go.
struct FilmPlaces: Sendable {
  /// What one film is made into.
  struct Targets: Sendable {
    /// Where its frames go, if they are wanted.
    var folder: FrameFolder?
    /// Files that hold all of it.
    var files: [(path: String, format: FilmFormat)]
  }

  /// What `-o` says.
  private let place: String?
  /// Whether `place` is that of one film, and not the folder above those of several.
  private let isOwn: Bool
  private let hasFrames: Bool
  private let formats: [FilmFormat]
  /// Whether `place` is a file.
  private let isFile: Bool

  /// Checks that every film has a place of its own.
  init(_ arguments: Arguments, inputs: [SceneInput], isShard: Bool) throws(Diagnostic) {
    place = arguments.value("output")
    guard place != "-" else {
      throw Diagnostic(
        "standard output cannot take a film", help: "give -o a folder, or a file such as race.mp4")
    }
    isOwn = inputs.count == 1 && inputs[0].isFound == false
    let wanted = try arguments.value("format").map(Self.formats)
    if let place, let format = try Self.format(ofFile: place) {
      guard wanted.map({ !$0.hasFrames && $0.formats.map(\.name) == [format.name] }) ?? true else {
        throw Diagnostic("'\(place)' is one \(format.name) file, which does not fit --format")
      }
      guard isOwn else {
        throw Diagnostic("'\(place)' is one file, but there may be several films", help: "give -o a folder")
      }
      (isFile, hasFrames, formats) = (true, false, [format])
    } else {
      (isFile, hasFrames, formats) = (false, wanted?.hasFrames ?? true, wanted?.formats ?? [])
    }
    guard !isShard || formats.isEmpty else {
      throw Diagnostic(
        "a shard has only a part of the frames, and cannot be encoded",
        help: "make the frames by shards, then give the same command without --shard")
    }
    try arguments.value("poster").map(checkPoster)
    guard arguments.value("loop") == nil || formats.contains(where: \.loops) else {
      throw Diagnostic(
        "--loop: nothing that is made says how often it is played",
        help: "\(FilmFormat.namesOfLooping.joined(separator: ", ")) files do")
    }
    try checkEachHasItsOwn(inputs)
  }

  /// What a film is made into; encoded films stand beside the folder of its frames.
  func targets(of input: SceneInput) -> Targets {
    if isFile, let place { return Targets(folder: nil, files: formats.map { (place, $0) }) }
    let folder = folder(of: input)
    let stem = components(of: folder).last.map { $0 == ".." } ?? true ? joined(folder, input.label) : folder
    let start = stem.hasSuffix("/") ? String(stem.dropLast()) : stem
    return Targets(
      folder: hasFrames ? FrameFolder(path: folder) : nil,
      files: formats.map { ("\(start).\($0.fileExtension)", $0) })
  }

  func folder(of input: SceneInput) -> String {
    guard let place else { return joined("Output", input.label) }
    return isOwn ? place : joined(place, input.label)
  }

  private func checkPoster(at poster: String) throws(Diagnostic) {
    guard isOwn else {
      throw Diagnostic(
        "'\(poster)' is one file, but there may be several films",
        help: "leave out --poster: each has its own beside its frames")
    }
    guard fileExtension(of: poster).lowercased() == "png" else {
      throw Diagnostic("--poster: expected a name that ends in .png, found '\(poster)'")
    }
    guard !FrameFolder.isFrame(components(of: poster).last ?? "") else {
      throw Diagnostic("--poster: '\(poster)' is what a frame is called", help: "choose another name")
    }
  }

  private func checkEachHasItsOwn(_ inputs: [SceneInput]) throws(Diagnostic) {
    var taken: [[String]: String] = [:]
    for input in inputs {
      if let other = taken.updateValue(input.path, forKey: input.outputName) {
        throw Diagnostic(
          "the frames of '\(other)' and '\(input.path)' would both go to '\(folder(of: input))'",
          help: "make them one by one with -o, or give the folder above them")
      }
    }
  }

  /// The format that a place says by its ending; `nil` for a folder.
  private static func format(ofFile place: String) throws(Diagnostic) -> FilmFormat? {
    let ending = fileExtension(of: place)
    guard !ending.isEmpty, ending.allSatisfy({ $0.isLetter || $0.isNumber }), !ending.allSatisfy(\.isNumber),
      !isFolder(place)
    else { return nil }
    if let format = FilmFormat(named: ending.lowercased()) { return format }
    let known = FilmFormat.names.joined(separator: ", ")
    throw Diagnostic(
      "unknown film format '\(ending)' of '\(place)'",
      help: ending.lowercased() == "png"
        ? "frames go into a folder; a film in one PNG file ends in .apng"
        : "known: \(known); a folder's name ends in '/'")
  }

  private static func formats(_ list: String) throws(Diagnostic) -> (hasFrames: Bool, formats: [FilmFormat]) {
    var (hasFrames, formats) = (false, [FilmFormat]())
    for name in list.split(separator: ",", omittingEmptySubsequences: false).map(String.init) {
      if name == "png" {
        hasFrames = true
      } else if let format = FilmFormat(named: name) {
        if !formats.contains(where: { $0.name == name }) { formats.append(format) }
      } else {
        let known = ["png"] + FilmFormat.names
        throw Diagnostic(
          "unknown film format '\(name)'",
          help: suggestion(for: name, in: known) ?? "known: \(known.joined(separator: ", "))")
      }
    }
    return (hasFrames, formats)
  }
}
