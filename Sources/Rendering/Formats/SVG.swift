import Diagnostics

extension OutputFormat {
  static let svg = OutputFormat(name: "svg", fileExtension: "svg") { (list, options) throws(Diagnostic) in []
  }
}
