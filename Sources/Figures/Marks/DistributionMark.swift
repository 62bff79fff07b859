import Diagnostics
import Drawing
import Expressions
import Formulas
import Geometry
import MathCore
import SceneFiles

/// The density of a distribution, with stretches of the axis shaded under it; the probabilities of a discrete
/// one as stems.
struct DistributionMark: Mark {
  private let subject: Expression
  private let shades: [Expression]
  private let label: LabelTemplate?
  var style: MarkStyle

  private static let resolution = 801
  /// More stems than a slide has room for.
  private static let stemLimit = 1000

  init(_ fields: inout Fields) throws(Diagnostic) {
    subject = try fields.subject()
    shades = try fields.expressions("shade")
    label = try fields.template("label")
    style = try MarkStyle(&fields)
  }

  struct Numbers: Sendable {
    var points: [DataPoint]
    var isDiscrete: Bool
    /// For each shaded interval, the density over it, or the stems within it.
    var shades: [[DataPoint]]
    var domain: ClosedRange<Double>
    var label: Label?

    /// A point on the right flank, half way down.
    var flank: DataPoint {
      let top = points.indices.max { points[$0].y < points[$1].y } ?? 0
      return points[top...].first { $0.y <= points[top].y / 2 } ?? points[top]
    }
    var distribution: any Distribution
    /// What kind of distribution that is, such as `a normal distribution`.
    var kind: String
    /// What is shaded, as the scene says it.
    var intervals: [ClosedRange<Double>]
  }

  static let pictureKind: String? = "a graph of a probability distribution"

  func evaluate(in context: EvaluationContext) throws(Diagnostic) -> Numbers {
    let location = subject.source.start
    let value = try subject.evaluate(in: context.scope)
    let distribution = try value.distribution(of: "distribution", at: location)
    // All but a thousandth of the probability, unless the axis says otherwise.
    let (low, high) = (distribution.quantile(at: 0.0005), distribution.quantile(at: 0.9995))
    let margin = distribution.isDiscrete ? 0.5 : 0
    guard let domain = context.x?.domain ?? (low <= high ? low - margin...high + margin : nil) else {
      throw Diagnostic(
        "distribution: '\(subject.source.text)' is undefined (NaN) everywhere", at: location)
    }
    let atoms = distribution.isDiscrete ? distribution.atoms(in: domain, upTo: Self.stemLimit) : []
    guard let atoms else {
      throw Diagnostic(
        "distribution: more than \(Self.stemLimit) numbers have a probability here", at: location,
        help: "give the axis a smaller domain, or draw a continuous distribution that is near it")
    }
    func points(over range: ClosedRange<Double>) -> [DataPoint] {
      let xs =
        distribution.isDiscrete
        ? atoms.filter(range.contains) : context.samples(Self.resolution, ofX: range)
      return xs.map { DataPoint(x: $0, y: distribution.density(at: $0)) }
    }
    let intervals = try shades.map { shade throws(Diagnostic) in
      let ends = try shade.point(of: "shade", in: context.scope)
      guard ends.x <= ends.y else {
        throw Diagnostic(
          "shade: expected two numbers, the smaller first, found \(shade.source.text)",
          at: shade.source.start)
      }
      return ends.x...ends.y
    }
    return Numbers(
      points: points(over: domain), isDiscrete: distribution.isDiscrete,
      shades: intervals.map { points(over: $0.clamped(to: domain)) },
      domain: domain, label: try label?.evaluate(in: context.scope), distribution: distribution,
      kind: value.distributionKind, intervals: intervals)
  }

  func extent(of numbers: Numbers) -> Extent {
    var x = AxisExtent(of: [numbers.domain.lowerBound, numbers.domain.upperBound])
    x?.isLowTight = true
    x?.isHighTight = true
    return Extent(x: x, y: AxisExtent(of: numbers.points.lazy.map(\.y), standingOnZero: true))
  }

  func appearances(of numbers: Numbers, in theme: Theme) -> [Appearance] {
    var appearance = style.appearance(
      named: numbers.label, as: .line(style.dash(in: theme, else: .probability)), in: theme,
      else: .probability, weight: LineWeight(.bold))
    if numbers.isDiscrete { appearance.pointMarker = .dot }
    return [appearance]
  }

  func summary(of numbers: Numbers) -> [String] {
    let distribution = numbers.distribution
    let x = SpokenNumbers(over: numbers.domain)
    var phrase = "\(numbers.isDiscrete ? "the probabilities" : "the density") of \(numbers.kind)"
    phrase += numbers.label.spokenName
    let (mean, spread) = (distribution.mean, distribution.variance.squareRoot())
    if mean.isFinite { phrase += ", with mean \(x.spell(mean))" }
    if mean.isFinite, spread.isFinite { phrase += " and standard deviation \(x.spell(spread))" }
    if let top = numbers.points.filter(\.isFinite).max(by: { $0.y < $1.y }) {
      phrase += ", highest at \(x.spell(top.x)) with \(SpokenNumbers.spell(top.y))"
    }
    return [phrase]
      + numbers.intervals.map { interval in
        let (low, high) = (interval.lowerBound, interval.upperBound)
        // Of a discrete distribution, the low end belongs to the interval.
        let below =
          distribution.cumulative(at: low) - (distribution.isDiscrete ? distribution.density(at: low) : 0)
        let share = SpokenNumbers.percent(distribution.cumulative(at: high) - below)
        return "shading from \(x.spell(low)) to \(x.spell(high)), \(share) of the probability"
      }
  }

