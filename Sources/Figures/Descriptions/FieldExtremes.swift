import MathCore

/// Where the values of a field on a grid are least and greatest.
struct FieldExtremes: Sendable {
  var lowest: (point: DataPoint, value: Double)
  var highest: (point: DataPoint, value: Double)
  /// Twice and a half the domain: places between the grid's points are only known as `near`.
  private let places: SpokenPoints

  /// The first of equal values counts; `nil` if none is finite.
  init?(of grid: ScalarGrid) {
    var (low, high) = (-1, -1)
    var (lowest, highest) = (Double.infinity, -Double.infinity)
    grid.values.withUnsafeBufferPointer { values in
      for index in values.indices {
        let value = values[index]
        if value < lowest, value.isFinite { (low, lowest) = (index, value) }
        if value > highest, value.isFinite { (high, highest) = (index, value) }
      }
    }
    guard low >= 0, high >= 0 else { return nil }
    func place(_ index: Int) -> DataPoint {
      DataPoint(x: grid.xs[index % grid.xs.count], y: grid.ys[index / grid.xs.count])
    }
    func widened(_ coordinates: [Double]) -> Double {
      2.5 * ((coordinates.last ?? 0) - (coordinates.first ?? 0))
    }
    places = SpokenPoints([DataPoint(x: 0, y: 0), DataPoint(x: widened(grid.xs), y: widened(grid.ys))])
    self.lowest = (place(low), lowest)
    self.highest = (place(high), highest)
  }

  var range: ClosedRange<Double> { lowest.value...highest.value }

  /// `from a lowest value of 0.1 near (1, 2) to a highest of 30 near (−2, 2)`.
  var spoken: String {
    let values = SpokenNumbers(over: range)
    return "from a lowest value of \(values.spell(lowest.value)) near \(places.spell(lowest.point)) "
      + "to a highest of \(values.spell(highest.value)) near \(places.spell(highest.point))"
  }
}
