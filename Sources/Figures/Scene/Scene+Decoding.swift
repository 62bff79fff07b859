package import Diagnostics
import Drawing
import Expressions
import Formulas
package import SceneFiles

extension Scene {
  /// Reads a scene file's tree; throws everything that is wrong with it at once.
  ///
  /// Data files are opened in `folder` when the scene is evaluated. Read leniently, what is wrong with labels
  /// is among the warnings of the scene.
  package init(
    decoding node: SceneFiles.Node, in folder: DataFolder? = nil, isLenient: Bool = false
  ) throws(DiagnosticList) {
    self.folder = folder
    location = node.location
    var complaints = DiagnosticList()
    let macros = complaints.macros(of: node)
    let labels = LabelReader(FormulaLanguage(macros: macros, isLenient: isLenient))
    guard
      var fields = complaints.collect({ () throws(Diagnostic) in
        try Fields(node, of: "scene", labels: labels)
      })
    else { throw complaints }
    if let complaint = fields.themeInsteadOfScene { throw DiagnosticList([complaint]) }
    // Read above, before all labels; here it only counts as asked for.
    _ = fields.node("macros")
    language = labels.language

    title = complaints.collect { () throws(Diagnostic) in try fields.template("title") }
    subtitle = complaints.collect { () throws(Diagnostic) in try fields.template("subtitle") }
    caption = complaints.collect { () throws(Diagnostic) in try fields.template("caption") }
    notation = complaints.collect { () throws(Diagnostic) in try fields.template("notation") }
    callouts = complaints.collect { () throws(Diagnostic) in try fields.notationCallouts() }
    alternativeText = complaints.collect { () throws(Diagnostic) in try fields.template("alt") }
    canvas =
      complaints.collect { () throws(Diagnostic) in
        try fields.node("canvas").map(Canvas.init(decoding:))
      } ?? .slide
    theme = fields.theme("theme", in: folder, &complaints)
    fonts = fields.fonts("fonts", &complaints)
    isTransparent =
      complaints.collect { () throws(Diagnostic) in try fields.boolean("transparent") } ?? false
    symbols = complaints.collect { () throws(Diagnostic) in try fields.symbols("roles") } ?? []
    limits = complaints.collect { () throws(Diagnostic) in try fields.limits("limits") } ?? .standard
    data = fields.data("data", &complaints)
    definitions = fields.definitions("let", &complaints)
    claims = fields.claims("expect", &complaints)
    film = fields.film("film", beside: data, and: definitions, &complaints)
    let panels = PanelsDescription(&fields, on: canvas, &complaints)
    (self.panels, arrangement) = (panels.panels, panels.arrangement)
    letters = complaints.collect { () throws(Diagnostic) in try fields.letters("letters") }
    if fields.has("panels") {
      legend = complaints.collect { () throws(Diagnostic) in try fields.legend("legend")?.checkedAsShared() }
    }
    // Where nothing is drawn, the code is the picture.
    if fields.has("draw") || fields.has("panels") {
      code = complaints.collect { () throws(Diagnostic) in try fields.code("code") }
    }
    for complaint in fields.finish() { complaints.append(complaint) }
    complaints.append(DiagnosticList(labels.problems))
    try complaints.throwIfErrors()
    warnings = complaints.diagnostics
  }
}

extension Fields {
  /// The callouts at the top level, unless they belong to a formula that is the picture.
  fileprivate mutating func notationCallouts() throws(Diagnostic) -> TermCallouts? {
    guard has("callouts"), !has("equation") else { return nil }
    let node = node("callouts")
    guard has("notation") else {
      throw Diagnostic(
        "callouts: there is no formula whose terms they could explain", at: node?.location,
        help: "give the scene its 'notation'; a remark in a plot is a mark: draw: [{callout: …, at: …}]")
    }
    return try callouts("callouts")
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

  mutating func definitions(_ key: String, _ complaints: inout DiagnosticList) -> [Definition] {
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
}

extension Entry {
  /// Whether it is a key with nothing behind it.
  fileprivate var isEmpty: Bool {
    guard case .scalar(let scalar) = value.content else { return false }
    return scalar.resolved == .null
  }
}
