import Diagnostics
import Drawing

extension OutputFormat {
  /// Shapes for the web (SVG 1.1): a figure with a name, that shares no identifier with another.
  static let svg = OutputFormat(
    name: "svg", fileExtension: "svg", hasIdentifiers: true, recognizer: { $0.startsLikeXML },
    recipeFinder: SVGRecipe.find
  ) { (list, options) throws(Diagnostic) in
    try SVGWriter.file(of: list, options)
  }
}

extension [UInt8] {
  /// Whether the first character, but for a byte order mark and blanks, opens a tag.
  fileprivate var startsLikeXML: Bool {
    let text = starts(with: [0xEF, 0xBB, 0xBF]) ? dropFirst(3) : self[...]
    return text.first { ![0x20, 0x09, 0x0A, 0x0D].contains($0) } == UInt8(ascii: "<")
  }
}
