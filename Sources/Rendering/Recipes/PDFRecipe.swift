import Diagnostics

/// A recipe in a PDF: two attached files, `scene.yaml` and `recipe.txt`, that every viewer offers to save.
enum PDFRecipe {
  /// Names of the streams, under a key of our own: programs that rewrite a document keep what they do not know.
  private static let key = "/OnePicture"
  private static let (sceneName, recordName) = ("/Scene", "/Recipe")

  /// Finds the recipe in a file; `nil` if it carries none.
  ///
  /// The streams are looked for by their key, which works for whatever table of contents another program gave
  /// the document.
  static func find(in file: [UInt8]) throws(Diagnostic) -> CarriedRecipe? {
    var (scene, record): ([UInt8]?, [UInt8]?)
    var rest = file[...]
    while scene == nil || record == nil, let place = rest.firstRange(of: Array(key.utf8)) {
      rest = rest[place.upperBound...]
      let name = rest.drop(while: \.isBlank)
      if scene == nil, name.starts(with: sceneName.utf8) {
        scene = try stream(after: name, upTo: CarriedRecipe.sceneLimit)
      } else if record == nil, name.starts(with: recordName.utf8) {
        record = try stream(after: name, upTo: CarriedRecipe.recordLimit)
      }
    }
    return try CarriedRecipe(scene: scene, record: record)
  }

  /// The contents of the stream whose dictionary we are in.
  private static func stream(after dictionary: ArraySlice<UInt8>, upTo limit: Int) throws(Diagnostic)
    -> [UInt8]
  {
    // No dictionary of such a stream is longer.
    guard let word = dictionary.prefix(4096).firstRange(of: Array("stream".utf8)) else {
      throw Diagnostic("the recipe in it is damaged: an attached file has no contents")
    }
    // A line ends the word: a line feed, or a carriage return before one (PDF 1.7, section 7.3.8.1).
    return try zlibInflated(dictionary[word.upperBound...].drop(while: \.isBlank), upTo: limit)
  }

  /// The objects of both attachments, and what the catalog says of them.
  static func attach(_ recipe: CarriedRecipe, to document: inout PDFDocument) throws(Diagnostic) {
    let record = try file(
      "recipe.txt", Array(recipe.record.utf8), recordName, "text#2Fplain",
      "what the picture depends on besides its scene", in: &document)
    let scene = try file(
      "scene.yaml", recipe.scene, sceneName, "application#2Fyaml", "the scene that the picture shows",
      in: &document)
    // Names in a tree are sorted.
    document.addToCatalog(
      "/Names << /EmbeddedFiles << /Names [ (recipe.txt) \(record) 0 R (scene.yaml) \(scene) 0 R ] >> >>")
    document.addToCatalog("/AF [ \(record) 0 R \(scene) 0 R ]")
  }

  /// The number of the object that describes an attached file.
  private static func file(
    _ name: String, _ contents: [UInt8], _ role: String, _ type: String, _ description: String,
    in document: inout PDFDocument
  ) throws(Diagnostic) -> Int {
    let compressed = try zlibCompressed(contents)
    let stream = document.add(
      """
      << /Type /EmbeddedFile /Subtype /\(type) \(key) \(role) /Filter /FlateDecode /Length \(compressed.count)
         /Params << /Size \(contents.count) >>
      >>
      """, stream: compressed)
    return document.add(
      """
      << /Type /Filespec /F (\(name)) /UF (\(name)) /Desc (\(description)) /AFRelationship /Source
         /EF << /F \(stream) 0 R >>
      >>
      """)
  }
}

extension UInt8 {
  /// White space of PDF but the zero byte.
  fileprivate var isBlank: Bool { [0x20, 0x09, 0x0A, 0x0C, 0x0D].contains(self) }
}
