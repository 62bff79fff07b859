import Drawing
import Formulas

/// An axis whose domain is known.
struct EvaluatedAxis: Sendable {
  var label: Label?
  var scale: any Scale
  /// The ticks that the scene lists; `nil` for round values.
  var listedTicks: [Tick]?
  /// The ticks at the multiples of a step that the scene chose.
  var steppedTicks: Ticks?
  /// About how many the scene wants.
  var tickCount: Int?
  /// How the scene wants numbers spelled.
  var format: TickFormat?
  /// `nil` leaves it to the scale.
  var hasMinorTicks: Bool?

  /// Whether the ticks are named; a neighbor that shares the scale may name them instead.
  var showsNames = true

  /// Whether ticks stand where the scene says, however many there are.
  var hasFixedTicks: Bool { listedTicks != nil || steppedTicks != nil || hasNames }

  /// Whether a name may be left out that would touch its neighbor.
  var mayDropNames: Bool { listedTicks == nil && !hasNames }

  /// Whether its ticks are names and not numbers.
  var hasNames: Bool { scale is BandScale || scale is PointScale }

  func ticks(_ wish: TickWish) -> Ticks {
    if let listedTicks { return Ticks(listedTicks.filter { scale.shows($0.value) }) }
    var ticks = steppedTicks ?? scale.ticks(wish)
    if let format {
      ticks.named = ticks.named.map { Tick($0.value, (try? format.name(of: $0.value)) ?? $0.name) }
      ticks.offset = nil
    }
    if !(hasMinorTicks ?? ticks.needsMinor) { ticks.minor = [] }
    return ticks
  }
}

extension EvaluatedPlot {
  /// The scales that a mark is drawn against.
  func scales(of choice: AxisChoice) -> (x: any Scale, y: any Scale) {
    switch choice {
    case .first: (x.scale, y.scale)
    case .x2: (x2?.scale ?? x.scale, y.scale)
    case .y2: (x.scale, y2?.scale ?? y.scale)
    }
  }

  /// The one color of all marks on some axes; `nil` if they have several.
  func color(of choice: AxisChoice, in theme: Theme) -> Color? {
    let colors = marks.filter { $0.axes == choice }.flatMap { $0.appearances(in: theme).map(\.color) }
    guard let first = colors.first, colors.allSatisfy({ $0 == first }) else { return nil }
    return first
  }
}
