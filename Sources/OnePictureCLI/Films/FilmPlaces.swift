import Diagnostics
import OnePicture

/// Where the films of a run go.
struct FilmPlaces: Sendable {
  /// What `-o` says.
  private let place: String?
  /// Whether `place` is the folder of one film, and not the one above those of several.
  private let isOwn: Bool

  /// Checks that every film has a place of its own.
  init(_ arguments: Arguments, inputs: [SceneInput]) throws(Diagnostic) {
    place = arguments.value("output")
    isOwn = inputs.count == 1 && inputs[0].isFound == false
    if let place {
      let ending = fileExtension(of: place)
      guard ending.isEmpty || !ending.allSatisfy(\.isLetter) || isFolder(place) else {
        throw Diagnostic("unknown format '\(ending)' of '\(place)'", help: "a folder's name ends in '/'")
      }
    }
    var taken: [[String]: String] = [:]
    for input in inputs {
      if let other = taken.updateValue(input.path, forKey: input.outputName) {
        throw Diagnostic(
          "the frames of '\(other)' and '\(input.path)' would both go to '\(folder(of: input).path)'",
          help: "make them one by one with -o, or give the folder above them")
      }
    }
  }

  /// Where the frames of a film go.
  func folder(of input: SceneInput) -> FrameFolder {
    guard let place else { return FrameFolder(path: joined("Output", input.label)) }
    return FrameFolder(path: isOwn ? place : joined(place, input.label))
  }
}
