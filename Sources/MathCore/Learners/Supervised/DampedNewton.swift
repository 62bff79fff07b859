internal import Diagnostics

/// A loss with its first and second derivatives at a point.
struct CurvedLoss {
  var loss: Double
  var gradient: [Double]
  /// The matrix of second derivatives, which has no negative eigenvalue.
  var curvature: Tensor
}

/// Newton's walk to the minimum of a convex loss, with every point on its way.
///
/// Source: Boyd and Vandenberghe, "Convex optimization" (2004), algorithm 9.5. Directions in which the loss
/// does not bend are not walked, so that of many minima the one nearest to the start is found. The walk
/// ends where a step is smaller than 1e-9, after which there is nothing left but rounding.
struct DampedNewton {
  /// How the walk ended.
  enum End {
    case minimum
    /// The loss has become so flat in some direction that a minimum lies too far away, or nowhere.
    case bottomless
    case outOfSteps
  }

  /// The points, from the start on.
  private(set) var points: [[Double]]
  /// The loss at each point.
  private(set) var losses: [Double]
  private(set) var end = End.outOfSteps

  /// Eigenvalues below this share of the largest one count as 0.
  private static let flatness = 1e-13
  private static let stepLimit = 200

  init(
    from start: [Double], on landscape: ([Double]) throws(ArgumentError) -> CurvedLoss
  ) throws(ArgumentError) {
    var here = try landscape(start)
    (points, losses) = ([start], [here.loss])
    var rank: Int?
    while points.count <= Self.stepLimit {
      let (step, ownRank) = try Self.step(at: here)
      if ownRank < rank ?? 0 {
        end = .bottomless
        return
      }
      rank = rank ?? ownRank
      let point = points[points.count - 1]
      let slope = zip(step, here.gradient).reduce(0) { $0 + $1.0 * $1.1 }
      var length = 1.0
      var (next, there) = (point, here)
      repeat {
        next = zip(point, step).map { $0 + length * $1 }
        there = try landscape(next)
        length /= 2
        // Where rounding hides the gain, Newton's own step is trusted.
      } while !(there.loss <= here.loss + 2e-4 * length * slope + 8 * here.loss.ulp) && length > 1e-12
      points.append(next)
      losses.append(there.loss)
      here = there
      let size = next.reduce(1) { max($0, abs($1)) }
      if step.allSatisfy({ abs($0) <= 1e-9 * size }) {
        end = .minimum
        return
      }
    }
  }

  /// −H⁺ g, and the rank of H.
  private static func step(at here: CurvedLoss) throws(ArgumentError) -> ([Double], rank: Int) {
    let n = here.gradient.count
    let eigen = try SymmetricEigen(of: here.curvature)
    let least = flatness * (eigen.values.last ?? 0)
    var step = [Double](repeating: 0, count: n)
    var rank = 0
    for (place, value) in eigen.values.enumerated() where value > least {
      rank += 1
      let direction = eigen.vectors.column(place)
      let part = zip(direction, here.gradient).reduce(0) { $0 + $1.0 * $1.1 } / value
      for i in 0..<n { step[i] -= part * direction[i] }
    }
    return (step, rank)
  }
}
