/// Text and other nodes as they are read.
struct TextBuilder {
  private var nodes: [Node] = []
  private var text = ""
  private var face = Emphasis.plain

  mutating func append(_ character: Unicode.Scalar, _ face: Emphasis) {
    if face != self.face { flush() }
    self.face = face
    text.unicodeScalars.append(character)
  }

  /// A space, of which several in a row are one.
  mutating func appendBlank(_ face: Emphasis) {
    if text.unicodeScalars.last != " " || face != self.face { append(" ", face) }
  }

  mutating func append(_ node: Node) {
    flush()
    nodes.append(node)
  }

  mutating func finished() -> [Node] {
    flush()
    return nodes
  }

  private mutating func flush() {
    if !text.isEmpty { nodes.append(.text(text, face)) }
    text = ""
  }
}
