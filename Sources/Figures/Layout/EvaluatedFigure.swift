import Diagnostics
import Drawing
import Formulas
import Geometry

/// A figure whose numbers are all known, before it has a page.
struct EvaluatedFigure: Sendable {
  var title: Label?
  var subtitle: Label?
  var notation: Label?
  /// What is said of the terms of the notation.
  var callouts: [TermCallout]
  var code: Listing?
  var caption: Label?
  var alternativeText: String
  var fonts: FontChoice
  /// In reading order.
  var panels: [EvaluatedPanel]
  /// How they stand beside each other, by their numbers.
  var arrangement: Arrangement<Label>
  var letters: PanelLetters?
  /// One for all panels.
  var legend: EvaluatedLegend?
  /// Legal but suspicious things that were found.
  var warnings: [Diagnostic]
}

/// A part of the picture, all of whose numbers are known.
struct EvaluatedPanel: Sendable {
  enum Content: Sendable {
    case plot(EvaluatedPlot)
    case block(EvaluatedBlock)
  }

  var content: Content
  var fonts: FontChoice
  var location: SourceLocation
}

/// Words, a formula or code that fills a panel.
struct EvaluatedBlock: Sendable {
  enum Content: Sendable {
    case equation(Label, [TermCallout])
    case text(Label, TextStyle.Alignment)
    case code(Listing)
  }

  /// Where the content stands below the title, if there is more room than it takes.
  enum Place: Sendable {
    case top
    case middle
    case bottom
  }

  var title: Label?
  var content: Content
  /// Font size in points; `nil` for as large as suits the panel.
  var size: Double?
  var place: Place
  var location: SourceLocation
}

/// A coordinate system whose numbers are all known.
struct EvaluatedPlot: Sendable {
  var title: Label?
  var x: EvaluatedAxis
  var y: EvaluatedAxis
  /// At the top and at the right.
  var x2: EvaluatedAxis?
  var y2: EvaluatedAxis?
  var style: AxesDescription.Style
  var hasEqualUnits: Bool
  var hasGrid: Bool
  var namesZero = false
  /// In painting order.
  var marks: [EvaluatedMark]
  var colorBar: ColorBar?
  var legend: EvaluatedLegend?
  /// Whether labels name the marks: not where a legend does, this panel's or one for all, and not in an enlarged
  /// part.
  var namesMarks = true
  /// Parts that are shown enlarged as well.
  var zooms: [EvaluatedZoom] = []
}

/// A part of a plot, computed again over its own domain.
struct EvaluatedZoom: Sendable {
  var plot: EvaluatedPlot
  /// `nil` for the place that covers least.
  var place: ZoomDescription.Place?
  /// Of the panel's width and height.
  var size: Double
  var location: SourceLocation
}

/// What everything on the page shares: sizes, colors, and who sets text.
struct Press: Sendable {
  var canvas: Canvas
  var theme: Theme
  var typesetter: any Typesetter
  /// Colors of symbols in labels and code.
  var symbols: [TextStyle.Role]
  /// How the names of ticks are read.
  var language = FormulaLanguage.standard
  var fonts = FontChoice.standard
  /// What becomes of sizes that the scene gives in points, when it is drawn on another canvas than its own.
  var sizeFactor = 1.0
  /// How many panels share the page.
  var panelCount = 1
  /// Whether it is one of many pictures, in which computed values change and nothing else is to move.
  var isMoving = false

  /// The same with other fonts.
  func with(_ fonts: FontChoice) -> Press {
    var press = self
    press.fonts = fonts
    return press
  }

  func typeset(
    _ label: Label, size: Double, color: Color? = nil, weight: TextStyle.Weight = .regular,
    width: Double? = nil, alignment: TextStyle.Alignment = .left
  ) -> TextBlock {
    typeset(
      label,
      in: TextStyle(
        size: size, color: color.map(theme.readable) ?? theme.ink, weight: weight, alignment: alignment,
        width: width, roles: symbols, fonts: fonts))
  }

  private func typeset(_ label: Label, in style: TextStyle) -> TextBlock {
    var style = style
    if isMoving, label.hasComputedValues { style.hasTabularDigits = true }
    var block = typesetter.typeset(label, in: style)
    block.problems = label.problems.map { $0.asWarning } + block.problems
    block = block.readable(in: theme, usual: [style.color] + symbols.map(\.color))
    block.setting = .words(style)
    block.location = label.location
    return block
  }

  /// Sets a listing in the theme's colors.
  func typeset(_ listing: Listing, size: Double) -> TextBlock {
    typeset(
      listing,
      in: CodeStyle(
        size: size, color: theme.ink, quietColor: theme.quietInk, syntax: theme.syntax,
        highlight: theme.color(of: .highlight), roles: symbols, fonts: fonts))
  }

  private func typeset(_ listing: Listing, in style: CodeStyle) -> TextBlock {
    var block = typesetter.typeset(listing, in: style)
    block.location = listing.location
    block.setting = .code(style)
    return block
  }

  /// Sets words as others were set in whose place they stand; `nil` if those were not words alone.
  func typeset(_ label: Label, like block: TextBlock) -> TextBlock? {
    if case .words(let style) = block.setting { typeset(label, in: style) } else { nil }
  }

  /// Sets a listing as another one was set in whose place it stands; `nil` if that was not code.
  func typeset(_ listing: Listing, like block: TextBlock) -> TextBlock? {
    if case .code(let style) = block.setting { typeset(listing, in: style) } else { nil }
  }

  /// Sets the name of a tick, which the program or an evaluated scene has spelled.
  func typeset(name: LocatedText, size: Double, color: Color, width: Double? = nil) -> TextBlock? {
    guard let label = try? Label(parsing: name, in: language) else { return nil }
    return typeset(label, size: size, color: color, width: width)
  }
}

extension Diagnostic {
  /// What a lenient reader takes it for.
  var asWarning: Diagnostic {
    var warning = self
    warning.severity = .warning
    return warning
  }
}
