import CCairo
import Diagnostics
import Drawing

extension OutputFormat {
  /// Shapes for the web (SVG 1.1): a figure with a name, that shares no identifier with another.
  static let svg = OutputFormat(name: "svg", fileExtension: "svg") { (list, options) throws(Diagnostic) in
    let drawn = try shapeFile(of: list, on: cairo_svg_surface_create_for_stream)
    return SVGFinish(of: list, idPrefix: options.idPrefix).apply(to: drawn)
  }
}
