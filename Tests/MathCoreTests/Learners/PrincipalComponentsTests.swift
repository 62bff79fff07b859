import Diagnostics
import MathCore
import TestSupport
import Testing

private struct PrincipalCase: Decodable {
  var points: [[Double]]
  var mean: [Double]
  var variances: [Double]
  var ratios: [Double]
  var componentSizes: [[Double]]

  private enum CodingKeys: String, CodingKey {
    case points = "X"
    case mean
    case variances = "explained_variance"
    case ratios = "ratio"
    case componentSizes = "abs_components"
  }
}

@Suite struct PrincipalComponentsTests {
  @Test func `The directions of irises are scikit-learn's`() throws {
    let row = try #require(try learnerOracle("pca", as: PrincipalCase.self))
    let model = try PrincipalComponents(Tensor(rows: row.points))
    let pairs: [([Double], [Double])] = [
      (model.mean, row.mean), (model.variances, row.variances), (model.ratios, row.ratios),
      (model.components.elements.map(abs), row.componentSizes.flatMap { $0 }),
    ]
    for (found, expected) in pairs {
      #expect(found.count == expected.count)
      for (a, b) in zip(found, expected) { #expect(isClose(a, b, within: 1e-10)) }
    }
  }

  /// More points than coordinates, as many, and fewer.
  @Test(arguments: [40, 6, 3])
  func `Directions are orthonormal and keep all of the variance`(_ count: Int) throws {
    let points = Tensor.scattered(count, 6)
    let model = try PrincipalComponents(points)
    let k = min(count, 6)
    #expect(model.components.shape == [k, 6] && model.scores.shape == [count, k])
    let products = Tensor.matrixProduct(model.components, model.components.transpose)
    for (found, expected) in zip(products.elements, Tensor.identity(k).elements) {
      #expect(isClose(found, expected, within: 1e-13, absolute: 1e-13))
    }
    let total = (0..<6).reduce(0.0) { sum, j in
      let column = points.column(j)
      let mean = column.reduce(0, +) / Double(count)
      return sum + column.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(count - 1)
    }
    #expect(isClose(model.variances.reduce(0, +), total, within: 1e-12))
    #expect(isClose(model.ratios.reduce(0, +), 1, within: 1e-12))
    #expect(zip(model.variances, model.variances.dropFirst()).allSatisfy { $0 >= $1 })
  }

  @Test(arguments: [40, 3])
  func `What is projected onto all directions is restored`(_ count: Int) throws {
    let points = Tensor.scattered(count, 6)
    let model = try PrincipalComponents(points)
    for (point, scores) in zip(points.rows, model.scores.rows) {
      let projected = model.projection(of: point)
      for (a, b) in zip(projected, scores) { #expect(isClose(a, b, within: 1e-12, absolute: 1e-13)) }
      for (a, b) in zip(model.restoration(of: projected), point) {
        #expect(isClose(a, b, within: 1e-12, absolute: 1e-13))
      }
    }
  }

  @Test func `The first directions are those of all`() throws {
    let points = try iris()
    let (all, two) = (try PrincipalComponents(points), try PrincipalComponents(points, k: 2))
    #expect(two.variances == Array(all.variances.prefix(2)) && two.ratios == Array(all.ratios.prefix(2)))
    #expect(two.components.elements == Array(all.components.elements.prefix(8)))
  }

  @Test func `Constant columns and equal points have no variance`() throws {
    let constant = try PrincipalComponents(Tensor(rows: [[1, 5], [2, 5], [4, 5]]))
    #expect(constant.components.elements == [1, 0, 0, 1] && constant.ratios == [1, 0])
    let equal = try PrincipalComponents(Tensor(rows: [[1, 5], [1, 5], [1, 5]]))
    #expect(equal.variances == [0, 0] && equal.ratios == [0, 0])
  }

  @Test(arguments: [
    ([[1.0, 2.0]], 1, "X: expected at least 2 rows, found 1"),
    ([], 1, "X: expected at least one row, found none"),
    ([[1, .infinity]], 1, "X: expected finite numbers, found ∞ in row 0, column 1"),
    ([[1, 2], [3, 4]], 3, "k: expected from 1 to 2, as X has 2 rows and 2 columns, found 3"),
    ([[1, 2], [3, 4]], 0, "k: expected from 1 to 2, as X has 2 rows and 2 columns, found 0"),
  ])
  func `Wrong arguments are explained`(_ points: [[Double]], _ k: Int, _ message: String) {
    let error = #expect(throws: ArgumentError.self) { try PrincipalComponents(Tensor(rows: points), k: k) }
    #expect("\(error?.argument ?? ""): \(error?.message ?? "")" == message)
  }
}
