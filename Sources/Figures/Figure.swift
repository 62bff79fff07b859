package import Diagnostics
package import Drawing
import Formulas
import Geometry

/// What may be decided at render time, over the scene's head.
package struct SceneOptions: Hashable, Sendable {
  /// The name of a theme; `nil` keeps the scene's.
  package var theme: String?
  /// `nil` keeps what the scene says.
  package var isTransparent: Bool?

  package init(theme: String? = nil, isTransparent: Bool? = nil) {
    self.theme = theme
    self.isTransparent = isTransparent
  }
}

extension Scene {
  /// Computes the figure without drawing it, and returns warnings.
  ///
  /// Fonts are looked for where there is a typesetter. Read leniently, labels are set as well: what only a value
  /// makes wrong in them shows then.
  package func checked(with typesetter: (any Typesetter)? = nil) throws(DiagnosticList) -> [Diagnostic] {
    if language.isLenient, let typesetter { return try drawn(with: typesetter).warnings }
    return try evaluated(fontsCheckedBy: typesetter).warnings
  }

  /// The picture, in four steps: evaluate, lay out, place labels, draw.
  package func drawn(
    with typesetter: any Typesetter, options: SceneOptions = SceneOptions()
  ) throws(DiagnosticList) -> (list: DisplayList, warnings: [Diagnostic]) {
    let theme = try theme(for: options)
    let figure = try evaluated(fontsCheckedBy: typesetter)
    let press = Press(
      canvas: canvas, theme: theme, typesetter: typesetter,
      symbols: symbols.map { .init(symbol: $0.symbol, color: theme.readable(theme.color(of: $0.role))) },
      language: language, fonts: figure.fonts)
    let layout = FigureLayout(figure, arrangement, press: press)
    let (labels, complaints) = layout.placeLabels()

    var list = DisplayList(
      size: canvas.size, pixelsPerPoint: canvas.pixelsPerPoint,
      background: options.isTransparent ?? isTransparent ? nil : theme.ground,
      title: figure.title?.plainText ?? "", alternativeText: figure.alternativeText)
    for (panel, labels) in zip(layout.panels, labels) { panel.draw(labels: labels, into: &list) }
    for text in layout.texts { list.draw(text.block, at: text.origin) }
    return (list, (figure.warnings + layout.complaints + complaints + list.problems).withoutRepeats)
  }

  private func theme(for options: SceneOptions) throws(DiagnosticList) -> Theme {
    guard let name = options.theme else { return theme ?? .light }
    do {
      return try themes.entry(named: name, at: nil)
    } catch {
      throw DiagnosticList([error])
    }
  }
}

extension FigureLayout {
  /// Places of all labels, for each panel and mark, and the labels that found no free place.
  fileprivate func placeLabels() -> (labels: [[[PlacedLabel]]], complaints: [Diagnostic]) {
    let size = panels.first?.panel.canvas.size ?? .zero
    var obstacles = ObstacleMap(page: size, cell: 2)
    for text in texts {
      obstacles.add(
        text.block.ink.translated(by: Vector(x: text.origin.x, y: text.origin.y)), .solid)
    }
    for layout in panels {
      layout.axes.block(on: layout.panel, in: &obstacles)
      for mark in layout.figure.marks { mark.block(on: layout.panel(of: mark), in: &obstacles) }
    }
    var placer = LabelPlacer(obstacles: obstacles)
    let labels = panels.map { layout in
      placer.place(layout.figure.marks.map { $0.labels(on: layout.panel(of: $0)) }).map {
        $0.compactMap { $0 }
      }
    }
    return (labels, placer.complaints)
  }
}

extension PanelLayout {
  /// Grid, marks, axes, then the labels of marks over everything.
  fileprivate func draw(labels: [[PlacedLabel]], into list: inout DisplayList) {
    axes.drawGrid(on: panel, into: &list)
    for (mark, labels) in zip(figure.marks, labels) {
      drawLayer(of: mark, isCut: !mark.traits.mayLeavePanel, into: &list) {
        mark.draw(labels: labels, on: panel(of: mark), into: &$0)
      }
    }
    axes.draw(on: panel, into: &list)
    for (mark, labels) in zip(figure.marks, labels) {
      let isCut = !mark.traits.mayLeavePanel && !mark.traits.labelsMayLeavePanel
      drawLayer(of: mark, isCut: isCut, isBroken: false, into: &list) { layer in
        for label in labels { layer.draw(label, on: panel) }
      }
    }
    drawSurroundings(into: &list)
  }

  /// Draws what belongs to a mark, as opaque as it is, and cut at the frame if asked and at breaks of its axes.
  private func drawLayer(
    of mark: EvaluatedMark, isCut: Bool, isBroken: Bool = true, into list: inout DisplayList,
    _ draw: (inout DisplayList) -> Void
  ) {
    var layer = DisplayList(size: list.size, pixelsPerPoint: list.pixelsPerPoint)
    draw(&layer)
    list.report(layer.problems)
    guard !layer.items.isEmpty else { return }
    let region = isCut ? panel.frame : Rect(x: 0, y: 0, width: list.size.width, height: list.size.height)
    let clip = isBroken ? axes.shown(of: region, in: panel.frame) : nil
    list.append(
      .group(
        DisplayGroup(layer.items, clip: clip ?? (isCut ? Path(panel.frame) : nil), opacity: mark.opacity)))
  }
}

extension [Diagnostic] {
  /// Each once, where it comes first: what a lenient reader passes over is also noted where it is drawn.
  fileprivate var withoutRepeats: [Diagnostic] {
    var known: Set<Diagnostic> = []
    return filter { known.insert($0).inserted }
  }
}
