package import Diagnostics
extension Macros {
  package init(_ pairs: [(name: LocatedText, body: LocatedText)]) throws(DiagnosticList) { self.init() }
}
