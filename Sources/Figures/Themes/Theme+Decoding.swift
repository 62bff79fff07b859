package import Diagnostics
import Drawing
package import SceneFiles

extension Theme {
  /// Reads a theme file's tree: what it says changes the theme that it names as `base`, else the light one.
  ///
  /// Throws everything that is wrong with it at once; what is hard to see in it is among its warnings.
  package init(decoding node: SceneFiles.Node) throws(DiagnosticList) {
    var complaints = DiagnosticList()
    guard
      var fields = complaints.collect({ () throws(Diagnostic) in
        try Fields(node, of: "theme", labels: LabelReader())
      })
    else { throw complaints }
    self = complaints.collect { () throws(Diagnostic) in try fields.word("base", among: themes) } ?? .light
    var places = ThemePlaces(file: fields.location)
    for (key, color) in Self.grounds {
      fields.replace(&self[keyPath: color], by: key, &places, &complaints)
    }
    decodeRoles(&fields, &places, &complaints)
    decodeRamps(&fields, &complaints)
    if var inner = fields.inner("code", &complaints) {
      for (key, color) in Self.syntaxColors {
        inner.replace(&syntax[keyPath: color], by: key, &places, &complaints)
      }
      for complaint in inner.finish() { complaints.append(complaint) }
    }
    if var inner = fields.inner("lines", &complaints) {
      for (key, width) in Self.lineWidths { inner.multiply(&lines[keyPath: width], by: key, &complaints) }
      for complaint in inner.finish() { complaints.append(complaint) }
    }
    if var inner = fields.inner("type", &complaints) {
      for (key, size) in Self.typeSizes { inner.multiply(&type[keyPath: size], by: key, &complaints) }
      for complaint in inner.finish() { complaints.append(complaint) }
    }
    let saysFonts = fields.has("fonts")
    let said = fields.fonts("fonts", &complaints)
    if saysFonts { fonts = said }
    for complaint in fields.finish() { complaints.append(complaint) }
    try complaints.throwIfErrors()
    warnings = complaints.diagnostics + ThemeReview(self, places).warnings
  }

  private typealias Member<Whole, Part> = (key: String, path: WritableKeyPath<Whole, Part>)

  private static var grounds: [Member<Theme, Color>] {
    [("ground", \.ground), ("ink", \.ink), ("quiet", \.quietInk), ("faint", \.faintInk)]
  }

  private static var syntaxColors: [Member<SyntaxColors, Color>] {
    [
      ("keyword", \.keyword), ("string", \.string), ("number", \.number), ("comment", \.comment),
      ("definition", \.definition),
    ]
  }

  private static var lineWidths: [Member<Canvas.LineWidths, Double>] {
    [("hairline", \.hairline), ("thin", \.thin), ("regular", \.regular), ("bold", \.bold)]
  }

  private static var typeSizes: [Member<Canvas.TypeSizes, Double>] {
    [
      ("title", \.title), ("formula", \.formula), ("label", \.label), ("tick", \.tick), ("small", \.small),
    ]
  }

  /// Colors, dashes and markers of roles; `highlight` and `muted` have the colors of the inks.
  private mutating func decodeRoles(
    _ fields: inout Fields, _ places: inout ThemePlaces, _ complaints: inout DiagnosticList
  ) {
    if var inner = fields.inner("roles", &complaints) {
      for (role, color) in RoleColors.members {
        inner.replace(&roleColors[keyPath: color], by: role.rawValue, &places, &complaints)
      }
      for complaint in inner.finish() { complaints.append(complaint) }
    }
    if var inner = fields.inner("dashes", &complaints) {
      inner.words(&dashes, among: dashPatterns, &complaints)
    }
    if var inner = fields.inner("markers", &complaints) {
      inner.words(&markers, among: Figures.markers, &complaints)
    }
  }

  private mutating func decodeRamps(_ fields: inout Fields, _ complaints: inout DiagnosticList) {
    guard var inner = fields.inner("ramps", &complaints) else { return }
    let members: [Member<Ramps, RampStyle>] = [
      ("sequential", \.sequential), ("diverging", \.diverging), ("cyclic", \.cyclic),
    ]
    for (key, path) in members {
      let style = complaints.collect { () throws(Diagnostic) in try inner.ramp(key, with: self) }
      if let style { ramps[keyPath: path] = style }
    }
    for complaint in inner.finish() { complaints.append(complaint) }
  }
}

extension Theme.RoleColors {
  /// The roles with colors of their own, and where those stand.
  static var members: [(role: Role, color: WritableKeyPath<Theme.RoleColors, Color>)] {
    [
      (.data, \.data), (.weight, \.weight), (.prediction, \.prediction), (.target, \.target),
      (.gradient, \.gradient), (.loss, \.loss), (.probability, \.probability), (.error, \.error),
    ]
  }
}

extension Fields {
  /// The fields of a mapping below a key; `nil` if it is not there.
  fileprivate mutating func inner(_ key: String, _ complaints: inout DiagnosticList) -> Fields? {
    guard let node = node(key) else { return nil }
    return complaints.collect { () throws(Diagnostic) in try inner(node, of: key) }
  }

  /// Takes a color, and notes where it stands.
  fileprivate mutating func replace(
    _ color: inout Color, by key: String, _ places: inout ThemePlaces, _ complaints: inout DiagnosticList
  ) {
    let text = complaints.collect { () throws(Diagnostic) in try written(key) }
    guard let text else { return }
    let found = complaints.collect { () throws(Diagnostic) in try Color(text, of: key) }
    guard let found else { return }
    color = found
    places[key] = text.start
  }

  /// Takes a multiple of the canvas's size.
  fileprivate mutating func multiply(
    _ factor: inout Double, by key: String, _ complaints: inout DiagnosticList
  ) {
    let number = complaints.collect { () throws(Diagnostic) in try self.number(key, in: 0.25...4) }
    if let number { factor *= number }
  }

  /// Takes a word for each role, to the last key.
  fileprivate mutating func words<Word>(
    _ words: inout [Role: Word], among catalogue: Catalogue<Word>, _ complaints: inout DiagnosticList
  ) {
    for role in Role.allCases {
      let word = complaints.collect { () throws(Diagnostic) in
        try self.word(role.rawValue, among: catalogue)
      }
      if let word { words[role] = word }
    }
    for complaint in finish() { complaints.append(complaint) }
  }

  /// A ramp through a list of colors, with inks that are seen on all of it.
  fileprivate mutating func ramp(_ key: String, with theme: Theme) throws(Diagnostic) -> RampStyle? {
    guard let node = node(key) else { return nil }
    let items = try node.items(for: subject(key))
    guard 2...32 ~= items.count else {
      throw Diagnostic("\(subject(key)): expected 2 to 32 colors, found \(items.count)", at: node.location)
    }
    let colors = try items.map { item throws(Diagnostic) in
      try Color(try item.text(for: subject(key)), of: key)
    }
    if let place = colors.indices.dropFirst().first(where: { colors[$0] == colors[$0 - 1] }) {
      throw Diagnostic(
        "\(subject(key)): colors \(place) and \(place + 1) are the same", at: items[place].location)
    }
    return try RampStyle(through: colors, in: theme, at: node.location)
  }
}
