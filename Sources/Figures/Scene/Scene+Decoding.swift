package import Diagnostics
import Drawing
import Expressions
package import SceneFiles

extension Scene {
  /// Reads a scene file's tree; throws everything that is wrong with it at once.
  ///
  /// Data files are opened in `folder` when the scene is evaluated.
  package init(decoding node: Node, in folder: DataFolder? = nil) throws(DiagnosticList) {
    self.folder = folder
    var complaints = DiagnosticList()
    guard var fields = complaints.collect({ () throws(Diagnostic) in try Fields(node, of: "scene") })
    else { throw complaints }

    title = complaints.collect { () throws(Diagnostic) in try fields.template("title") }
    subtitle = complaints.collect { () throws(Diagnostic) in try fields.template("subtitle") }
    caption = complaints.collect { () throws(Diagnostic) in try fields.template("caption") }
    notation = complaints.collect { () throws(Diagnostic) in try fields.template("notation") }
    alternativeText = complaints.collect { () throws(Diagnostic) in try fields.template("alt") }
    canvas =
      complaints.collect { () throws(Diagnostic) in try fields.node("canvas").map(Canvas.init(decoding:)) }
      ?? .slide
    theme = complaints.collect { () throws(Diagnostic) in try fields.word("theme", among: themes) }
    isTransparent =
      complaints.collect { () throws(Diagnostic) in try fields.boolean("transparent") } ?? false
    symbols = complaints.collect { () throws(Diagnostic) in try fields.symbols("roles") } ?? []
    arrangement =
      complaints.collect { () throws(Diagnostic) in
        try fields.word("layout", among: Catalogue("layout", ["row": .row, "column": .column]))
      } ?? .row
    limits = complaints.collect { () throws(Diagnostic) in try fields.limits("limits") } ?? .standard
    data = fields.data("data", &complaints)
    definitions = fields.definitions("let", &complaints)
    claims = fields.claims("expect", &complaints)
    panels = fields.panels(&complaints)
    for complaint in fields.finish() { complaints.append(complaint) }
    try complaints.throwIfErrors()
  }
}

extension Fields {
  fileprivate mutating func symbols(_ key: String) throws(Diagnostic) -> [(symbol: String, role: Role)] {
    guard let node = node(key) else { return [] }
    guard case .mapping(let entries) = node.content else {
      throw Diagnostic(
        "roles: expected symbols with their roles, found \(node.typeDescription)", at: node.location,
        help: "write roles: {w: weight}")
    }
    var symbols: [(symbol: String, role: Role)] = []
    for entry in entries {
      guard case .scalar(let name) = entry.value.content else {
        throw Diagnostic(
          "roles: expected a role, found \(entry.value.typeDescription)", at: entry.value.location)
      }
      symbols.append((entry.key.text, try roles.entry(named: name.text.text, at: name.text.start)))
    }
    return symbols
  }

  /// How much the scene's mathematics may spend, as in `{work: 1e9, memory: 4GB}`.
  fileprivate mutating func limits(_ key: String) throws(Diagnostic) -> Limits {
    var limits = Limits.standard
    guard let node = node(key) else { return limits }
    guard case .mapping(let entries) = node.content else {
      throw Diagnostic(
        "limits: expected names with their values, found \(node.typeDescription)", at: node.location,
        help: "write limits: {work: 1e9}; known: \(Limits.names.joined(separator: ", "))")
    }
    for entry in entries {
      try limits.set(entry.key, to: try mathematics(of: entry.value, for: entry.key.text))
    }
    return limits
  }

  fileprivate mutating func definitions(_ key: String, _ complaints: inout DiagnosticList) -> [Definition] {
    guard let node = node(key) else { return [] }
    guard case .mapping(let entries) = node.content else {
      complaints.append(
        Diagnostic(
          "let: expected names with their values, found \(node.typeDescription)", at: node.location,
          help: "write let: {eta: 0.03}"))
      return []
    }
    var definitions: [Definition] = []
    var isRestOfKey = false
    for entry in entries {
      let closes = entry.key.text.contains(")")
      if isRestOfKey {
        isRestOfKey = !closes
        continue
      }
      // YAML reads `{f(x, y): 1}` as two keys, `f(x` without a value and `y)`.
      if entry.isEmpty, entry.key.text.contains("("), !closes {
        isRestOfKey = true
        complaints.append(
          Diagnostic(
            "'\(entry.key.text)' is cut at the comma", at: entry.key.start,
            help: "within braces put it in quotes, as in {'f(x, y)': x + y}, or give it a line of its own"))
        continue
      }
      let definition = complaints.collect { () throws(Diagnostic) in
        try Definition(key: entry.key, body: try mathematics(of: entry.value, for: entry.key.text))
      }
      if let definition { definitions.append(definition) }
    }
    return definitions
  }

