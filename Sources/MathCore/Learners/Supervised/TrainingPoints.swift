package import Diagnostics

/// Points by rows, and the class of each: what a classifier learns from.
package struct ClassifiedPoints: Hashable, Sendable {
  /// One point in each row; numbers up to 1e100 in size, at least one row and one column.
  package let points: Tensor
  /// The class of each row, from 0; none is left out.
  package let classes: [Int]
  /// How many rows each class has.
  package let counts: [Int]

  package init(_ points: Tensor, classes: [Int]) throws(ArgumentError) {
    try check(points)
    guard classes.count == points.shape[0] else {
      throw ArgumentError("y", "expected a label for each of \(points.shape[0]) rows, found \(classes.count)")
    }
    let highest = classes.max() ?? 0
    guard classes.allSatisfy({ $0 >= 0 }), highest < classes.count else {
      throw ArgumentError("y", "expected classes from 0, each with at least one row")
    }
    var counts = [Int](repeating: 0, count: highest + 1)
    for label in classes { counts[label] += 1 }
    if let missing = counts.firstIndex(of: 0) {
      throw ArgumentError("y", "expected at least one row of each class, found none of class \(missing)")
    }
    self.points = points
    self.classes = classes
    self.counts = counts
  }

  /// The number of points.
  package var count: Int { points.shape[0] }
  /// The number of coordinates of a point.
  package var dimension: Int { points.shape[1] }
  /// The number of classes.
  package var classCount: Int { counts.count }

  /// For learners that tell classes apart.
  func checkThatClassesDiffer() throws(ArgumentError) {
    guard classCount > 1 else {
      throw ArgumentError("y", "expected at least two classes, found one")
    }
  }
}

/// Points by rows, and a number measured at each: what a regression learns from.
package struct MeasuredPoints: Hashable, Sendable {
  /// One point in each row; numbers up to 1e100 in size, at least one row and one column.
  package let points: Tensor
  /// The number at each point.
  package let values: [Double]

  package init(_ points: Tensor, values: [Double]) throws(ArgumentError) {
    try check(points)
    guard values.count == points.shape[0] else {
      throw ArgumentError("y", "expected a number for each of \(points.shape[0]) rows, found \(values.count)")
    }
    guard values.allSatisfy(isModerate) else { throw ArgumentError("y", moderation) }
    self.points = points
    self.values = values
  }

  /// The number of points.
  package var count: Int { points.shape[0] }
  /// The number of coordinates of a point.
  package var dimension: Int { points.shape[1] }
}

/// Whether sums of squares of such numbers are finite.
func isModerate(_ number: Double) -> Bool { abs(number) <= 1e100 }

private let moderation = "expected numbers from −1e100 to 1e100"

private func check(_ points: Tensor) throws(ArgumentError) {
  guard points.rank == 2, points.count > 0 else {
    throw ArgumentError("X", "expected at least one row and one column")
  }
  guard points.elements.allSatisfy(isModerate) else { throw ArgumentError("X", moderation) }
}

extension Tensor {
  /// The mean of each column of a matrix with at least one row.
  var columnMeans: [Double] {
    let (rows, columns) = (shape[0], shape[1])
    var means = [Double](repeating: 0, count: columns)
    for row in 0..<rows {
      for column in 0..<columns { means[column] += elements[row * columns + column] }
    }
    return means.map { $0 / Double(rows) }
  }

  /// A matrix whose columns have lost these numbers.
  func subtracting(columns numbers: [Double]) -> Tensor {
    let columns = shape[1]
    var result = self
    for place in elements.indices { result.elements[place] -= numbers[place % columns] }
    return result
  }
}
