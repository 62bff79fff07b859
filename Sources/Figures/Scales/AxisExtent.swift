package import Diagnostics

/// The values that a mark wants to see along one axis.
package struct AxisExtent: Sendable {
  /// An end of the wanted range, and whether the axis may end exactly there.
  package var range: ClosedRange<Double>
  /// Whether no room is left beyond the low end, as below bars that stand on zero.
  package var isLowTight: Bool
  package var isHighTight: Bool
  /// The smallest number above zero, where a logarithmic axis can begin; `nil` if there is none.
  package var leastPositive: Double?
  /// How many numbers are not above zero, and how many there are.
  package var hiddenCount = 0
  package var count = 0
  /// Names of bands as label sources, if the axis is made of bands and not of numbers.
  package var bands: [LocatedText]?

  package init(
    _ range: ClosedRange<Double>, isLowTight: Bool = false, isHighTight: Bool = false,
    bands: [LocatedText]? = nil
  ) {
    self.range = range
    self.isLowTight = isLowTight
    self.isHighTight = isHighTight
    self.bands = bands
    leastPositive = [range.lowerBound, range.upperBound].first { $0 > 0 }
  }

  /// The range of the finite values among them; `nil` if there are none.
  package init?(of values: some Sequence<Double>) {
    var range: ClosedRange<Double>?
    var leastPositive = Double.infinity
    var (count, hiddenCount) = (0, 0)
    for value in values where value.isFinite {
      range = range.map { min($0.lowerBound, value)...max($0.upperBound, value) } ?? value...value
      if value > 0 { leastPositive = min(leastPositive, value) } else { hiddenCount += 1 }
      count += 1
    }
    guard let range else { return nil }
    self.init(range)
    self.leastPositive = leastPositive.isFinite ? leastPositive : nil
    (self.count, self.hiddenCount) = (count, hiddenCount)
  }

  /// The values' extent, and the zero on which they stand, which counts for none of them.
  package init?(of values: some Sequence<Double>, standingOnZero isTight: Bool) {
    self.init(of: values)
    range = min(range.lowerBound, 0)...max(range.upperBound, 0)
    isLowTight = isTight && range.lowerBound == 0
    isHighTight = isTight && range.upperBound == 0
  }

  /// Both extents together; an end is tight if the extent that reaches furthest there is.
  package func union(_ other: AxisExtent) -> AxisExtent {
    let (a, b) = (range, other.range)
    var union = AxisExtent(
      min(a.lowerBound, b.lowerBound)...max(a.upperBound, b.upperBound),
      isLowTight: a.lowerBound == b.lowerBound
        ? isLowTight || other.isLowTight : a.lowerBound < b.lowerBound ? isLowTight : other.isLowTight,
      isHighTight: a.upperBound == b.upperBound
        ? isHighTight || other.isHighTight
        : a.upperBound > b.upperBound ? isHighTight : other.isHighTight,
      bands: bands ?? other.bands)
    union.leastPositive = [leastPositive, other.leastPositive].compactMap { $0 }.min()
    union.count = count + other.count
    union.hiddenCount = hiddenCount + other.hiddenCount
    return union
  }

  /// The domain of an axis that shows it: with room for the data to breathe at ends that are not tight.
  package var domain: ClosedRange<Double> {
    let width = range.upperBound - range.lowerBound
    guard width.isFinite else { return range }
    let room = width > 0 ? width * 0.07 : max(abs(range.lowerBound) * 0.5, 0.5)
    return
      (isLowTight ? range.lowerBound : range.lowerBound - room)...(isHighTight
      ? range.upperBound : range.upperBound + room)
  }
}

extension AxisExtent {
  /// The domain of an axis with a scale of that kind: room to breathe is measured along the axis.
  ///
  /// `nil` if the kind can show nothing of it.
  package func domain(on kind: ScaleKind, _ choice: ScaleKind.Choice) -> ClosedRange<Double>? {
    if kind.isLinear { return domain }
    guard kind.isPositive else {
      return range.lowerBound < range.upperBound ? widened(kind.scale(range, choice)) : domain
    }
    guard let leastPositive else { return nil }
    let top = max(range.upperBound, leastPositive)
    if leastPositive == top {
      return max(top / 3, .leastNormalMagnitude)...min(top * 3, .greatestFiniteMagnitude)
    }
    return widened(kind.scale(leastPositive...top, choice))
  }

  private func widened(_ scale: any Scale) -> ClosedRange<Double> {
    let room = 0.07
    let (low, high) = (scale.value(at: -room), scale.value(at: 1 + room))
    let (first, last) = (scale.domain.lowerBound, scale.domain.upperBound)
    return
      (isLowTight && first == range.lowerBound || !low.isFinite ? first : min(low, first))...(isHighTight
      || !high.isFinite ? last : max(high, last))
  }
}

/// What a mark wants to see; `nil` where it does not care.
package struct Extent: Sendable {
  package var x: AxisExtent?
  package var y: AxisExtent?

  package init(x: AxisExtent? = nil, y: AxisExtent? = nil) {
    self.x = x
    self.y = y
  }

  package func union(_ other: Extent) -> Extent {
    Extent(
      x: x.map { a in other.x.map(a.union) ?? a } ?? other.x,
      y: y.map { a in other.y.map(a.union) ?? a } ?? other.y)
  }
}
