package import Diagnostics
package import Drawing

/// A kind of file that a picture can be written to.
package struct OutputFormat: Sendable {
  /// What users call it, such as `png`.
  package let name: String
  /// How its files' names end, without the dot.
  package let fileExtension: String
  /// Whether the options' scale changes a file.
  package let isMadeOfPixels: Bool
  /// Whether the options' prefix of identifiers does.
  package let hasIdentifiers: Bool
  /// Whether a file looks like one of this kind.
  package let recognizes: @Sendable (_ file: [UInt8]) -> Bool
  /// What a file of this kind tells of its making, whatever other program it went through; `nil` if it tells
  /// nothing, an error if that is damaged.
  package let recipe: RecipeFinder
  private let encoder: Encoder

  package typealias RecipeFinder = @Sendable (_ file: [UInt8]) throws(Diagnostic) -> CarriedRecipe?
  typealias Encoder = @Sendable (DisplayList, RenderOptions) throws(Diagnostic) -> [UInt8]

  init(
    name: String, fileExtension: String, isMadeOfPixels: Bool = false, hasIdentifiers: Bool = false,
    recognizer: @escaping @Sendable ([UInt8]) -> Bool, recipeFinder: @escaping RecipeFinder,
    encoder: @escaping Encoder
  ) {
    self.name = name
    self.fileExtension = fileExtension
    self.isMadeOfPixels = isMadeOfPixels
    self.hasIdentifiers = hasIdentifiers
    recognizes = recognizer
    recipe = recipeFinder
    self.encoder = encoder
  }

  /// The bytes of a file; the same list and options give the same bytes.
  package func encode(_ list: DisplayList, _ options: RenderOptions) throws(Diagnostic) -> [UInt8] {
    try encoder(list, options)
  }
}