  func block(_ numbers: Numbers, on panel: Panel, in obstacles: inout ObstacleMap) {
    guard numbers.isDiscrete else {
      let foot = panel.place(y: 0)
      for shade in numbers.shades {
        // In a few strips, each as high as the density is where it begins.
        let strip = max(1, shade.count / 24)
        for index in stride(from: 0, to: shade.count - strip, by: strip) {
          let (left, right) = (panel.place(shade[index]), panel.place(shade[index + strip]))
          obstacles.add(Rect(minX: left.x, minY: left.y, maxX: right.x, maxY: foot), .light)
        }
      }
      obstacles.add(
        polyline: panel.places(of: numbers.points), width: panel.canvas.lines.bold * 1.5, .solid)
      return
    }
    for point in numbers.points {
      let ends = [panel.foot(below: point), panel.place(point)]
      obstacles.add(polyline: ends, width: panel.canvas.lines.bold * 2, .solid)
    }
  }

  func labels(of numbers: Numbers, on panel: Panel) -> [LabelRequest] {
    guard let label = numbers.label, !numbers.points.isEmpty else { return [] }
    let color = style.color(in: panel.theme, else: .probability)
    let block = panel.press.typeset(label, size: panel.canvas.type.label, color: color)
    return [
      LabelRequest(
        block: block, candidates: places(of: block, panel.places(of: numbers.points), on: panel), padding: 2,
        bounds: panel.frame.inset(by: 3), anchor: panel.place(numbers.flank), isName: true)
    ]
  }

  /// Beside the flanks, the right one first, where the density has fallen to about two thirds; then over the top.
  private func places(
    of block: TextBlock, _ points: [Point], on panel: Panel
  ) -> [LabelRequest.Candidate] {
    guard let top = points.indices.filter({ points[$0].isFinite }).min(by: { points[$0].y < points[$1].y })
    else { return [] }
    let gap = panel.canvas.type.label * 0.5
    let (foot, peak) = (panel.place(y: 0), points[top])
    var candidates: [LabelRequest.Candidate] = []
    for share in [0.7, 0.6, 0.8, 0.5, 0.4, 0.9, 0.3] {
      let height = foot + (peak.y - foot) * share
      let right = points[top...].first { $0.y >= height }
      let left = points[...top].last { $0.y >= height }
      let cost = abs(share - 0.7) * 30
      for (rank, (point, side)) in [(right, 1.0), (left, -1.0)].enumerated() {
        guard let point else { continue }
        let toward = Vector(x: side, y: -0.3).normalized
        candidates.append(
          LabelRequest.Candidate(
            block, beside: point, towards: toward, distance: gap, cost: cost + Double(rank) * 6))
      }
    }
    return candidates
      + LabelRequest.around(peak, block, distance: gap).map {
        LabelRequest.Candidate(origin: $0.origin, cost: $0.cost + 6, anchor: peak)
      }
  }

  func draw(
    _ numbers: Numbers, labels: [PlacedLabel], on panel: Panel, into list: inout DisplayList
  ) {
    let color = style.color(in: panel.theme, else: .probability)
    if numbers.isDiscrete {
      drawStems(numbers, color, on: panel, into: &list)
      return
    }
    // Nested stretches add up: the inmost is the strongest.
    for shade in numbers.shades {
      guard let first = shade.first, let last = shade.last else { continue }
      let foot = [panel.foot(below: last), panel.foot(below: first)]
      let area = (panel.places(of: shade) + foot).filter(\.isFinite)
      list.fill(Path(polyline: area, closed: true), color.opacity(0.17))
    }
    var line = Path()
    for run in panel.places(of: numbers.points).split(whereSeparator: { !$0.isFinite }) {
      line.append(polyline: run)
    }
    list.stroke(line, style.line(panel.canvas.lines.bold, in: panel.theme, else: .probability))
  }

  /// A stem with a dot for each number; where some are shaded, the others are pale.
  private func drawStems(
    _ numbers: Numbers, _ color: Color, on panel: Panel, into list: inout DisplayList
  ) {
    let shaded = Set(numbers.shades.joined().map(\.x))
    // Neighbors keep apart.
    let places = numbers.points.map { panel.place($0).x }
    let room = zip(places.dropFirst(), places).map { $0 - $1 }.min() ?? .infinity
    let stroke = style.stroke(min(panel.canvas.lines.bold, room * 0.4), color, cap: .butt)
    var (full, pale): ([DisplayItem], [DisplayItem]) = ([], [])
    for point in numbers.points where point.isFinite {
      let (foot, tip) = (panel.foot(below: point), panel.place(point))
      guard tip.isFinite else { continue }
      let dot = Path(circle: tip, radius: min(stroke.width * 1.5, room * 0.4))
      let items: [DisplayItem] = [
        .path(Path(polyline: [foot, tip]), fill: nil, stroke: stroke), .path(dot, fill: color, stroke: nil),
      ]
      if numbers.shades.isEmpty || shaded.contains(point.x) { full += items } else { pale += items }
    }
    // Faded together, so that a dot does not show the stem beneath it.
    if !pale.isEmpty { list.append(.group(DisplayGroup(pale, opacity: 0.35))) }
    for item in full { list.append(item) }
  }
}
