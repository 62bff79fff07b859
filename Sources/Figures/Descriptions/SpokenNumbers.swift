import Diagnostics
import Expressions
import Glibc
import MathCore

/// Spells the numbers of one quantity for a listener: rounded to a fiftieth to a five-hundredth of the range in
/// which they lie, as finely as one reads them off an axis.
struct SpokenNumbers {
  /// What is rounded to: ten to this power; `nil` for three digits of each number.
  private let power: Int?

  /// `range` is what the quantity runs through; one number alone keeps three digits.
  init(over range: ClosedRange<Double>) {
    // Halves, so that a range of ±1e308 has a finite width.
    let width = (range.upperBound / 2 - range.lowerBound / 2) / 250
    let size = max(abs(range.lowerBound), abs(range.upperBound))
    if width > 0, width.isFinite {
      power = Int(log10(width).rounded(.up))
    } else {
      power = size > 0 && size.isFinite ? Int(log10(size).rounded(.down)) - 2 : 0
    }
  }

  /// Takes the range of the finite numbers among them.
  ///
  /// Positive numbers of very different size, as on a logarithmic axis, keep three digits each.
  init(of values: some Sequence<Double>) {
    let range = AxisExtent(of: values)?.range ?? 0...0
    let isGeometric = range.lowerBound > 0 && range.upperBound / range.lowerBound > 1000
    self = isGeometric ? SpokenNumbers(power: nil) : SpokenNumbers(over: range)
  }

  private init(power: Int?) { self.power = power }

  /// A number as it is read, such as `−1.8` or `1.2 × 10⁸`.
  func spell(_ value: Double) -> String {
    guard value.isFinite else { return value.isNaN ? "undefined" : value > 0 ? "infinity" : "minus infinity" }
    // A whole number that is no longer than others is said in full.
    if value.rounded() == value, abs(value) < 1e6 { return text(value, decimals: 0) }
    guard let power else { return SpokenNumbers.spell(value) }
    let unit = pow(10, Double(power))
    let rounded = unit > 0 ? (value / unit).rounded() * unit : value
    guard rounded.isFinite, rounded != 0 else { return rounded == 0 ? "0" : text(value, digits: 3) }
    let isPlain = abs(rounded) < 1e6 && power >= -6
    return isPlain ? text(rounded, decimals: max(0, -power)) : text(rounded, digits: 3)
  }

  private func text(_ value: Double, decimals: Int) -> String {
    var text = (try? formatted(.number(value), spec: LocatedText(".\(decimals)f"), as: .label)) ?? "\(value)"
    while decimals > 0, text.last == "0" || text.last == "." {
      let isPoint = text.removeLast() == "."
      if isPoint { break }
    }
    return text == "\u{2212}0" ? "0" : text
  }

  private func text(_ value: Double, digits: Int) -> String {
    (try? formatted(.number(value), spec: LocatedText(".\(digits)g"), as: .label)) ?? "\(value)"
  }
}

extension SpokenNumbers {
  /// A number that stands alone, with three digits.
  static func spell(_ value: Double) -> String { SpokenNumbers(of: [value]).spell(value) }

  /// A share such as a probability, in percent.
  static func percent(_ share: Double) -> String { SpokenNumbers(over: 0...50).spell(share * 100) + "%" }
}

/// Spells points of the plane as pairs of coordinates.
struct SpokenPoints {
  let x: SpokenNumbers
  let y: SpokenNumbers

  /// Coordinates are rounded by how far these points lie apart.
  init(_ points: some Sequence<DataPoint>) {
    x = SpokenNumbers(of: points.map(\.x))
    y = SpokenNumbers(of: points.map(\.y))
  }

  /// `(−1.8, 2)`, or `the origin`.
  func spell(_ point: DataPoint) -> String {
    let (x, y) = (x.spell(point.x), y.spell(point.y))
    return x == "0" && y == "0" ? "the origin" : "(\(x), \(y))"
  }

  /// A point that stands alone, with three digits of its larger coordinate.
  static func spell(_ point: DataPoint) -> String {
    let numbers = SpokenNumbers(of: [max(abs(point.x), abs(point.y))])
    return SpokenPoints(x: numbers, y: numbers).spell(point)
  }

  private init(x: SpokenNumbers, y: SpokenNumbers) {
    self.x = x
    self.y = y
  }
}
