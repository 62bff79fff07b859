package import Diagnostics

extension FiniteDistribution {
  /// The empirical distribution: one of some data, each as likely as the others.
  ///
  /// Its variance divides by n, and its quantile is the least number with as much of the data up to it.
  package init(empirical data: [Double]) throws(ArgumentError) {
    guard !data.isEmpty else { throw ArgumentError("data", "expected at least one number, found none") }
    if let place = data.firstIndex(where: { !$0.isFinite }) {
      throw ArgumentError("data", "expected finite numbers, found \(data[place]) at \(place)")
    }
    var values: [Double] = []
    var counts: [Int] = []
    for number in data.sorted() {
      if number == values.last {
        counts[counts.count - 1] += 1
      } else {
        values.append(number)
        counts.append(1)
      }
    }
    self.init(values: values, masses: counts.map { Double($0) / Double(data.count) })
  }
}
