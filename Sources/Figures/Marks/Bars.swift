import Diagnostics
import Drawing
import Expressions
import Formulas
import Geometry
import SceneFiles

/// One bar per value, such as the probabilities of a softmax.
struct Bars: Mark {
  private let subject: Expression
  private let names: [LabelTemplate]?
  private let format: LocatedText?
  private let colors: [ColorChoice]
  var style: MarkStyle
  private let location: SourceLocation

  static let traits = MarkTraits(labelsMayLeavePanel: true)
  static let pictureKind: String? = "a bar chart"

  /// More bars than a slide has pixels across help nobody.
  private static let limit = 2000

  init(_ fields: inout Fields) throws(Diagnostic) {
    subject = try fields.subject()
    names = try fields.templates("names")
    format = try fields.text("values")
    colors = try fields.colors("colors")
    style = try MarkStyle(&fields)
    location = fields.location
  }

  struct Numbers: Sendable {
    var heights: [Double]
    /// Names of the bars as label sources.
    var names: [LocatedText]
    /// The values as text, or nothing.
    var values: [Label?]
  }

  func evaluate(in context: EvaluationContext) throws(Diagnostic) -> Numbers {
    let place = subject.source.start
    let heights = try subject.evaluate(in: context.scope).vector(of: "bars", at: place)
    guard 1...Self.limit ~= heights.count else {
      throw Diagnostic("bars: expected 1 to \(Self.limit) values, found \(heights.count)", at: place)
    }
    guard heights.contains(where: \.isFinite) else {
      throw Diagnostic("bars: every value of '\(subject.source.text)' is undefined", at: place)
    }
    var labels = heights.indices.map { LocatedText("\($0 + 1)") }
    if let names {
      guard names.count == heights.count else {
        throw Diagnostic(
          "names: expected as many as there are bars, \(heights.count), found \(names.count)", at: location)
      }
      labels = try names.map { name throws(Diagnostic) in try name.evaluate(in: context.scope).text }
    }
    let values = try heights.map { height throws(Diagnostic) -> Label? in
      guard let format, height.isFinite else { return nil }
      return try Label(parsing: LocatedText(try formatted(.number(height), spec: format, as: .label)))
    }
    return Numbers(heights: heights, names: labels, values: values)
  }

  func extent(of numbers: Numbers) -> Extent {
    Extent(
      x: AxisExtent(-0.5...Double(numbers.heights.count) - 0.5, bands: numbers.names),
      y: AxisExtent(of: numbers.heights, standingOnZero: true))
  }

  /// A bar's rectangle on the page; `nil` for a height that is undefined or not on the axis.
  private func rect(_ index: Int, _ height: Double, on panel: Panel) -> Rect? {
    guard height.isFinite else { return nil }
    let canvas = panel.canvas
    let left = canvas.crisp(panel.place(x: Double(index) - 0.33))
    let right = canvas.crisp(panel.place(x: Double(index) + 0.33))
    let (base, top) = (canvas.crisp(panel.footY), panel.place(y: height))
    guard top.isFinite else { return nil }
    return Rect(minX: left, minY: min(base, top), maxX: right, maxY: max(base, top))
  }

  func appearances(of numbers: Numbers, in theme: Theme) -> [Appearance] {
    numbers.names.indices.map { color(of: $0).appearance(named: nil, as: .area, in: theme) }
  }

  func block(_ numbers: Numbers, on panel: Panel, in obstacles: inout ObstacleMap) {
    for (index, height) in numbers.heights.enumerated() {
      obstacles.owner.part = index
      if let rect = rect(index, height, on: panel) { obstacles.add(rect, .heavy) }
    }
  }

  /// Bars that are told one by one; of more, the ends and the extremes.
  private static let spokenLimit = 16

  func summary(of numbers: Numbers) -> [String] {
    let spoken = SpokenNumbers(of: numbers.heights)
    func bar(_ index: Int) -> String {
      let name = (try? Label(parsing: numbers.names[index]))?.spoken() ?? numbers.names[index].text
      return "\(name) \(numbers.values[index]?.spoken() ?? spoken.spell(numbers.heights[index]))"
    }
    let count = numbers.heights.count == 1 ? "1 bar" : "\(numbers.heights.count) bars"
    let indices = numbers.heights.indices.filter { numbers.heights[$0].isFinite }
    guard indices.count > Self.spokenLimit else { return ["\(count): \(listed(indices.map(bar)))"] }
    let sorted = indices.sorted { (numbers.heights[$0], $1) < (numbers.heights[$1], $0) }
    return [
      "\(count) from \(bar(0)) to \(bar(numbers.heights.count - 1)), the highest \(bar(sorted[sorted.count - 1])), "
        + "the lowest \(bar(sorted[0]))"
    ]
  }

  func labels(of numbers: Numbers, on panel: Panel) -> [LabelRequest] {
    let size = valueSize(numbers, on: panel)
    return zip(numbers.heights, numbers.values).enumerated().compactMap { index, pair in
      guard let label = pair.1, let rect = rect(index, pair.0, on: panel) else { return nil }
      let block = panel.press.typeset(
        label, size: size, color: color(of: index).color(in: panel.theme))
      let gap = panel.canvas.type.label * 0.35
      let y = pair.0 < 0 ? rect.maxY + gap - block.ink.minY : rect.minY - gap - block.ink.maxY
      // Numbers wider than their bars stand on two levels.
      let up = pair.0 < 0 ? block.ink.height + gap : -block.ink.height - gap
      let candidates = [0.0, 1, 2].map { level in
        LabelRequest.Candidate(
          origin: Point(x: rect.midX - block.width / 2, y: y + up * level), cost: level * 20)
      }
      return LabelRequest(
        block: block, candidates: candidates, part: index, padding: 0,
        bounds: panel.frame.outset(by: panel.canvas.type.label * 1.5), hasHalo: false)
    }
  }

  /// As large as suits the canvas, and as fits side by side.
  private func valueSize(_ numbers: Numbers, on panel: Panel) -> Double {
    let type = panel.canvas.type
    let widest =
      numbers.values.lazy.compactMap { $0 }.map { panel.press.typeset($0, size: type.label).ink.width }.max()
      ?? 0
    let room = abs(panel.place(x: 1) - panel.place(x: 0)) - type.label * 0.4
    return max(min(type.label, type.label * room / max(widest, 1)), type.tick * 0.8)
  }

  func draw(
    _ numbers: Numbers, labels: [PlacedLabel], on panel: Panel, into list: inout DisplayList
  ) {
    for (index, height) in numbers.heights.enumerated() {
      if let rect = rect(index, height, on: panel) {
        list.fill(Path(rect), color(of: index).color(in: panel.theme))
      }
    }
  }

  private func color(of index: Int) -> ColorChoice {
    colors.isEmpty ? style.color ?? .role(.probability) : colors[index % colors.count]
  }
}
