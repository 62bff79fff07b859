/// The dual problem of a support vector machine, solved two variables at a time.
///
/// It minimizes ½ Σᵢⱼ αᵢ αⱼ yᵢ yⱼ K(xᵢ, xⱼ) − Σ αᵢ, where 0 ≤ αᵢ ≤ C and Σ yᵢ αᵢ = 0. Source: Fan, Chen, Lin,
/// "Working set selection using second order information for training support vector machines" (2005),
/// WSS 2, here in terms of Eᵢ = yᵢ − Σⱼ yⱼ αⱼ K(xᵢ, xⱼ), which is their −yᵢ ∇f(α)ᵢ.
struct SequentialMinimalOptimization {
  /// By how much the conditions of Karush, Kuhn and Tucker may be missed, where the margin is at ±1.
  ///
  /// It bounds how far the largest E of those that may rise is above the smallest of those that may fall.
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

  /// Solves for a kernel matrix and signs ±1, of which both occur.
  ///
  /// `spend` is told of operations to come, and may throw to stop.
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
    var level = 1e-3
    for _ in 0..<100 {
      let tolerance = max(Self.tolerance, noise)
      guard tolerance <= Self.coarsest else { return }
      while steps < stepLimit, let pair = workingSet(within: max(level, tolerance)) {
        if steps % Self.block == 0 {
          if isHopeless { return }
          try spend(6 * n * Self.block)
        }
        move(pair)
        steps += 1
      }
      // Sums of many small steps drift; so the last word is spoken on fresh ones.
      try spend(4 * n * n)
      refreshErrors()
      hasConverged = steps < stepLimit && workingSet(within: tolerance) == nil
      guard !hasConverged, steps < stepLimit else { return }
      try settleMargin(spend: spend)
      level /= 10
    }
  }

  /// Solves for all points on the margin at once, as far as none leaves its bounds.
  ///
  /// Once the pairs have found these points, that spares the many small steps that are left.
  private mutating func settleMargin<Failure: Error>(
    spend: (Int) throws(Failure) -> Void
  ) throws(Failure) {
    let n = signs.count
    let free = alpha.indices.filter { alpha[$0] > 0 && alpha[$0] < bound }
    let size = free.count + 1
    guard size > 1, size <= 1000 else { return }
    try spend(size * size * size + 4 * n * n)
    // Their E are to be equal, and Σ yᵢ αᵢ is to stay: K Δ + b = E and Σ Δ = 0, where Δᵢ = yᵢ Δαᵢ.
    var matrix = Tensor(repeating: 1, shape: [size, size])
    for (row, i) in free.enumerated() {
      for (column, j) in free.enumerated() { matrix.elements[row * size + column] = kernel[i * n + j] }
    }
    matrix.elements[size * size - 1] = 0
    let right = Tensor(shape: [size, 1], elements: free.map { errors[$0] } + [0])
    // Points that depend on one another are left to the pairs.
    guard let change = try? LinearSystem(matrix).solve(right).elements, change.allSatisfy(\.isFinite) else {
      return
    }
    var (length, blocking) = (1.0, -1)
    for (place, i) in free.enumerated() {
      let step = signs[i] * change[place]
      let room = step > 0 ? bound - alpha[i] : alpha[i]
      if abs(step) * length > room { (length, blocking) = (room / abs(step), place) }
    }
    for (place, i) in free.enumerated() {
      let step = signs[i] * change[place]
      alpha[i] = min(bound, max(0, alpha[i] + length * step))
      if place == blocking { alpha[i] = step > 0 ? bound : 0 }
    }
    refreshErrors()
  }

  /// Whether a hard margin is thinner than 1e-4 of the points' size: the gap between two sets is no wider
  /// than that between two of their mixtures, and α mixes the points of either class.
  private var isHopeless: Bool {
    guard bound.isInfinite else { return false }
    let sum = alpha.reduce(0, +)
    let product = alpha.indices.reduce(0) { $0 + alpha[$1] * signs[$1] * errors[$1] }
    // ‖w‖² = Σ αᵢ yᵢ (yᵢ − Eᵢ), and the mixtures are 2 ‖w‖ / Σ αᵢ apart.
    return sum > 0 && 4 * (sum - product) <= 1e-8 * (diagonal.max() ?? 0) * sum * sum
  }

  private func mayRise(_ i: Int) -> Bool { signs[i] > 0 ? alpha[i] < bound : alpha[i] > 0 }
  private func mayFall(_ i: Int) -> Bool { signs[i] > 0 ? alpha[i] > 0 : alpha[i] < bound }

  /// The pair that violates the conditions most, to second order; `nil` if none does.
  private func workingSet(within tolerance: Double) -> (rising: Int, falling: Int)? {
    let n = signs.count
    var (rising, highest) = (-1, -Double.infinity)
    for i in 0..<n where errors[i] > highest && mayRise(i) { (rising, highest) = (i, errors[i]) }
    guard rising >= 0 else { return nil }
    var (falling, lowest) = (-1, Double.infinity)
    // The gain is gap² / curvature; the largest one so far as a fraction, as divisions are slow.
    var best = (square: 0.0, curvature: 1.0)
    kernel.withUnsafeBufferPointer { kernel in
      let row = UnsafeBufferPointer(rebasing: kernel[rising * n..<(rising + 1) * n])
      for j in 0..<n where errors[j] < highest && mayFall(j) {
        lowest = min(lowest, errors[j])
        let gap = highest - errors[j]
        let curvature = max(Self.leastCurvature, diagonal[rising] + diagonal[j] - 2 * row[j])
        if gap * gap * best.curvature > best.square * curvature {
          (falling, best) = (j, (gap * gap, curvature))
        }
      }
    }
    return falling >= 0 && highest - lowest > tolerance ? (rising, falling) : nil
  }

  /// How the dual bends along a pair, at least; LIBSVM's bound for points that coincide.
  private static let leastCurvature = 1e-12

  /// Moves αᵢ by yᵢ t and αⱼ by −yⱼ t to the lowest point within the bounds.
  private mutating func move(_ pair: (rising: Int, falling: Int)) {
    let (i, j) = pair
    let n = signs.count
    let roomOfFirst = signs[i] > 0 ? bound - alpha[i] : alpha[i]
    let roomOfSecond = signs[j] > 0 ? alpha[j] : bound - alpha[j]
    let curvature = max(Self.leastCurvature, diagonal[i] + diagonal[j] - 2 * kernel[i * n + j])
    let t = min((errors[i] - errors[j]) / curvature, roomOfFirst, roomOfSecond)
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
