import Diagnostics
import Drawing
import Expressions
import Geometry
import Glibc
import MathCore
import SceneFiles

/// A field of arrows, such as the gradients of a loss, on a grid over the plane.
struct Arrows: Mark {
  /// How an arrow's length follows that of its vector.
  enum Length: Hashable, Sendable {
    case linear
    /// By the square root, so that short vectors stay visible beside long ones.
    case squareRoot
    /// All equally long: directions only.
    case equal
  }

  private static let lengths = Catalogue<Length>(
    "length", ["linear": .linear, "square-root": .squareRoot, "equal": .equal])

  private let subject: FunctionSubject
  private let grid: Expression?
  private let length: Length
  var style: MarkStyle

  static let traits = MarkTraits(sampling: .overPlane, prefersEqualUnits: true)
  static let pictureKind: String? = "a field of arrows"

  init(_ fields: inout Fields) throws(Diagnostic) {
    subject = try fields.function(of: ["x", "y"])
    grid = try fields.expression("grid")
    length = try fields.word("length", among: Self.lengths) ?? .linear
    style = try MarkStyle(&fields)
  }

  struct Numbers: Sendable {
    /// Middles of the arrows.
    var places: [DataPoint]
    /// The field's values there, in data units.
    var vectors: [DataPoint]
    /// The sides of the grid's cells, in data units.
    var cell: DataPoint
    var columns: Int
    var rows: Int
    /// The length of the longest vector, in a film that of all its pictures.
    var longest: Double
  }

  func range(in context: EvaluationContext) throws(Diagnostic) -> ClosedRange<Double>? {
    length == .equal ? nil : 0...(try evaluate(in: context).longest)
  }

  func evaluate(in context: EvaluationContext) throws(Diagnostic) -> Numbers {
    let location = subject.location
    let x = try context.sampledX(for: "arrows", at: location)
    let y = try context.sampledY(for: "arrows", at: location)
    let (columns, rows) = try gridSize(in: context.scope)
    let function = try subject.compiled(for: "arrows", points: columns * rows, in: context.scope)
    guard function.outputCount == 2 else {
      throw Diagnostic(
        "arrows: expected a vector of two numbers a point, found \(function.outputCount)", at: location,
        help: "the gradient of a function of two variables is such a field: grad(L)")
    }
    let (xs, width) = cells(columns, along: x)
    let (ys, height) = cells(rows, along: y)
    let values = function.onGrid(columns: xs, rows: ys)
    let vectors = zip(values[0], values[1]).map { DataPoint(x: $0, y: $1) }
    let lengths = vectors.map { hypot($0.x, $0.y) }.filter(\.isFinite)
    guard let longest = lengths.max() else {
      throw Diagnostic(
        "arrows: '\(subject.source)' is undefined (NaN) everywhere in the domain", at: location)
    }
    let places = ys.flatMap { y in xs.map { DataPoint(x: $0, y: y) } }
    return Numbers(
      places: places, vectors: vectors, cell: DataPoint(x: width, y: height), columns: columns, rows: rows,
      longest: context.range?.upperBound ?? longest)
  }

  /// The middles of cells that are equally long on the axis, and how wide a cell is in data units (of many
  /// sizes, the smallest).
  private func cells(_ count: Int, along axis: any Scale) -> (middles: [Double], width: Double) {
    let domain = axis.domain
    if axis.isLinear {
      let width = (domain.upperBound - domain.lowerBound) / Double(count)
      return ((0..<count).map { domain.lowerBound + (Double($0) + 0.5) * width }, width)
    }
    let limits = axis.samples(count + 1)
    let width = zip(limits.dropFirst(), limits).map { $0 - $1 }.min() ?? 1
    return ((0..<count).map { axis.value(at: (Double($0) + 0.5) / Double(count)) }, width)
  }

