package import Diagnostics
package import Drawing

/// A kind of file that a picture can be written to.
package struct OutputFormat: Sendable {
  /// What users call it, such as `png`.
  package let name: String
  /// How its files' names end, without the dot.
  package let fileExtension: String
  private let encoder: @Sendable (DisplayList, RenderOptions) throws(Diagnostic) -> [UInt8]

  init(
    name: String, fileExtension: String,
    encoder: @escaping @Sendable (DisplayList, RenderOptions) throws(Diagnostic) -> [UInt8]
  ) {
    self.name = name
    self.fileExtension = fileExtension
    self.encoder = encoder
  }

  /// The bytes of a file; the same list and options give the same bytes.
  package func encode(_ list: DisplayList, _ options: RenderOptions) throws(Diagnostic) -> [UInt8] {
    try encoder(list, options)
  }
}
