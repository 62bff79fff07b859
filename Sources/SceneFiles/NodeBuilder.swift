import Diagnostics

/// Builds the tree of one document from libyaml's events.
struct NodeBuilder: ~Copyable {
  /// A node that aliases may stand for, and what each of them costs.
  private struct Anchored {
    var node: Node
    var nodeCount: Int
    var byteCount: Int
  }

  private let source: SceneSource
  private var stream: EventStream
  /// Mistakes that do not keep the rest of the file from being read.
  private var mistakes = DiagnosticList()
  private var anchored: [String: Anchored] = [:]
  private var open: [String] = []
  private var nodeCount = 0
  private var byteCount = 0
  private var aliasedByteCount = 0

  init(_ source: SceneSource) {
    self.source = source
    stream = EventStream(source.scalars)
  }

  /// The document's only node.
  consuming func document() throws(DiagnosticList) -> Node {
    do {
      let root = try onlyNode()
      try mistakes.throwIfErrors()
      return root
    } catch let error as Diagnostic {
      mistakes.append(error)
      throw mistakes
    } catch {
      throw mistakes
    }
  }

  private mutating func onlyNode() throws(Diagnostic) -> Node {
    while true {
      let event = try next()
      switch event.kind {
      case .documentStart, .other: continue
      case .streamEnd:
        throw Diagnostic(
          "the scene is empty", at: source.location(at: 0),
          help: "expected a mapping with keys such as 'draw'")
      default:
        let root = try node(from: event, depth: 0)
        try expectEnd()
        return root
      }
    }
  }

  private mutating func expectEnd() throws(Diagnostic) {
    while true {
      let event = try next()
      switch event.kind {
      case .streamEnd: return
      case .other: continue
      default:
        throw Diagnostic(
          "a second document in the file", at: source.location(at: event.start), help: "one scene a file")
      }
    }
  }

  private mutating func next() throws(Diagnostic) -> Event {
    do {
      return try stream.next()
    } catch {
      throw SyntaxHints(source: source, problem: error).diagnostic
    }
  }

  /// Keeps a mistake; the file is given up when there are too many.
  private mutating func report(_ diagnostic: Diagnostic) throws(Diagnostic) {
    guard mistakes.diagnostics.count + 1 < SceneFileLimits.diagnosticCount else { throw diagnostic }
    mistakes.append(diagnostic)
  }

  private mutating func count(nodes: Int, at offset: Int) throws(Diagnostic) {
    nodeCount += nodes
    guard nodeCount <= SceneFileLimits.nodeCount else {
      throw Diagnostic(
        "the scene has more than \(SceneFileLimits.nodeCount) values", at: source.location(at: offset))
    }
  }

  private mutating func node(from event: Event, depth: Int) throws(Diagnostic) -> Node {
    if case .alias(let name) = event.kind { return try aliased(name, at: event.start) }
    guard depth < SceneFileLimits.depth else {
      throw Diagnostic(
        "nested deeper than \(SceneFileLimits.depth) levels", at: source.location(at: event.start))
    }
    let start = source.contentStart(of: event)
    let countsBefore = (nodes: nodeCount, bytes: byteCount)
    try count(nodes: 1, at: start)
    if let anchor = event.anchor { open.append(anchor) }
    let node = Node(
      location: source.location(at: start), content: try content(of: event, from: start, depth: depth))
    if let anchor = event.anchor {
      open.removeLast()
      anchored[anchor] = Anchored(
        node: node, nodeCount: nodeCount - countsBefore.nodes, byteCount: byteCount - countsBefore.bytes)
    }
    return node
  }

  private mutating func content(
    of event: Event, from start: Int, depth: Int
  ) throws(Diagnostic) -> Node.Content {
    switch event.kind {
    case .sequenceStart:
      try check(event.tag, allowing: "seq", at: start)
      return .sequence(try items(depth: depth))
    case .mappingStart:
      try check(event.tag, allowing: "map", at: start)
      return .mapping(try entries(depth: depth))
    case .scalar(let text, let style):
      return .scalar(try scalar(text, style, of: event, from: start))
    default:
      throw Diagnostic("expected a value (not YAML)", at: source.location(at: start))
    }
  }

