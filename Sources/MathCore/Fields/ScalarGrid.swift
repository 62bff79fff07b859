/// The values of a field of two variables on a rectangular grid, evenly spaced or not.
///
/// Both coordinate lists ascend. A value that is NaN or infinite is undefined, and so is every cell
/// that has it as a corner.
package struct ScalarGrid: Sendable {
  /// The horizontal coordinate of each column.
  package var xs: [Double]
  /// The vertical coordinate of each row.
  package var ys: [Double]
  /// The value at row `r` and column `c` is `values[r * xs.count + c]`.
  package var values: [Double]

  /// A grid whose `values` run along the rows, first row first.
  package init(xs: [Double], ys: [Double], values: [Double]) {
    self.xs = xs
    self.ys = ys
    self.values = values
  }

  /// The number of points, or nil if the grid has no cells or its parts do not fit together.
  var pointCount: Int? {
    let (count, overflow) = xs.count.multipliedReportingOverflow(by: ys.count)
    guard xs.count > 1, ys.count > 1, !overflow, count == values.count else { return nil }
    guard xs.allSatisfy(\.isFinite), ys.allSatisfy(\.isFinite) else { return nil }
    return count
  }
}
