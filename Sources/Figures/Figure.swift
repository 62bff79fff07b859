package import Diagnostics
package import Drawing
import Formulas
import Geometry

/// What may be decided at render time, over the scene's head.
package struct SceneOptions: Hashable, Sendable {
  /// `nil` keeps the scene's.
  package var theme: Theme?
  /// `nil` keeps the scene's.
  package var canvas: Canvas?
  /// `nil` keeps what the scene says.
  package var isTransparent: Bool?
  /// Whether there is no picture if lint finds something in it.
  package var isStrict: Bool

  package init(theme: Theme? = nil, canvas: Canvas? = nil, isTransparent: Bool? = nil, isStrict: Bool = false)
  {
    self.theme = theme
    self.canvas = canvas
    self.isTransparent = isTransparent
    self.isStrict = isStrict
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

  /// The picture, in four steps: evaluate, lay out, place labels, draw; that of a film at a moment.
  package func drawn(
    with typesetter: any Typesetter, options: SceneOptions = SceneOptions(), at moment: FilmMoment? = nil
  ) throws(DiagnosticList) -> (list: DisplayList, warnings: [Diagnostic]) {
    let theme = options.theme ?? theme ?? .light
    let figure = try evaluated(in: theme, fontsCheckedBy: typesetter, at: moment)
    let canvas = options.canvas ?? canvas
    let placed = placed(figure, on: canvas, in: theme, with: typesetter)
    let list = placed.drawn(isTransparent: options.isTransparent ?? isTransparent)
    if options.isStrict {
      let drawn = DrawnFigure(placed, list, of: self, on: placed.page(of: canvas))
      try DiagnosticList(drawn.findings(of: checks.names)).throwIfErrors()
    }
    return (list, (placed.warnings + list.problems).withoutRepeats)
  }

  /// The colors that symbols wear.
  func roles(in theme: Theme) -> [TextStyle.Role] {
    symbols.map { .init(symbol: $0.symbol, color: theme.readable(theme.color(of: $0.role))) }
  }

  /// Everything in its place on a page, in the colors of a theme.
  func placed(
    _ figure: EvaluatedFigure, on canvas: Canvas, in theme: Theme, with typesetter: any Typesetter
  ) -> PlacedFigure {
    let press = Press(
      canvas: theme.adjusted(canvas), theme: theme, typesetter: typesetter,
      symbols: roles(in: theme),
      language: language, fonts: figure.fonts,
      sizeFactor: canvas.type.label / self.canvas.type.label)
    let layout = FigureLayout(figure, press: press)
    let (labels, complaints) = layout.placeLabels()
    return PlacedFigure(figure: figure, layout: layout, labels: labels, complaints: complaints)
  }
}

/// A figure all of whose parts have their places: what is drawn, and what lint looks at.
struct PlacedFigure {
  let figure: EvaluatedFigure
  let layout: FigureLayout
  /// For each panel and mark.
  let labels: [[[PlacedLabel]]]
  /// Labels that found no free place.
  fileprivate let complaints: [Diagnostic]

  var press: Press { layout.press }

  /// What is legal but probably not meant, as far as it is known before drawing.
  var warnings: [Diagnostic] {
    press.theme.warnings + figure.warnings + layout.complaints + complaints
  }

  /// A canvas with the height that the figure has taken.
  func page(of canvas: Canvas) -> Canvas {
    var canvas = canvas
    canvas.size = press.canvas.size
    return canvas
  }

  func drawn(isTransparent: Bool) -> DisplayList {
    let canvas = press.canvas
    var list = DisplayList(
      size: canvas.size, pixelsPerPoint: canvas.pixelsPerPoint,
      background: isTransparent ? nil : press.theme.ground,
      title: figure.title?.plainText ?? "", alternativeText: figure.description)
    for (panel, labels) in zip(layout.panels, labels) { panel.draw(labels: labels, into: &list) }
    for legend in layout.legends {
      legend.layout.draw(at: Point(x: legend.box.minX, y: legend.box.minY), into: &list)
    }
    for text in layout.texts { list.draw(text.block, at: text.origin) }
    return list
  }
}

extension PanelLayout {
  /// Grid, marks, axes, then the labels of marks over everything.
  fileprivate func draw(labels: [[PlacedLabel]], into list: inout DisplayList) {
    axes.drawGrid(on: panel, into: &list)
    for (mark, labels) in zip(figure.marks, labels) {
      drawLayer(of: mark, on: panel(of: mark), isCut: !mark.traits.mayLeavePanel, into: &list) {
        mark.draw(labels: labels, on: panel(of: mark), into: &$0)
      }
    }
    axes.draw(on: panel, into: &list)
    for zoom in zooms {
      zoom.draw(into: &list) { mark, panel, list in
        drawLayer(of: mark, on: panel, isCut: true, isBroken: false, into: &list) {
          mark.draw(labels: [], on: panel, into: &$0)
        }
      }
    }
    for (mark, labels) in zip(figure.marks, labels) {
      let isCut = !mark.traits.mayLeavePanel && !mark.traits.labelsMayLeavePanel
      drawLayer(of: mark, on: panel, isCut: isCut, isBroken: false, into: &list) { layer in
        for var label in labels {
          if mark.traits.drawsLeaders { label.leader = nil }
          layer.draw(label, on: panel)
        }
      }
    }
    drawSurroundings(into: &list)
  }

  /// Draws what belongs to a mark, as opaque as it is, and cut at the frame if asked and at breaks of its axes.
  private func drawLayer(
    of mark: EvaluatedMark, on panel: Panel, isCut: Bool, isBroken: Bool = true, into list: inout DisplayList,
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
