/// Newton's method: w := w − η H⁻¹ g, for the gradient g and the matrix H of second derivatives.
///
/// Where H is not positive definite, H + τ I takes its place, so that the step leads downhill: τ starts as
/// β minus the smallest diagonal element if that is not positive, else as β, and is doubled until a Cholesky
/// decomposition exists; β is a thousandth of the largest element of H in size, and 1 if H is 0.
/// A walk ends where H is not finite.
/// Source: Nocedal and Wright, "Numerical optimization" (2006), algorithm 3.3 with a β of the size of H.
package struct Newton: DescentRule, Configurable {
  package static let settings = [Setting("rate", .positive, standard: 1)]
  package static var needsHessian: Bool { true }

  package var rate: Double

  package init(settings values: [Double]) {
    rate = values[0]
  }

  package func step<Ground: Landscape & ~Copyable>(
    from position: [Double], _ here: LossAndGradient, on landscape: inout Ground
  ) throws(Ground.Failure) -> (point: [Double], rate: Double) {
    let hessian = try landscape.hessian(at: position)
    guard let direction = direction(here.gradient, hessian, dimension: position.count) else {
      return (position.map { _ in .nan }, rate)
    }
    return (zip(position, direction).map { $0 - rate * $1 }, rate)
  }

  /// H⁻¹ g, or (H + τ I)⁻¹ g; `nil` if H is not finite.
  private func direction(_ gradient: [Double], _ hessian: [Double], dimension n: Int) -> [Double]? {
    guard hessian.allSatisfy(\.isFinite) else { return nil }
    var matrix = Tensor(shape: [n, n], elements: hessian)
    let largest = hessian.reduce(0) { max($0, abs($1)) }
    let beta = largest > 0 ? 1e-3 * largest : 1
    let lowest = (0..<n).reduce(Double.infinity) { min($0, hessian[$1 * n + $1]) }
    var shift = lowest > 0 ? 0 : beta - lowest
    // n times the largest element is enough for any matrix.
    for _ in 0..<64 {
      for i in 0..<n { matrix.elements[i * n + i] = hessian[i * n + i] + shift }
      if let cholesky = try? Cholesky(of: matrix) {
        return refined(cholesky.solve(gradient), matrix, gradient, by: cholesky)
      }
      shift = max(2 * shift, beta)
    }
    return nil
  }

  /// The solution once more with what it leaves over, so that a bowl along the axes ends at its lowest point
  /// and not next to it.
  private func refined(
    _ x: [Double], _ matrix: Tensor, _ b: [Double], by cholesky: Cholesky
  ) -> [Double] {
    let n = x.count
    let rest = (0..<n).map { i in
      (0..<n).reduce(b[i]) { $0 - matrix.elements[i * n + $1] * x[$1] }
    }
    return zip(x, cholesky.solve(rest)).map { $0 + $1 }
  }
}
