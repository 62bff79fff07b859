package import Diagnostics

/// The values that a mark wants to see along one axis.
package struct AxisExtent: Sendable {
  /// An end of the wanted range, and whether the axis may end exactly there.
  package var range: ClosedRange<Double>
  /// Whether no room is left beyond the low end, as below bars that stand on zero.
  package var isLowTight: Bool
  package var isHighTight: Bool
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
  }

  /// The range of the finite values among them; `nil` if there are none.
  package init?(of values: some Sequence<Double>) {
    var range: ClosedRange<Double>?
    for value in values where value.isFinite {
      range = range.map { min($0.lowerBound, value)...max($0.upperBound, value) } ?? value...value
    }
    guard let range else { return nil }
    self.init(range)
  }

  /// Both extents together; an end is tight if the extent that reaches furthest there is.
  package func union(_ other: AxisExtent) -> AxisExtent {
    let (a, b) = (range, other.range)
    return AxisExtent(
      min(a.lowerBound, b.lowerBound)...max(a.upperBound, b.upperBound),
      isLowTight: a.lowerBound == b.lowerBound
        ? isLowTight || other.isLowTight : a.lowerBound < b.lowerBound ? isLowTight : other.isLowTight,
      isHighTight: a.upperBound == b.upperBound
        ? isHighTight || other.isHighTight
        : a.upperBound > b.upperBound ? isHighTight : other.isHighTight,
      bands: bands ?? other.bands)
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
