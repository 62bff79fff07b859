package import Diagnostics
package import Drawing
package import Expressions
import MathCore
package import SceneFiles

/// What every mark can do, in the order in which the pipeline asks for it.
package protocol Mark: Sendable {
  /// The result of the mathematics: data units, no page.
  associatedtype Numbers: Sendable

  /// What the mark needs and prefers, before anything is computed.
  static var traits: MarkTraits { get }

  /// What a picture is called whose first mark this is, such as `a bar chart`; `nil` leaves it to the others.
  static var pictureKind: String? { get }

  /// Said: reads and checks the mark's options.
  init(_ fields: inout Fields) throws(Diagnostic)

  /// How the scene wants it to look; its expressions have their values when the mark is evaluated and drawn.
  var style: MarkStyle { get set }

  /// Computed: the mark's numbers.
  func evaluate(in context: EvaluationContext) throws(Diagnostic) -> Numbers

  /// Measured: the values for which its colors or lengths stand, as far as the scene leaves them open; `nil` if they
  /// stand for none.
  ///
  /// In all pictures of a film the same color must mean the same value.
  func range(in context: EvaluationContext) throws(Diagnostic) -> ClosedRange<Double>?

  /// Wanted: the values that the axes should show.
  func extent(of numbers: Numbers) -> Extent

  /// The color scale that a reader needs to read the mark, if any.
  func colorBar(of numbers: Numbers) -> ColorBar?

  /// What a reader must be told about the mark's scale, such as how arrows are shortened.
  func note(of numbers: Numbers) -> String?

  /// What its parts look like and are called, in the order of a legend.
  func appearances(of numbers: Numbers, in theme: Theme) -> [Appearance]

  /// What a reader who cannot see the picture is told of it: phrases such as `a path of 41 points from (−1.8, 2)
  /// to (0.98, 0.51)`, without a full stop.
  func summary(of numbers: Numbers) -> [String]

  /// Laid out: the places that labels should leave free.
  func block(_ numbers: Numbers, on panel: Panel, in obstacles: inout ObstacleMap)

  /// Laid out: the labels that want a place.
  func labels(of numbers: Numbers, on panel: Panel) -> [LabelRequest]

  /// Wanted: its label, if that stands best beyond the right end of a line.
  func endLabel(of numbers: Numbers) -> EndLabel?

  /// Drawn, but for the labels, which come later, over all marks; `labels` says where, for those who leave
  /// gaps.
  func draw(
    _ numbers: Numbers, labels: [PlacedLabel], on panel: Panel, into list: inout DisplayList)
}

extension Mark {
  package static var traits: MarkTraits { MarkTraits() }
  package static var pictureKind: String? { nil }
  package func range(in context: EvaluationContext) throws(Diagnostic) -> ClosedRange<Double>? { nil }
  package func colorBar(of numbers: Numbers) -> ColorBar? { nil }
  package func note(of numbers: Numbers) -> String? { nil }
  package func appearances(of numbers: Numbers, in theme: Theme) -> [Appearance] { [] }
  package func summary(of numbers: Numbers) -> [String] { [] }
  package func block(_ numbers: Numbers, on panel: Panel, in obstacles: inout ObstacleMap) {}
  package func labels(of numbers: Numbers, on panel: Panel) -> [LabelRequest] { [] }
  package func endLabel(of numbers: Numbers) -> EndLabel? { nil }
}

/// What a kind of mark needs and prefers.
package struct MarkTraits: Hashable, Sendable {
  /// Which axes' domains must be known before the mark can be computed.
  package enum Sampling: Hashable, Sendable {
    case none
    case overX
    case overPlane
  }

  package var sampling = Sampling.none
  /// Whether the mark shows angles or lengths, which are only true when units are equal on both axes.
  package var prefersEqualUnits = false
  /// Whether the mark is at home on axes through the origin.
  package var prefersOriginAxes = false
  /// Whether it may paint outside the axes' domains; otherwise it is cut there.
  package var mayLeavePanel = false
  /// Where it is painted unless the scene gives it another `z`: grounds and bands below the data.
  package var level = 0.0
  /// Whether it draws the leaders of its labels itself.
  package var drawsLeaders = false
  /// Whether its labels may, as the number on a bar that reaches the top.
  package var labelsMayLeavePanel = false
  /// Whether its label is all that it shows, or the best part: no name beside it.
  package var isWords = false
}

/// What a mark's mathematics may use.
package struct EvaluationContext: Sendable {
  package var scope: Scope
  /// Where files of code lie; `nil` if the scene has no folder.
  package var folder: DataFolder?
  /// The axes; known to marks that sample along them.
  package var x: (any Scale)?
  package var y: (any Scale)?
  /// A scale that bends as that of y will, while its domain is not known.
  package var likeY: (any Scale)?
  /// The axes of the panel of which an enlarged part is computed; `nil` for a panel itself.
  package var whole: (x: any Scale, y: any Scale)?
  /// The values for which the mark's colors or lengths stand in all pictures of a film; `nil` for its own.
  package var range: ClosedRange<Double>?
}

extension EvaluationContext {
  /// The same along the axes of the panel of which an enlarged part is computed; `nil` for a panel itself.
  var ofWhole: EvaluationContext? {
    guard let whole else { return nil }
    var context = self
    (context.x, context.y, context.whole) = (whole.x, whole.y, nil)
    return context
  }

  /// Values of x at equal distances along the axis, both ends of the range included.
  func samples(_ count: Int, ofX range: ClosedRange<Double>) -> [Double] {
    guard let x, !x.isLinear else { return evenly(spaced: count, over: range) }
    return evenly(spaced: count, over: x.fraction(of: range.lowerBound)...x.fraction(of: range.upperBound))
      .map(x.value(at:))
  }

  /// The axis along which `owner` samples x, or an error that says how to give one.
  func sampledX(for owner: String, at location: SourceLocation?) throws(Diagnostic) -> any Scale {
    if let x { return x }
    throw Diagnostic(
      "\(owner): nothing says over which x to draw", at: location,
      help: "give the axis a domain: axes: {x: {domain: [-3, 3]}}")
  }

  func sampledY(for owner: String, at location: SourceLocation?) throws(Diagnostic) -> any Scale {
    if let y { return y }
    throw Diagnostic(
      "\(owner): nothing says over which y to draw", at: location,
      help: "give the axis a domain: axes: {y: {domain: [-3, 3]}}")
  }
}
