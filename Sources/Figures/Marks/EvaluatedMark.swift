import Diagnostics
import Drawing
import Geometry

/// A mark together with its numbers, their type erased.
struct EvaluatedMark: Sendable {
  let extent: Extent
  let traits: MarkTraits
  let colorBar: ColorBar?
  let note: String?
  let pictureKind: String?
  let endLabel: EndLabel?
  let opacity: Double
  /// As scenes call it, such as `curve`.
  let name: String
  let location: SourceLocation
  private let phrases: @Sendable () -> [String]
  /// Which axes it is drawn against.
  let axes: AxisChoice
  private let appearances: @Sendable (Theme) -> [Appearance]
  private let block: @Sendable (Panel, inout ObstacleMap) -> Void
  private let labels: @Sendable (Panel) -> [LabelRequest]
  private let draw: @Sendable ([PlacedLabel], Panel, inout DisplayList) -> Void

  init<M: Mark>(_ mark: M, _ numbers: M.Numbers, opacity: Double, of description: MarkDescription) {
    extent = mark.extent(of: numbers)
    traits = M.traits
    colorBar = mark.colorBar(of: numbers)
    note = mark.note(of: numbers)
    pictureKind = M.pictureKind
    endLabel = mark.endLabel(of: numbers)
    self.opacity = opacity
    name = description.name
    location = description.location
    axes = description.axes
    phrases = { mark.summary(of: numbers) }
    appearances = { mark.appearances(of: numbers, in: $0) }
    block = { mark.block(numbers, on: $0, in: &$1) }
    labels = { mark.labels(of: numbers, on: $0) }
    draw = { mark.draw(numbers, labels: $0, on: $1, into: &$2) }
  }

  /// How opaque its labels are: names stay readable beside a pale mark, and vanish with one that vanishes.
  var labelOpacity: Double { traits.isWords ? opacity : min(opacity / Self.palestOfLabeled, 1) }

  private static let palestOfLabeled = 0.25

  func appearances(in theme: Theme) -> [Appearance] {
    appearances(theme).map { appearance in
      var appearance = appearance
      appearance.opacity *= opacity
      return appearance
    }
  }

  /// Phrases for those who cannot see it.
  func summary() -> [String] { phrases() }

  func block(on panel: Panel, in obstacles: inout ObstacleMap) { block(panel, &obstacles) }

  /// The labels that want a place; none for what has no place on the axes, such as zero on a logarithmic one.
  func labels(on panel: Panel) -> [LabelRequest] {
    labels(panel).compactMap { request in
      var request = request
      request.location = location
      guard request.candidates.contains(where: { !$0.origin.isFinite }) else { return request }
      request.candidates.removeAll { !$0.origin.isFinite }
      return request.candidates.isEmpty ? nil : request
    }
  }

  func draw(labels: [PlacedLabel], on panel: Panel, into list: inout DisplayList) {
    draw(labels, panel, &list)
  }
}
