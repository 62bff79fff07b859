import Diagnostics
import Drawing
import Expressions
import Formulas
import Geometry
import MathCore
import SceneFiles

/// Level lines of a function of two variables, with the bands between them filled if asked.
struct Contours: Mark {
  private let subject: FunctionSubject
  private let levels: Expression?
  private let spacing: ContourLevels.Spacing
  private let isFilled: Bool
  private let ramp: RampChoice
  private let isNumbered: Bool
  private let resolution: Int
  private let bar: ColorBarDescription?
  var style: MarkStyle

  static let traits = MarkTraits(sampling: .overPlane, level: -2)
  static let pictureKind: String? = "a contour plot"

  init(_ fields: inout Fields) throws(Diagnostic) {
    subject = try fields.function(of: ["x", "y"])
    levels = try fields.expression("levels")
    spacing = try fields.word("spacing", among: ContourLevels.spacings) ?? .linear
    isFilled = try fields.boolean("fill") ?? false
    ramp = try fields.ramp("ramp", isFilled: isFilled)
    isNumbered = try fields.boolean("numbers") ?? true
    resolution = try fields.integer("resolution", in: 2...4000) ?? 400
    bar = try fields.colorBar("colorbar", unlessSaid: isFilled)
    style = try MarkStyle(&fields)
  }

  struct Numbers: Sendable {
    /// Ascending, strictly between the smallest and the largest value.
    var levels: [Double]
    var names: [String]
    /// For each level.
    var lines: [[ContourLine]]
    /// For each level, rings around where the function is at least as high.
    var regions: [[ContourLine]]
    /// Rings around where the function is defined at all.
    var ground: [ContourLine]
    var barLabel: Label?
    var extremes: FieldExtremes
  }

  func evaluate(in context: EvaluationContext) throws(Diagnostic) -> Numbers {
    let location = subject.location
    let grid = try sample(in: context, at: location)
    // The lines of an enlarged part are those of the whole.
    let whole = try context.ofWhole.map { whole throws(Diagnostic) in try sample(in: whole, at: location) }
    guard let extremes = FieldExtremes(of: whole ?? grid) else {
      throw Diagnostic(
        "contours: '\(subject.source)' is undefined (NaN) everywhere in the domain", at: location)
    }
    let choice = try choice(in: context.scope)
    let levels = ContourLevels(choice, spacing, over: context.range ?? extremes.range).values
    return Numbers(
      levels: levels,
      names: try levels.map { level throws(Diagnostic) in try formatted(.number(level), spec: nil, as: .label)
      },
      lines: grid.contourLines(at: levels),
      regions: isFilled ? grid.contourRegions(at: levels) : [],
      ground: isFilled ? grid.contourRegions(at: [-.infinity]).first ?? [] : [],
      barLabel: try bar?.label?.evaluate(in: context.scope), extremes: extremes)
  }

  private func choice(in scope: Scope) throws(Diagnostic) -> ContourLevels.Choice {
    try levels.map { expression throws(Diagnostic) in try ContourLevels.Choice(expression, in: scope) }
      ?? .count(12)
  }

  /// Of a coarse grid: levels are round numbers, and films have hundreds of pictures.
  func range(in context: EvaluationContext) throws(Diagnostic) -> ClosedRange<Double>? {
    guard case .count = try choice(in: context.scope) else { return nil }
    let grid = try sample(in: context, resolution: min(resolution, 100), at: subject.location)
    return FieldExtremes(of: grid)?.range
  }

  private func sample(
    in context: EvaluationContext, at location: SourceLocation?
  ) throws(Diagnostic) -> ScalarGrid { try sample(in: context, resolution: resolution, at: location) }

  private func sample(
    in context: EvaluationContext, resolution: Int, at location: SourceLocation?
  ) throws(Diagnostic) -> ScalarGrid {
    let x = try context.sampledX(for: "contours", at: location)
    let y = try context.sampledY(for: "contours", at: location)
    // Where units are equal the cells come out square; a flat domain keeps half the rows.
    let (across, up) = (x.domain, y.domain)
    let isLinear = x.isLinear && y.isLinear
    let aspect = isLinear ? (up.upperBound - up.lowerBound) / (across.upperBound - across.lowerBound) : 1
    // The quotient of two widths beyond the largest number is NaN, which is no more than 0.5 either.
    let rows = max(2, Int(Double(resolution) * (aspect > 0.5 ? min(aspect, 1) : 0.5)))
    let function = try subject.compiled(for: "contours", points: resolution * rows, in: context.scope)
    guard function.outputCount == 1 else {
      throw Diagnostic(
        "contours: expected one value a point, found \(function.outputCount)", at: location,
        help: "level lines need a function such as L(w1, w2); its gradient is drawn by 'arrows'")
    }
    let (xs, ys) = (x.samples(resolution), y.samples(rows))
    return ScalarGrid(xs: xs, ys: ys, values: function.onGrid(columns: xs, rows: ys)[0])
  }

