import Diagnostics

extension OutputFormat {
  static let pdf = OutputFormat(name: "pdf", fileExtension: "pdf") { (list, options) throws(Diagnostic) in []
  }
}
