/// The dual problem of a support vector machine, solved two variables at a time.
///
/// It minimizes ½ Σᵢⱼ αᵢ αⱼ yᵢ yⱼ K(xᵢ, xⱼ) − Σ αᵢ, where 0 ≤ αᵢ ≤ C and Σ yᵢ αᵢ = 0. Source: Fan, Chen, Lin,
/// "Working set selection using second order information for training support vector machines" (2005),
/// WSS 2, here in terms of Eᵢ = yᵢ − Σⱼ yⱼ αⱼ K(xᵢ, xⱼ), which is their −yᵢ ∇f(α)ᵢ.
struct SequentialMinimalOptimization {
  /// By how much the conditions of Karush, Kuhn and Tucker may be missed: the largest E that may still
  /// rise above the smallest that may still fall. A point on the margin has decision ±1.
  static let tolerance = 1e-10
  /// Where rounding alone misses the conditions by more, there is no solution to speak of.
  private static let coarsest = 1e-6
  /// Operations are spent for as many steps at a time.
  private static let block = 1024

  private let kernel: [Double]
  private let diagonal: [Double]
  private let signs: [Double]
  private let bound: Double
  private(set) var alpha: [Double]
  private var errors: [Double]
  private(set) var steps = 0
  private(set) var hasConverged = false

  /// Solves for a kernel matrix and signs ±1, of which both occur. `spend` is told the operations that
  /// are to come, and may throw to stop.
  init<Failure: Error>(
    kernel: [Double], signs: [Double], bound: Double, stepLimit: Int,
    spend: (Int) throws(Failure) -> Void
  ) throws(Failure) {
    let n = signs.count
    self.kernel = kernel
    self.signs = signs
    self.bound = bound
    diagonal = (0..<n).map { kernel[$0 * n + $0] }
    alpha = [Double](repeating: 0, count: n)
    errors = signs
    // Sums of many small steps drift; so the last word is spoken on fresh ones.
    for _ in 0..<100 {
      let tolerance = max(Self.tolerance, noise)
      guard tolerance <= Self.coarsest else { return }
      let stepsBefore = steps
      while steps < stepLimit, let pair = workingSet(within: tolerance) {
        if steps % Self.block == 0 { try spend(10 * n * Self.block) }
        move(pair)
        steps += 1
      }
      hasConverged = steps == stepsBefore && steps < stepLimit
      guard steps > stepsBefore, steps < stepLimit else { return }
      try spend(4 * n * n)
      refreshErrors()
    }
  }

  private func mayRise(_ i: Int) -> Bool { signs[i] > 0 ? alpha[i] < bound : alpha[i] > 0 }
  private func mayFall(_ i: Int) -> Bool { signs[i] > 0 ? alpha[i] > 0 : alpha[i] < bound }

  /// The pair that violates the conditions most, to second order; `nil` if none does.
  private func workingSet(within tolerance: Double) -> (rising: Int, falling: Int)? {
    let n = signs.count
    var (rising, highest) = (-1, -Double.infinity)
    for i in 0..<n where mayRise(i) && errors[i] > highest { (rising, highest) = (i, errors[i]) }
    guard rising >= 0 else { return nil }
    var (falling, lowest, best) = (-1, Double.infinity, 0.0)
    for j in 0..<n where mayFall(j) && errors[j] < highest {
      lowest = min(lowest, errors[j])
      let gap = highest - errors[j]
      let gain = gap * gap / curvature(rising, j)
      if gain > best { (falling, best) = (j, gain) }
    }
    return falling >= 0 && highest - lowest > tolerance ? (rising, falling) : nil
  }

  /// How the dual bends along a pair; the bound is LIBSVM's for points that coincide.
  private func curvature(_ i: Int, _ j: Int) -> Double {
    max(1e-12, diagonal[i] + diagonal[j] - 2 * kernel[i * signs.count + j])
  }

  /// Moves αᵢ by yᵢ t and αⱼ by −yⱼ t to the lowest point within the bounds.
  private mutating func move(_ pair: (rising: Int, falling: Int)) {
    let (i, j) = pair
    let n = signs.count
    let roomOfFirst = signs[i] > 0 ? bound - alpha[i] : alpha[i]
    let roomOfSecond = signs[j] > 0 ? alpha[j] : bound - alpha[j]
    let t = min((errors[i] - errors[j]) / curvature(i, j), roomOfFirst, roomOfSecond)
    // At a bound exactly, so that it counts as one.
    alpha[i] = t == roomOfFirst ? (signs[i] > 0 ? bound : 0) : alpha[i] + signs[i] * t
    alpha[j] = t == roomOfSecond ? (signs[j] > 0 ? 0 : bound) : alpha[j] - signs[j] * t
    kernel.withUnsafeBufferPointer { kernel in
      errors.withUnsafeMutableBufferPointer { errors in
        for k in 0..<n { errors[k] -= t * (kernel[i * n + k] - kernel[j * n + k]) }
      }
    }
  }

  private mutating func refreshErrors() {
    let n = signs.count
    errors = signs
    for j in 0..<n where alpha[j] > 0 {
      let coefficient = signs[j] * alpha[j]
      for i in 0..<n { errors[i] -= coefficient * kernel[j * n + i] }
    }
  }

  /// What rounding leaves of the errors: sums of such size cannot be told from 0 more finely.
  private var noise: Double {
    let size = zip(alpha, diagonal).reduce(0) { $0 + $1.0 * $1.1.squareRoot() }
    return 8 * (size * (diagonal.max() ?? 0).squareRoot()).ulp
  }

  /// The decision's constant: the mean error of the points on the margin; without any, the middle of
  /// what is allowed.
  var bias: Double {
    let free = errors.indices.filter { alpha[$0] > 0 && alpha[$0] < bound }
    if !free.isEmpty { return free.reduce(0) { $0 + errors[$1] } / Double(free.count) }
    let low = errors.indices.filter(mayRise).map { errors[$0] }.max() ?? 0
    let high = errors.indices.filter(mayFall).map { errors[$0] }.min() ?? 0
    return (low + high) / 2
  }
}