  private func gridSize(in scope: Scope) throws(Diagnostic) -> (columns: Int, rows: Int) {
    guard let grid else { return (16, 10) }
    let location = grid.source.start
    let sizes = try grid.evaluate(in: scope).vector(of: "grid", at: location)
    guard sizes.count == 2, sizes.allSatisfy({ 1...400 ~= $0 && $0 == $0.rounded() }) else {
      throw Diagnostic(
        "grid: expected two whole numbers from 1 to 400, found \(grid.source.text)", at: location,
        help: "write columns and rows: grid: [16, 10]")
    }
    return (Int(sizes[0]), Int(sizes[1]))
  }

  func extent(of numbers: Numbers) -> Extent { Extent() }

  func note(of numbers: Numbers) -> String? {
    switch length {
    case .linear: "arrow length ∝ length of the vector"
    case .squareRoot: "arrow length ∝ square root of the vector's length"
    case .equal: "arrows show directions only"
    }
  }

  func summary(of numbers: Numbers) -> [String] {
    let lengths = numbers.vectors.map { hypot($0.x, $0.y) }
    guard let longest = lengths.filter(\.isFinite).max(), let index = lengths.firstIndex(of: longest) else {
      return []
    }
    let columns = Set(numbers.places.lazy.map(\.x)).count
    let place = SpokenPoints(numbers.places).spell(numbers.places[index])
    return [
      "a field of \(columns) by \(numbers.places.count / max(columns, 1)) arrows of "
        + "\(shortened(subject.source, to: 80)), the longest, \(SpokenNumbers.spell(longest)), at \(place)"
    ]
  }

  func block(_ numbers: Numbers, on panel: Panel, in obstacles: inout ObstacleMap) {
    for (start, end) in arrows(numbers, on: panel) {
      obstacles.add(polyline: [start, end], width: 2, .heavy)
    }
  }

  func appearances(of numbers: Numbers, in theme: Theme) -> [Appearance] {
    [style.appearance(named: nil, as: .arrow(.solid), in: theme, else: .gradient)]
  }

  func draw(
    _ numbers: Numbers, labels: [PlacedLabel], on panel: Panel, into list: inout DisplayList
  ) {
    let color = style.color(in: panel.theme, else: .gradient)
    let width = panel.canvas.lines.thin * 1.3 * style.width
    var shafts = Path()
    var heads = Path()
    for (start, end) in arrows(numbers, on: panel) {
      Arrow(from: start, to: end, width: width, headLength: width * 4.2)
        .append(toShafts: &shafts, heads: &heads)
    }
    list.stroke(shafts, Stroke(color, width: width, cap: .round))
    list.fill(heads, color)
  }

  /// Ends of the arrows on the page; neighbors never overlap, for none is longer than a cell is wide.
  private func arrows(_ numbers: Numbers, on panel: Panel) -> [(start: Point, end: Point)] {
    let limit =
      0.92 * min(panel.frame.width / Double(numbers.columns), panel.frame.height / Double(numbers.rows))
    return zip(numbers.places, numbers.vectors).compactMap { place, vector in
      let share = share(of: hypot(vector.x, vector.y), longest: numbers.longest)
      let center = panel.place(place)
      // The direction on the page is that of a small step in the data.
      let step = numbers.longest > 0 ? 1e-3 / numbers.longest : 0
      let ahead = panel.place(
        DataPoint(
          x: place.x + vector.x * step * numbers.cell.x, y: place.y + vector.y * step * numbers.cell.x))
      let direction = (ahead - center).normalized
      let half = direction * (limit * share / 2)
      guard center.isFinite, half.length > panel.canvas.lines.thin else { return nil }
      return (center - half, center + half)
    }
  }

  /// How long an arrow is, as a share of the longest.
  private func share(of length: Double, longest: Double) -> Double {
    guard longest > 0, length.isFinite, length > 0 else { return 0 }
    return switch self.length {
    case .linear: min(length / longest, 1)
    case .squareRoot: min(length / longest, 1).squareRoot()
    case .equal: 1
    }
  }
}
