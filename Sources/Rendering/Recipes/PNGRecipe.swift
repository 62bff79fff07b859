import Diagnostics

/// A recipe in a PNG: two chunks of international text before the pixels.
///
/// Text that any program may copy when it changes the pixels (PNG, section 4.7.2: the fourth letter is small)
/// survives more programs than a chunk of our own would.
enum PNGRecipe {
  static let sceneKeyword = "OnePicture scene"
  static let recordKeyword = "OnePicture recipe"

  /// Compressed texts that hold more keep Pillow from opening the whole picture; such ones stay plain.
  fileprivate static let compressedLimit = 1_000_000

  static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

  /// Finds the recipe in a file; `nil` if it carries none.
  static func find(in file: [UInt8]) throws(Diagnostic) -> CarriedRecipe? {
    var (scene, record): ([UInt8]?, [UInt8]?)
    var rest = file.dropFirst(signature.count)
    while !rest.isEmpty {
      let chunk = try PNGChunk(&rest)
      if chunk.type == "IEND" { break }
      guard chunk.type == "iTXt" else { continue }
      if chunk.keyword == sceneKeyword {
        scene = try chunk.text(upTo: CarriedRecipe.sceneLimit)
      } else if chunk.keyword == recordKeyword {
        record = try chunk.text(upTo: CarriedRecipe.recordLimit)
      }
    }
    return try CarriedRecipe(scene: scene, record: record)
  }
}

extension PNGFile {
  mutating func append(_ recipe: CarriedRecipe) throws(Diagnostic) {
    try appendCarried(PNGRecipe.recordKeyword, Array(recipe.record.utf8))
    try appendCarried(PNGRecipe.sceneKeyword, recipe.scene)
  }

  private mutating func appendCarried(_ keyword: String, _ text: [UInt8]) throws(Diagnostic) {
    let isPlain = text.count > PNGRecipe.compressedLimit
    // The keyword, whether and how the text is compressed, no language, no translated keyword.
    let start = Array(keyword.utf8) + [0, isPlain ? 0 : 1, 0, 0, 0]
    append("iTXt", start + (isPlain ? text : try zlibCompressed(text)))
  }
}
