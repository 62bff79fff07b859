import Diagnostics
import MathCore
import TestSupport
import Testing

@Suite struct RegressionTests {
  @Test func `The line is scikit-learn's`() throws {
    let row = try SupervisedCase(named: "linear_regression")
    let found = try LinearRegression(row.measured)
    #expect(isClose(found.formula.weights[0], try #require(row.w)[0], within: 1e-12))
    #expect(isClose(found.formula.bias, try #require(row.b), within: 1e-12))
    #expect(isClose(found.fit.determination, try #require(row.r2), within: 1e-12))
  }

  @Test func `The ridge plane is scikit-learn's`() throws {
    let row = try SupervisedCase(named: "ridge")
    let found = try RidgeRegression(row.measured, lambda: #require(row.lambda))
    for (found, expected) in zip(found.formula.weights, try #require(row.w)) {
      #expect(isClose(found, expected, within: 1e-12))
    }
    #expect(isClose(found.formula.bias, try #require(row.b), within: 1e-12))
  }

  @Test(arguments: [0.0, 0.3, 20])
  func `Residuals are at right angles to the columns, but for the penalty`(_ lambda: Double) throws {
    let data = try SupervisedCase(named: "ridge").measured
    let found = try RidgeRegression(data, lambda: lambda)
    #expect(abs(found.fit.residuals.reduce(0, +)) < 1e-12)
    for column in 0..<data.dimension {
      let product = found.fit.residuals.enumerated().reduce(0) {
        $0 + $1.element * data.points.elements[$1.offset * data.dimension + column]
      }
      #expect(isClose(product, lambda * found.formula.weights[column], within: 1e-11, absolute: 1e-11))
    }
  }

  @Test func `Of many solutions the shortest is found`() throws {
    // The second column is twice the first, the third is constant: y = x₁ = (x₁ + 2 x₂) / 5.
    let data = try MeasuredPoints(pointMatrix([[1, 2, 7], [2, 4, 7], [3, 6, 7]]), values: [1, 2, 3])
    let found = try LinearRegression(data)
    for (found, expected) in zip(found.formula.weights, [0.2, 0.4, 0]) {
      #expect(isClose(found, expected, within: 1e-14, absolute: 1e-14))
    }
    #expect(abs(found.formula.bias) < 1e-14 && found.fit.determination > 1 - 1e-14)
  }

  @Test func `One row is met by a level plane`() throws {
    let found = try LinearRegression(MeasuredPoints(pointMatrix([[3, 4]]), values: [5]))
    #expect(found.formula.weights == [0, 0] && found.formula.bias == 5)
    #expect(found.fit.determination == 1)
  }

  @Test func `A penalty of half the sum of squares halves the slope`() throws {
    let data = try MeasuredPoints(pointMatrix([[0], [1], [2]]), values: [1, 3, 5])
    let found = try RidgeRegression(data, lambda: 2)
    #expect(isClose(found.formula.weights[0], 1, within: 1e-15))
    #expect(isClose(found.formula.bias, 2, within: 1e-15))
  }
}

@Suite struct PolynomialRegressionTests {
  private static let xs = (0..<30).map { Double($0) / 29 }
  private static let ys = (0..<30).map { Double($0 * 7919 % 13 - 6) / 4 }

  @Test(arguments: [0, 1, 4, 9, 15])
  func `A polynomial is found again`(_ degree: Int) throws {
    let ys = Self.xs.map { x in (0...degree).reversed().reduce(0) { $0 * x + Double($1 + 1) } }
    let found = try PolynomialRegression(Self.xs, ys, degree: degree)
    for (value, y) in zip(found.fit.predictions, ys) { #expect(isClose(value, y, within: 1e-13)) }
    // A change of basis costs about a digit for each degree and a half.
    let tolerance = degree < 5 ? 1e-11 : degree < 10 ? 1e-7 : 1e-3
    #expect(found.coefficients.count == degree + 1)
    for (place, coefficient) in found.coefficients.enumerated() {
      #expect(isClose(coefficient, Double(place + 1), within: tolerance), "\(degree): \(coefficient)")
    }
  }

  /// Source: the normal equations over these very numbers, solved in fractions.
  @Test func `Degree 15 on noise is the exact solution`() throws {
    let found = try PolynomialRegression(Self.xs, Self.ys, degree: 15)
    let predictions = [
      (0, -1.497064528012509), (1, -1.0307128709343434), (2, -0.36804395435044474),
      (15, -0.9639847322319743), (28, -0.4358093071482155), (29, -0.006405690683772402),
    ]
    for (row, expected) in predictions {
      #expect(isClose(found.fit.predictions[row], expected, within: 1e-10), "row \(row)")
    }
    let between = found.formula.values(atRows: [0.25, 0.517, 1.01])
    for (value, expected) in zip(between, [-0.6828354359240512, -0.9682321349139822, 0.8410527034962014]) {
      #expect(isClose(value, expected, within: 1e-10))
    }
    #expect(isClose(found.fit.meanSquaredError, 0.22491688009295513, within: 1e-12))
    let exact = [-1.497064528012509, -226.01998325772303, 16663.110591872326, -444938.84519092005]
    for (coefficient, exact) in zip(found.coefficients, exact) {
      #expect(isClose(coefficient, exact, within: 1e-8), "\(coefficient)")
    }
    #expect(isClose(found.coefficients[15], -44269146.89096614, within: 1e-8))
  }

  @Test func `As many coefficients as points meet every value`() throws {
    let found = try PolynomialRegression(Array(Self.xs.prefix(12)), Array(Self.ys.prefix(12)), degree: 11)
    #expect(found.fit.residuals.allSatisfy { abs($0) < 1e-12 })
  }

  @Test func `A higher degree never fits worse`() throws {
    var last = Double.infinity
    for degree in 0...25 {
      let error = try PolynomialRegression(Self.xs, Self.ys, degree: degree).fit.meanSquaredError
      #expect(error <= last + 1e-14, "degree \(degree)")
      last = error
    }
  }

  @Test func `A degree that the data cannot bear is refused`() {
    #expect(throws: ArgumentError("degree", "expected less than the number of different x, 2, found 2")) {
      try PolynomialRegression([1, 2, 2], [0, 1, 2], degree: 2)
    }
    #expect(throws: ArgumentError.self) {
      try PolynomialRegression([1, 2, 2 + 1e-13], [0, 1, 2], degree: 2)
    }
  }
}
