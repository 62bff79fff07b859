import Geometry
import Glibc
import MathCore
import TestSupport

/// A scene of random marks with labels, the same for a number in every run: as numbers, which a checker knows
/// without asking the figure, and as the scene file that says them.
struct RandomScene {
  /// A mark with its numbers in data units, and the labels that it must show.
  enum Mark {
    case point(DataPoint, label: String)
    case vector(from: DataPoint, to: DataPoint, label: String)
    /// `height + amplitude · sin(frequency · x + phase)`
    case curve(height: Double, amplitude: Double, frequency: Double, phase: Double, label: String)
    case path([DataPoint], hasDots: Bool, label: String)
    case groups([[DataPoint]], names: [String])
    case bars([Double], values: [String])
    case text(DataPoint, String)
    case contours
  }

  let number: Int
  private(set) var marks: [Mark] = []
  /// The domains; bars have bands instead of that of x.
  let x = 0.0...12.0
  let y = 0.0...8.0
  private(set) var hasBands = false
  private var generator: SplitMix64
  /// What stands where so far: authors put their texts where nothing is.
  private var taken: [DataPoint] = []
  private var wordCount = 0

  private static let words = [
    "a", "start", "minimum", "class", "the mean", "w", "support vector", "first step", "here", "saddle point",
    "bias",
    "loss", "outlier", "prior", "it ends here", "x",
  ]

  init(_ number: Int) {
    self.number = number
    generator = SplitMix64(seed: UInt64(number))
    hasBands = number % 5 == 4
    if hasBands { addBars() } else { addLines() }
    let pointCount = Int.random(in: hasBands ? 3...6 : 5...12, using: &generator)
    for _ in 0..<min(pointCount, 19 - labels.count) { addPoint() }
    if Int.random(in: 0..<2, using: &generator) == 0 { addText() }
  }

  /// How many labels the scene asks for, contour numbers not counted.
  var labels: [String] {
    marks.flatMap { mark -> [String] in
      switch mark {
      case .point(_, let label), .vector(_, _, let label), .curve(_, _, _, _, let label),
        .path(_, _, let label),
        .text(_, let label):
        [label]
      case .groups(_, let names): names
      case .bars(_, let values): values
      case .contours: []
      }
    }
  }

  private mutating func word() -> String {
    wordCount += 1
    return "\(Self.words[Int.random(in: 0..<Self.words.count, using: &generator)]) \(wordCount)"
  }

  private mutating func random(_ range: ClosedRange<Double>) -> Double {
    (Double.random(in: range, using: &generator) * 1000).rounded() / 1000
  }

  private mutating func point(within margin: Double = 0.4) -> DataPoint {
    DataPoint(
      x: random(x.lowerBound + margin...x.upperBound - margin),
      y: random(y.lowerBound + margin...y.upperBound - margin))
  }

  private mutating func addPoint() {
    let place = hasBands ? DataPoint(x: random(0...5), y: random(4.5...7.6)) : point()
    taken.append(place)
    marks.append(.point(place, label: word()))
  }

  private mutating func addBars() {
    let heights = (0..<6).map { _ in random(0.5...4) }
    // Values as the scene's format writes them; all differ, so that each label has its name.
    let values = heights.map { height in
      let text = "\(height)"
      return text + String(repeating: "0", count: 5 - text.count)
    }
    marks.append(.bars(heights, values: values))
  }

  private mutating func addLines() {
    if number % 4 == 1 { marks.append(.contours) }
    if number % 3 == 0 { addGroups() }
    for _ in 0..<Int.random(in: 0...2, using: &generator) {
      marks.append(
        .curve(
          height: random(1.5...6.5), amplitude: random(0.2...1.3), frequency: random(0.2...1.2),
          phase: random(0...6),
          label: word()))
    }
    for _ in 0..<Int.random(in: 0...3, using: &generator) {
      let (start, end) = (point(), point())
      taken += [start, end]
      marks.append(.vector(from: start, to: end, label: word()))
    }
    if Int.random(in: 0..<2, using: &generator) == 0 {
      let points = (0..<Int.random(in: 3...6, using: &generator)).map { _ in point() }
      marks.append(.path(points, hasDots: Int.random(in: 0..<2, using: &generator) == 0, label: word()))
    }
  }

  private mutating func addGroups() {
    let groups = (0..<Int.random(in: 2...3, using: &generator)).map { _ -> [DataPoint] in
      let middle = point(within: 2)
      let spread = random(0.2...0.6)
      return (0..<Int.random(in: 12...25, using: &generator)).map { _ in
        // The sum of uniform numbers is nearly normal.
        let (u, v) = (random(-1...1) + random(-1...1), random(-1...1) + random(-1...1))
        return DataPoint(x: middle.x + spread * u * 1.2, y: middle.y + spread * v)
      }
    }
    marks.append(.groups(groups, names: groups.map { _ in word() }))
  }

  /// A text off everything: authors look where they write.
  private mutating func addText() {
    for _ in 0..<40 {
      let place = hasBands ? DataPoint(x: random(0.5...4.5), y: random(4.8...7.4)) : point(within: 1)
      if distance(from: place) > 1.1 {
        marks.append(.text(place, word()))
        return
      }
    }
  }

  private func distance(from place: DataPoint) -> Double {
    func distance(_ point: DataPoint) -> Double { hypot((point.x - place.x) / 1.6, point.y - place.y) }
    return (taken + lines.joined()).map(distance).min() ?? .infinity
  }

  /// Every line and point of the subject, in data units, finely enough.
  var lines: [[DataPoint]] {
    marks.flatMap { mark -> [[DataPoint]] in
      switch mark {
      case .point, .text, .contours, .bars: []
      case .vector(let start, let end, _): [between(start, end)]
      case .curve(let height, let amplitude, let frequency, let phase, _):
        [
          (0...300).map { i in
            let x = x.lowerBound + (x.upperBound - x.lowerBound) * Double(i) / 300
            return DataPoint(x: x, y: height + amplitude * sin(frequency * x + phase))
          }
        ]
      case .path(let points, _, _): zip(points, points.dropFirst()).map { between($0, $1) }
      case .groups(let groups, _): groups
      }
    }
  }

  private func between(_ start: DataPoint, _ end: DataPoint) -> [DataPoint] {
    (0...20).map { i in
      DataPoint(
        x: start.x + (end.x - start.x) * Double(i) / 20, y: start.y + (end.y - start.y) * Double(i) / 20)
    }
  }
}
