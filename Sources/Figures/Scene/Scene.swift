import Diagnostics
import Expressions
import Formulas
import SceneFiles

/// A scene as its author wrote it, checked for everything that can be checked without computing.
package struct Scene: Sendable {
  /// Where it starts in its file.
  var location: SourceLocation
  var title: LabelTemplate?
  var subtitle: LabelTemplate?
  var notation: LabelTemplate?
  /// What is said of the terms of the notation.
  var callouts: TermCallouts?
  /// Code beside or below the panels.
  var code: CodeDescription?
  var caption: LabelTemplate?
  var alternativeText: LabelTemplate?
  var canvas: Canvas
  var theme: Theme?
  var fonts: FontsDescription
  var isTransparent: Bool
  /// What the mathematics may spend.
  var limits: Limits
  var data: [DataDescription]
  /// Where data files lie; `nil` if the scene has no folder.
  var folder: DataFolder?
  var definitions: [Definition]
  /// How labels are read.
  var language: FormulaLanguage
  /// In reading order.
  var panels: [PanelDescription]
  /// How they stand beside each other.
  var arrangement: Arrangement<LabelTemplate>
  /// One for all panels; that of a lone one is its own.
  var legend: LegendDescription?
  /// How panels are lettered; `nil` if they are not.
  var letters: PanelLetters?
  /// Symbols and what they mean, in the order of the scene.
  var symbols: [(symbol: String, role: Role)]
  var claims: [Claim]
  /// That it moves, and how; `nil` for a still picture.
  var film: FilmDescription?
  /// What is wrong with labels that were read leniently.
  var warnings: [Diagnostic]

  /// Whether it moves.
  package var isFilm: Bool { film != nil }
}

/// A sentence of the caption that every render tests.
struct Claim: Sendable {
  var condition: Expression
}

/// A part of the picture, as the scene describes it.
struct PanelDescription: Sendable {
  enum Content: Sendable {
    case plot(PlotDescription)
    case block(BlockDescription)
  }

  var title: LabelTemplate?
  /// Instead of the scene's.
  var fonts: FontsDescription
  var content: Content
  var location: SourceLocation
}

/// A coordinate system with its marks, as the scene describes it.
struct PlotDescription: Sendable {
  var axes: AxesDescription
  /// Parts that are shown enlarged as well.
  var zooms: [ZoomDescription] = []
  var marks: [MarkDescription]
  var legend: LegendDescription?
}

/// One mark, as the scene describes it.
struct MarkDescription: Sendable {
  var name: String
  var mark: any Mark
  /// Drawn only if it holds.
  var condition: Expression?
  /// Marks of a higher level are painted later; the order of the scene decides among equals.
  var level: Double
  /// 0…1.
  var opacity: NumberSetting
  var axes: AxisChoice
  var location: SourceLocation
}
