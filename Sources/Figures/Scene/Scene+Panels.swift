import Diagnostics
import Expressions
import Geometry
import SceneFiles

/// The panels of a scene in reading order, and how they stand beside each other.
struct PanelsDescription: Sendable {
  var panels: [PanelDescription] = []
  var arrangement = Arrangement<LabelTemplate>.lone

  private var aspect: Double

  /// Groups within groups within groups are harder to read than to write.
  private static let mostNested = 3
  private static let mostPanels = 64

  /// Either one panel, described at the top level, or a list of panels.
  init(_ fields: inout Fields, on canvas: Canvas, _ complaints: inout DiagnosticList) {
    aspect = canvas.size.width / canvas.size.height
    let layout = LayoutDescription(&fields, &complaints)
    guard let node = fields.node("panels") else {
      complaints.check { () throws(Diagnostic) in try layout.checkLone() }
      if let panel = PanelDescription(&fields, isWholeScene: true, &complaints) { panels = [panel] }
      return
    }
    for key in ["draw", "axes", "equation", "text", "inset"] {
      if let other = fields.node(key) {
        complaints.append(
          Diagnostic("'\(key)' beside 'panels': each panel has its own", at: other.location))
      }
    }
    read(node, in: fields, layout, depth: 1, &complaints).map { arrangement = $0 }
    if panels.count > Self.mostPanels {
      complaints.append(
        Diagnostic("panels: expected at most \(Self.mostPanels), found more", at: node.location))
    }
  }

  /// Appends the panels of a list, and returns how they stand; `nil` if something is wrong with that.
  private mutating func read(
    _ node: SceneFiles.Node, in fields: Fields, _ layout: LayoutDescription, depth: Int,
    _ complaints: inout DiagnosticList
  ) -> Arrangement<LabelTemplate>? {
    guard case .sequence(let elements) = node.content else {
      complaints.append(
        Diagnostic("panels: expected a list of panels, found \(node.typeDescription)", at: node.location))
      return nil
    }
    guard !elements.isEmpty else {
      complaints.append(Diagnostic("panels: expected at least one panel, found none", at: node.location))
      return nil
    }
    var contents: [Arrangement<LabelTemplate>.Content] = []
    for element in elements.prefix(Self.mostPanels + 1) {
      guard
        var inner = complaints.collect({ () throws(Diagnostic) in try fields.inner(element, of: "panel") })
      else { continue }
      if inner.has("panels") {
        if let group = group(&inner, depth: depth + 1, &complaints) { contents.append(.group(group)) }
      } else if let panel = PanelDescription(&inner, isWholeScene: false, &complaints) {
        contents.append(.panel(panels.count))
        panels.append(panel)
      }
      for complaint in inner.finish() { complaints.append(complaint) }
    }
    // What is wrong with a panel is said above; that there is one fewer then is no second mistake.
    let count = elements.count
    let rows = complaints.collect { () throws(Diagnostic) in
      try layout.rows(
        of: contents + Array(repeating: .empty, count: max(count - contents.count, 0)),
        onPageOf: depth == 1 ? aspect : 1)
    }
    return rows.map { Arrangement(rows: $0, sharing: layout.sharing, isFree: layout.isFree) }
  }

  /// Reads a panel that holds panels.
  private mutating func group(
    _ fields: inout Fields, depth: Int, _ complaints: inout DiagnosticList
  ) -> Arrangement<LabelTemplate>? {
    let title = complaints.collect { () throws(Diagnostic) in try fields.template("title") }
    let layout = LayoutDescription(&fields, &complaints)
    guard let node = fields.node("panels") else { return nil }
    for key in PanelDescription.contents {
      if let other = fields.node(key) {
        complaints.append(
          Diagnostic("'\(key)' beside 'panels': each panel has its own", at: other.location))
      }
    }
    guard depth <= Self.mostNested else {
      complaints.append(
        Diagnostic(
          "panels: nested more than \(Self.mostNested) deep", at: node.location,
          help: "a list of relative widths such as layout: [[2, 1], [1]] needs no nesting"))
      return nil
    }
    var group = read(node, in: fields, layout, depth: depth, &complaints)
    group?.title = title
    return group
  }
}

extension DiagnosticList {
  /// Runs one step that only may complain.
  fileprivate mutating func check(_ step: () throws(Diagnostic) -> Void) {
    do { try step() } catch { append(error) }
  }
}

extension PanelDescription {
  /// What a panel may hold, by the key that says so.
  fileprivate static let contents = ["draw", "equation", "text", "code"]

  /// Reads what the panel holds, and the title of a panel among others.
  fileprivate init?(_ fields: inout Fields, isWholeScene: Bool, _ complaints: inout DiagnosticList) {
    location = fields.location
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
  /// Reads `axes`, `inset` and `draw`.
  fileprivate init?(_ fields: inout Fields, _ complaints: inout DiagnosticList) {
    axes =
      complaints.collect { () throws(Diagnostic) in
        try fields.node("axes").map { node throws(Diagnostic) in
          try AxesDescription(fields.inner(node, of: "axes"))
        }
      } ?? AxesDescription()
    zooms = complaints.collect { () throws(Diagnostic) in try fields.zooms("inset") } ?? []
    legend = complaints.collect { () throws(Diagnostic) in try fields.legend("legend") }
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
