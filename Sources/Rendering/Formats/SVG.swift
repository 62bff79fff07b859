import Diagnostics
import Drawing

extension OutputFormat {
  /// Shapes for the web (SVG 1.1): a figure with a name, that shares no identifier with another.
  static let svg = OutputFormat(name: "svg", fileExtension: "svg") { (list, options) throws(Diagnostic) in
    try SVGWriter.file(of: list, idPrefix: options.idPrefix)
  }
}
