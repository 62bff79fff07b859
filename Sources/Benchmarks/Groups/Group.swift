import Diagnostics

/// Figures that belong together.
struct Group: Sendable {
  /// The heading of its table.
  let title: String
  let measure: @Sendable (Bench) throws(Diagnostic) -> [Finding]

  init(_ title: String, _ measure: @escaping @Sendable (Bench) throws(Diagnostic) -> [Finding]) {
    self.title = title
    self.measure = measure
  }
}
