import Diagnostics
import Glibc
import OnePicture

/// Where each picture of a run goes.
struct OutputPlaces: Sendable {
  private let destination: Destination

  /// Checks that every picture has a place of its own.
  init(_ destination: Destination, inputs: [SceneInput], formats: [PictureFormat]) throws(Diagnostic) {
    self.destination = destination
    switch destination {
    case .folder:
      var taken: [[String]: String] = [:]
      for input in inputs {
        if let other = taken.updateValue(input.path, forKey: input.outputName) {
          throw Diagnostic(
            "'\(other)' and '\(input.path)' would both become '\(input.label).\(formats[0].fileExtension)'",
            help: "render them one by one with -o, or give the folder above them")
        }
      }
    case .file(let path, _):
      guard inputs.count <= 1 else {
        throw Diagnostic(
          "'\(path)' is one file, but there are \(inputs.count) scenes", help: "give -o a folder")
      }
    case .standardOutput:
      guard inputs.count <= 1 else {
        throw Diagnostic("standard output takes one picture, but there are \(inputs.count) scenes")
      }
    }
  }

  func place(of input: SceneInput, as format: PictureFormat) -> OutputPlace {
    switch destination {
    case .folder(let folder): .file(joined(folder, "\(input.label).\(format.fileExtension)"))
    case .file(let path, _): .file(path)
    case .standardOutput: .standardOutput
    }
  }
}

/// Where one picture goes.
enum OutputPlace: Sendable, CustomStringConvertible {
  case file(String)
  case standardOutput

  var description: String {
    switch self {
    case .file(let path): path
    case .standardOutput: "standard output"
    }
  }

  func write(_ bytes: [UInt8]) throws(Diagnostic) {
    switch self {
    case .file(let path): try writeFile(bytes, to: path)
    case .standardOutput:
      let isText = String(validating: bytes, as: UTF8.self) != nil
      guard isText || isatty(STDOUT_FILENO) == 0 else {
        throw Diagnostic("a terminal cannot show this format", help: "-o FILE, or a pipe")
      }
      try writeAll(bytes, to: STDOUT_FILENO, named: "standard output")
    }
  }
}
