/// One step of libyaml's parser, in Swift's terms.
struct Event {
  enum Kind {
    case documentStart
    case streamEnd
    case alias(String)
    case scalar(text: String, style: Scalar.Style)
    case sequenceStart
    case mappingStart
    /// The end of a list or mapping.
    case collectionEnd
    /// The start of the stream and the end of a document, which carry nothing.
    case other
  }

  var kind: Kind
  /// Offsets into the characters of the source.
  var start: Int
  var end: Int
  /// The name after `&`.
  var anchor: String?
  /// The tag with its handle resolved, such as `tag:yaml.org,2002:str`.
  var tag: String?
}

/// What libyaml has to say about text that is not YAML.
struct SyntaxProblem: Error {
  /// The library's words, such as `mapping values are not allowed in this context`.
  var problem: String
  /// Offset into the characters of the source.
  var offset: Int
  /// What was being read, such as `while scanning a quoted scalar`; empty if nothing special.
  var context: String
  /// Where that began.
  var contextOffset: Int
}
