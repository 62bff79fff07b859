package import Diagnostics
package import Drawing
import Formulas

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
    if let film { return try FilmNumbers(of: self, film).checked(with: typesetter) }
    if language.isLenient, let typesetter { return try drawn(with: typesetter).warnings }
    return try evaluated(fontsCheckedBy: typesetter).warnings
  }

  /// The picture; of a film that of its poster, in the layout of the film.
  package func drawn(
    with typesetter: any Typesetter, options: SceneOptions = SceneOptions()
  ) throws(DiagnosticList) -> (list: DisplayList, warnings: [Diagnostic]) {
    guard film != nil else { return try still(with: typesetter, options: options) }
    let film = try Film(of: self, with: typesetter, options: options)
    let (list, warnings) = try film.drawn(at: film.timing.posterFrame)
    if options.isStrict { try check(try film.poster, list, on: options.canvas ?? canvas) }
    return (list, warnings)
  }

  /// A picture, in four steps: evaluate, lay out, place labels, draw; that of a moment as if there were no other.
  func still(
    with typesetter: any Typesetter, options: SceneOptions = SceneOptions(), at moment: FilmMoment? = nil
  ) throws(DiagnosticList) -> (list: DisplayList, warnings: [Diagnostic]) {
    let theme = options.theme ?? theme ?? .light
    let figure = try evaluated(in: theme, fontsCheckedBy: typesetter, at: moment)
    let canvas = options.canvas ?? canvas
    let placed = placed(figure, on: canvas, in: theme, with: typesetter)
    let list = placed.drawn(isTransparent: options.isTransparent ?? isTransparent)
    if options.isStrict { try check(placed, list, on: canvas) }
    return (list, (placed.warnings + list.problems).withoutRepeats)
  }

  /// Throws what lint finds in a picture.
  private func check(_ placed: PlacedFigure, _ list: DisplayList, on canvas: Canvas) throws(DiagnosticList) {
    let drawn = DrawnFigure(placed, list, of: self, on: placed.page(of: canvas))
    try DiagnosticList(drawn.findings(of: checks.names)).throwIfErrors()
  }

  /// The colors that symbols wear.
  func roles(in theme: Theme) -> [TextStyle.Role] {
    symbols.map { .init(symbol: $0.symbol, color: theme.readable(theme.color(of: $0.role))) }
  }

  /// Everything in its place on a page, in the colors of a theme.
  func placed(
    _ figure: EvaluatedFigure, on canvas: Canvas, in theme: Theme, with typesetter: any Typesetter
  ) -> PlacedFigure {
    let layout = FigureLayout(figure, press: press(for: figure, on: canvas, in: theme, with: typesetter))
    let (labels, complaints) = layout.placeLabels()
    return PlacedFigure(figure: figure, layout: layout, labels: labels, complaints: complaints)
  }

  /// What everything on the page shares.
  func press(
    for figure: EvaluatedFigure, on canvas: Canvas, in theme: Theme, with typesetter: any Typesetter
  ) -> Press {
    Press(
      canvas: theme.adjusted(canvas), theme: theme, typesetter: typesetter,
      symbols: roles(in: theme), language: language, fonts: figure.fonts,
      sizeFactor: canvas.type.label / self.canvas.type.label)
  }
}

extension [Diagnostic] {
  /// Each once, where it comes first: what a lenient reader passes over is also noted where it is drawn.
  var withoutRepeats: [Diagnostic] {
    var known: Set<Diagnostic> = []
    return filter { known.insert($0).inserted }
  }
}