  fileprivate mutating func claims(_ key: String, _ complaints: inout DiagnosticList) -> [Claim] {
    guard let node = node(key) else { return [] }
    guard case .sequence(let elements) = node.content else {
      complaints.append(
        Diagnostic(
          "expect: expected a list of conditions, found \(node.typeDescription)", at: node.location))
      return []
    }
    return elements.compactMap { element in
      complaints.collect { () throws(Diagnostic) in
        Claim(condition: try Expression(parsing: try mathematics(of: element, for: "expect")))
      }
    }
  }

  /// Either one panel, described at the top level, or a list of panels.
  fileprivate mutating func panels(_ complaints: inout DiagnosticList) -> [PanelDescription] {
    guard let node = node("panels") else {
      guard let panel = PanelDescription(&self, isWholeScene: true, &complaints) else { return [] }
      return [panel]
    }
    for key in ["draw", "axes"] {
      if let other = self.node(key) {
        complaints.append(
          Diagnostic("'\(key)' beside 'panels': each panel has its own", at: other.location))
      }
    }
    guard case .sequence(let elements) = node.content, !elements.isEmpty else {
      complaints.append(
        Diagnostic("panels: expected a list of panels, found \(node.typeDescription)", at: node.location))
      return []
    }
    guard elements.count <= 64 else {
      complaints.append(
        Diagnostic("panels: expected at most 64, found \(elements.count)", at: node.location))
      return []
    }
    return elements.compactMap { element in
      guard
        var fields = complaints.collect({ () throws(Diagnostic) in try Fields(element, of: "panel") })
      else { return nil }
      let panel = PanelDescription(&fields, isWholeScene: false, &complaints)
      for complaint in fields.finish() { complaints.append(complaint) }
      return panel
    }
  }
}

extension PanelDescription {
  /// Reads `axes` and `draw`, and the title of a panel among others.
  fileprivate init?(_ fields: inout Fields, isWholeScene: Bool, _ complaints: inout DiagnosticList) {
    title =
      isWholeScene
      ? nil : complaints.collect { () throws(Diagnostic) in try fields.template("title") }
    axes =
      complaints.collect { () throws(Diagnostic) in try fields.node("axes").map(AxesDescription.init) }
      ?? AxesDescription()
    guard let node = fields.node("draw") else {
      complaints.append(
        Diagnostic(
          "\(fields.owner) draws nothing: 'draw' is missing", at: fields.location,
          help: "list its marks: draw: [{curve: sin}]"))
      return nil
    }
    guard case .sequence(let elements) = node.content else {
      complaints.append(
        Diagnostic("draw: expected a list of marks, found \(node.typeDescription)", at: node.location))
      return nil
    }
    if elements.isEmpty {
      complaints.append(Diagnostic("draw: expected at least one mark, found none", at: node.location))
    }
    marks = elements.compactMap { MarkDescription($0, &complaints) }
  }
}

extension MarkDescription {
  /// Reads one entry of `draw`: its first key names the mark.
  fileprivate init?(_ node: Node, _ complaints: inout DiagnosticList) {
    guard case .mapping(let entries) = node.content, let first = entries.first else {
      complaints.append(
        Diagnostic(
          "draw: expected a mark such as 'curve: sin', found \(node.typeDescription)", at: node.location))
      return nil
    }
    name = first.key.text
    location = first.key.start ?? node.location
    guard
      let kind = complaints.collect({ () throws(Diagnostic) in
        try Figures.marks.entry(named: first.key.text, at: first.key.start)
      }),
      var fields = complaints.collect({ () throws(Diagnostic) in try Fields(node, of: first.key.text) })
    else { return nil }
    let (mark, isComplete) = Self.decode(kind, &fields, &complaints)
    condition = complaints.collect { () throws(Diagnostic) in try fields.expression("when") }
    level = complaints.collect { () throws(Diagnostic) in try fields.number("z", in: -1000...1000) } ?? 0
    opacity = complaints.collect { () throws(Diagnostic) in try fields.number("opacity", in: 0...1) } ?? 1
    // A mark that failed half way has not asked for all its options: they are not unknown.
    if isComplete { for complaint in fields.finish() { complaints.append(complaint) } }
    guard let mark else { return nil }
    self.mark = mark
  }

  /// The mark, `nil` if an option of it is wrong, and whether all its options were asked for.
  ///
  /// What fails over one option is read again without it, so that one run shows every mistake.
  private static func decode(
    _ kind: any Mark.Type, _ fields: inout Fields, _ complaints: inout DiagnosticList
  ) -> (mark: (any Mark)?, isComplete: Bool) {
    var isIntact = true
    while true {
      do {
        let mark = try kind.init(&fields)
        return (isIntact ? mark : nil, true)
      } catch {
        let rest = fields.withoutLastAsked
        // An option that is missing because it was taken away is no second mistake.
        if isIntact || rest != nil { complaints.append(error) }
        isIntact = false
        guard let rest, rest.has(rest.owner) else { return (nil, false) }
        fields = rest
      }
    }
  }
}

extension Entry {
  /// Whether it is a key with nothing behind it.
  fileprivate var isEmpty: Bool {
    guard case .scalar(let scalar) = value.content else { return false }
    return scalar.resolved == .null
  }
}
