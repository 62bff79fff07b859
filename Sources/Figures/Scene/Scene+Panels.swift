import Diagnostics
import Expressions
import SceneFiles

extension Fields {
  /// Either one panel, described at the top level, or a list of panels.
  mutating func panels(_ complaints: inout DiagnosticList) -> [PanelDescription] {
    guard let node = node("panels") else {
      guard let panel = PanelDescription(&self, isWholeScene: true, &complaints) else { return [] }
      return [panel]
    }
    for key in ["draw", "axes", "equation", "text"] {
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
        var fields = complaints.collect({ () throws(Diagnostic) in try inner(element, of: "panel") })
      else { return nil }
      let panel = PanelDescription(&fields, isWholeScene: false, &complaints)
      for complaint in fields.finish() { complaints.append(complaint) }
      return panel
    }
  }
}

extension PanelDescription {
  /// What a panel may hold, by the key that says so.
  private static let contents = ["draw", "equation", "text", "code"]

  /// Reads what the panel holds, and the title of a panel among others.
  fileprivate init?(_ fields: inout Fields, isWholeScene: Bool, _ complaints: inout DiagnosticList) {
    title =
      isWholeScene
      ? nil : complaints.collect { () throws(Diagnostic) in try fields.template("title") }
    // The scene's own are read with the scene.
    fonts = isWholeScene ? FontsDescription() : fields.fonts("fonts", &complaints)
    var found = Self.contents.filter { fields.has($0) }
    // Beside a picture, a scene's code is a strip of its own.
    if isWholeScene, found.first == "draw" { found.removeAll { $0 == "code" } }
    for key in found.dropFirst() {
      complaints.append(
        Diagnostic(
          "'\(key)' beside '\(found[0])': a panel holds one of \(Self.contents.joined(separator: ", "))",
          at: fields.node(key)?.location))
    }
    switch found.first {
    case "equation", "text", "code":
      let block = complaints.collect { () throws(Diagnostic) in try BlockDescription(&fields) }
      guard let block else { return nil }
      content = .block(block)
    default:
      guard let plot = PlotDescription(&fields, &complaints) else { return nil }
      content = .plot(plot)
    }
  }
}

extension PlotDescription {
  /// Reads `axes` and `draw`.
  fileprivate init?(_ fields: inout Fields, _ complaints: inout DiagnosticList) {
    axes =
      complaints.collect { () throws(Diagnostic) in
        try fields.node("axes").map { node throws(Diagnostic) in
          try AxesDescription(fields.inner(node, of: "axes"))
        }
      } ?? AxesDescription()
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
    marks = elements.compactMap { MarkDescription($0, labels: fields.labels, &complaints) }
  }
}