  /// Contours show the domain that others ask for.
  func extent(of numbers: Numbers) -> Extent { Extent() }

  func colorBar(of numbers: Numbers) -> ColorBar? {
    bar.map { colors(of: numbers, at: $0.place) }
  }

  private func colors(of numbers: Numbers, at place: ColorBar.Place = .right) -> ColorBar {
    ColorBar(levels: numbers.levels, limits: numbers.names, label: numbers.barLabel, ramp: ramp, place: place)
  }

  func block(_ numbers: Numbers, on panel: Panel, in obstacles: inout ObstacleMap) {
    for (level, lines) in numbers.lines.enumerated() {
      obstacles.owner.part = level
      for line in lines {
        let points = panel.places(of: line.points)
        obstacles.add(
          polyline: line.isClosed ? points + points.prefix(1) : points,
          width: panel.canvas.lines.thin * style.width, .light)
      }
    }
  }

  func summary(of numbers: Numbers) -> [String] {
    let name = numbers.barLabel?.spoken() ?? shortened(subject.source, to: 80)
    guard numbers.levels.count > 2 else {
      return numbers.levels.isEmpty
        ? []
        : ["the \(numbers.levels.count == 1 ? "line" : "lines") on which \(name) is \(listed(numbers.names))"]
    }
    return [
      "\(numbers.levels.count) level lines of \(name)\(isFilled ? " with colored bands between them" : ""), "
        + numbers.extremes.spoken
    ]
  }

  func labels(of numbers: Numbers, on panel: Panel) -> [LabelRequest] {
    isNumbered ? ContourNumbers(numbers, on: panel, color: numberColor(on: panel)).requests : []
  }

  func draw(
    _ numbers: Numbers, labels: [PlacedLabel], on panel: Panel, into list: inout DisplayList
  ) {
    if isFilled { fill(numbers, on: panel, into: &list) }
    let color = style.color?.color(in: panel.theme) ?? panel.theme.ramp(ramp).line
    for (level, lines) in numbers.lines.enumerated() {
      let gaps = labels.filter { $0.part == level }
        .map { $0.ink.outset(by: ContourNumbers.padding(on: panel)) }
      var path = Path()
      for line in lines {
        let points = panel.places(of: line.points)
        if gaps.isEmpty {
          path.append(polyline: points, closed: line.isClosed)
        } else {
          for piece in LineCutter(gaps).pieces(of: points, isClosed: line.isClosed) {
            path.append(polyline: piece)
          }
        }
      }
      let dash = dash(of: numbers.levels[level], in: panel.theme)
      list.stroke(path, style.stroke(panel.canvas.lines.thin, color, dash, cap: .butt))
    }
  }

  private func numberColor(on panel: Panel) -> Color {
    style.color?.color(in: panel.theme) ?? panel.theme.ramp(ramp).number
  }

  /// Where there is no color, dashes tell the levels below zero from those above.
  private func dash(of level: Double, in theme: Theme) -> DashPattern {
    style.dash ?? (theme.isGray && ramp == .diverging && level < 0 ? .dashed : .solid)
  }

  /// Each band is painted as "this level and above", over the one below: no seams between bands.
  private func fill(_ numbers: Numbers, on panel: Panel, into list: inout DisplayList) {
    let bar = colors(of: numbers)
    for (band, rings) in ([numbers.ground] + numbers.regions).enumerated() {
      var path = Path()
      for ring in rings { path.append(polyline: panel.places(of: ring.points), closed: true) }
      list.fill(path, bar.color(of: band, in: panel.theme))
    }
  }
}

extension Fields {
  /// Which ramp colors the bands between lines.
  fileprivate mutating func ramp(_ key: String, isFilled: Bool) throws(Diagnostic) -> RampChoice {
    guard let ramp = try word(key, among: ramps) else { return .sequential }
    guard isFilled else {
      throw Diagnostic(
        "\(subject(key)) colors the bands between lines, which are not filled", at: node(key)?.location,
        help: "add fill: true")
    }
    return ramp
  }
}
