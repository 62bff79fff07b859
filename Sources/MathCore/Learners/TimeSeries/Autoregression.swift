package import Diagnostics

/// A series whose values follow from those before: yₜ = c + φ₁ yₜ₋₁ + … + φₚ yₜ₋ₚ + εₜ.
///
/// The coefficients make Σ εₜ² over t > p smallest: conditional least squares, of which the shortest solution
/// counts where lags tell the same. Source: Hamilton, "Time series analysis" (1994), section 5.3.
package struct Autoregression: Hashable, Sendable {
  /// φ₁ … φₚ.
  package let coefficients: [Double]
  /// c.
  package let intercept: Double
  /// What each value from number p on was expected to be.
  package let fitted: [Double]
  /// What each value was beyond that.
  package let residuals: [Double]
  /// The real parts of the roots z of zᵖ = φ₁ zᵖ⁻¹ + … + φₚ, ascending.
  package let roots: [Double]
  /// Their imaginary parts.
  package let imaginaryRoots: [Double]
  /// The last p values, the newest first.
  private let last: [Double]

  /// How many values before are looked at, p.
  package var order: Int { coefficients.count }
  /// σ: √(Σ ε² / (n − p − (p + 1))).
  package var sigma: Double {
    let squares = residuals.reduce(0) { $0 + $1 * $1 }
    return (squares / Double(residuals.count - order - 1)).squareRoot()
  }
  /// The sizes of the roots.
  package var moduli: [Double] { zip(roots, imaginaryRoots).map { BinaryFunction.hypotenuse($0, $1) } }
  /// Whether errors die away: all roots lie within the unit circle.
  package var isStationary: Bool { moduli.allSatisfy { $0 < 1 } }

  /// No order is higher.
  package static let orderLimit = 500

  /// Fits a series of finite numbers, at least twice as many as the order and two more.
  package init(_ series: [Double], order: Int) throws(ArgumentError) {
    guard 1...Self.orderLimit ~= order else {
      throw ArgumentError("order", "expected 1 to \(Self.orderLimit), found \(order)")
    }
    let count = series.count
    guard count >= 2 * order + 2 else {
      throw ArgumentError(
        "order", "\(order) needs at least \(2 * order + 2) values, found \(count)",
        help: "there are more unknowns than a fit of so few can tell")
    }
    guard let low = series.min(), let high = series.max(), low < high else {
      throw ArgumentError("y", "expected values that differ, found \(plain(series[0])) throughout")
    }
    // On a scale of its own, so that a high level does not cost digits.
    let (center, scale) = (0.5 * low + 0.5 * high, 0.5 * high - 0.5 * low)
    let scaled = series.map { ($0 - center) / scale }
    guard scale.isNormal, scaled.allSatisfy(\.isFinite) else {
      throw ArgumentError("y", "the numbers are too close together or too far apart")
    }
    var design: [Double] = []
    for time in order..<count {
      design.append(1)
      for lag in 1...order { design.append(scaled[time - lag]) }
    }
    let solution = try leastSquares(
      Tensor(shape: [count - order, order + 1], elements: design), Tensor(Array(scaled[order...])))
    coefficients = Array(solution.solution.elements.dropFirst())
    let sum = coefficients.reduce(0, +)
    intercept = center * (1 - sum) + scale * solution.solution.elements[0]
    fitted = solution.fitted.elements.map { center + scale * $0 }
    residuals = solution.residual.elements.map { scale * $0 }
    last = Array(series.suffix(order).reversed())
    let companion = try GeneralEigen(of: Self.companion(coefficients), named: "order")
    (roots, imaginaryRoots) = (companion.values, companion.imaginary)
  }

  /// The matrix that takes the last values a step on; its eigenvalues are the roots.
  private static func companion(_ coefficients: [Double]) -> Tensor {
    let order = coefficients.count
    var matrix = Tensor(repeating: 0, shape: [order, order])
    for lag in 0..<order { matrix.elements[lag] = coefficients[lag] }
    for row in 1..<order { matrix.elements[row * order + row - 1] = 1 }
    return matrix
  }

  /// ψ₀, ψ₁, …: what an error of 1 adds to the values after it.
  package func impulseResponse(_ count: Int) -> [Double] {
    var response: [Double] = []
    for step in 0..<max(0, count) {
      var sum = step == 0 ? 1.0 : 0
      for lag in 0..<min(order, step) { sum += coefficients[lag] * response[step - 1 - lag] }
      response.append(sum)
    }
    return response
  }

  /// The next values, with the variances σ² (ψ₀² + … + ψₕ₋₁²).
  ///
  /// Source: Hamilton (1994), equation 4.2.20; the coefficients count as known.
  package func forecast(_ horizon: Int) -> Forecast {
    var values: [Double] = []
    for step in 0..<max(0, horizon) {
      var sum = intercept
      for lag in 0..<order {
        sum += coefficients[lag] * (lag < step ? values[step - 1 - lag] : last[lag - step])
      }
      values.append(sum)
    }
    var squares = 0.0
    let deviations = impulseResponse(horizon).map { response in
      squares += response * response
      return sigma * squares.squareRoot()
    }
    return Forecast(values: values, deviations: deviations)
  }
}