  private mutating func check(
    _ tag: String?, allowing name: String, at offset: Int
  ) throws(Diagnostic) {
    if let tag, tag != coreTag(name) { try report(unexpectedTag(tag, at: source.location(at: offset))) }
  }

  private mutating func items(depth: Int) throws(Diagnostic) -> [Node] {
    var items: [Node] = []
    while true {
      let event = try next()
      if case .collectionEnd = event.kind { return items }
      items.append(try node(from: event, depth: depth + 1))
    }
  }

  private mutating func entries(depth: Int) throws(Diagnostic) -> [Entry] {
    var entries: [Entry] = []
    var places: [String: SourceLocation] = [:]
    while true {
      let event = try next()
      if case .collectionEnd = event.kind { return entries }
      let key = try node(from: event, depth: depth + 1)
      let value = try node(from: try next(), depth: depth + 1)
      guard let text = try keyText(key) else { continue }
      if let first = places[text.text] {
        try report(
          Diagnostic(
            "duplicate key '\(text.text)', first given at line \(first.line), column \(first.column)",
            at: key.location))
        continue
      }
      places[text.text] = key.location
      entries.append(Entry(key: text, value: value))
    }
  }

  /// The text of a key; `nil` after reporting what cannot be one.
  private mutating func keyText(_ key: Node) throws(Diagnostic) -> LocatedText? {
    guard case .scalar(let scalar) = key.content else {
      // Not kept for later: what follows such a key is seldom what it seems.
      throw Diagnostic(
        "a key must be text, not \(key.typeDescription)", at: key.location,
        help: source.quotesHelp(at: source.offset(of: key.location))
          ?? "put text with brackets in single quotes")
    }
    if scalar.text.text.isEmpty {
      try report(Diagnostic("a key without a name", at: key.location))
      return nil
    }
    if scalar.style == .plain, scalar.text.text == "<<" {
      try report(
        Diagnostic("the merge key '<<' is not part of YAML 1.2", at: key.location, help: "write the keys out")
      )
      return nil
    }
    return scalar.text
  }

  private mutating func aliased(_ name: String, at offset: Int) throws(Diagnostic) -> Node {
    let location = source.location(at: offset)
    if open.contains(name) {
      throw Diagnostic("the alias '*\(name)' stands inside of what it stands for", at: location)
    }
    guard let target = anchored[name] else {
      // A text such as *bold* is more often meant than an alias.
      throw Diagnostic(
        "no '&\(name)' above that '*\(name)' could stand for", at: location,
        help: "put text that starts with '*' in single quotes")
    }
    try count(nodes: target.nodeCount, at: offset)
    byteCount += target.byteCount
    aliasedByteCount += target.byteCount
    guard aliasedByteCount <= SceneFileLimits.aliasedByteCount else {
      throw Diagnostic(
        "aliases add more than \(SceneFileLimits.aliasedByteCount >> 20) MB of text", at: location)
    }
    return target.node
  }

  private mutating func scalar(
    _ text: String, _ style: Scalar.Style, of event: Event, from start: Int
  ) throws(Diagnostic) -> Scalar {
    byteCount += text.utf8.count
    let located = source.located(text, style: style, from: start, to: event.end)
    if style == .doubleQuoted {
      let eaten = EatenCommands(source: source, range: start..<max(start, event.end)).diagnostics
      for diagnostic in eaten { try report(diagnostic) }
      if eaten.isEmpty { try reportControlCharacters(in: located) }
    }
    var scalar = Scalar(text: located, style: style, resolved: .text)
    do {
      scalar.resolved = try resolvedByTag(text, style, tag: event.tag, at: source.location(at: start))
    } catch {
      try report(error)
    }
    return scalar
  }

  /// Escapes such as `\u0007` bring in what the file itself may not hold and no picture can show.
  private mutating func reportControlCharacters(in located: LocatedText) throws(Diagnostic) {
    var offset = 0
    for scalar in located.text.unicodeScalars {
      if !scalar.isYAMLPrintable {
        try report(
          Diagnostic(
            "the escape stands for the control character \(scalar.codePoint)",
            at: located.location(at: offset)))
      }
      offset += scalar.utf8.count
    }
  }
}
