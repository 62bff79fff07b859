/// The lowest point of a function on the box 0…1 in a few dimensions, without derivatives.
///
/// The box is first scanned on an even grid; then a simplex goes down from the lowest points, anew from where
/// it ended until that gains nothing. Values that are not numbers count as infinitely high. Source: Nelder and
/// Mead, "A simplex method for function minimization" (1965).
package struct BoxMinimum: Hashable, Sendable {
  package private(set) var point: [Double]
  package private(set) var value: Double

  /// Steps of the scan along each axis, by the number of axes; a box of more is scanned at its middle.
  private static let scanSteps = [0, 40, 12, 6, 4]
  private static let startCount = 3
  private static let restartLimit = 20

  /// How often at most the function is called, about.
  package static func callLimit(dimensions: Int) -> Int {
    dimensions == 0 ? 1 : 1000 + startCount * 1000 * dimensions
  }

  /// In no dimensions the function is called once.
  package init(dimensions: Int, of function: ([Double]) -> Double) {
    func height(_ angles: [Double]) -> Double {
      let value = function(Self.point(angles))
      return value.isNaN ? .infinity : value
    }
    let scanned = Self.grid(dimensions).map { (angles: $0, value: height($0)) }
    let starts = scanned.enumerated().sorted { ($0.element.value, $0.offset) < ($1.element.value, $1.offset) }
    var lowest = starts[0].element
    for start in starts.prefix(dimensions > 0 ? Self.startCount : 0) {
      var (best, size) = (start.element, 0.1)
      for _ in 0..<Self.restartLimit {
        var simplex = Simplex(around: best.angles, size: size, height)
        simplex.descend(height)
        let gain = best.value - simplex.lowest.value
        best = (simplex.lowest.point, simplex.lowest.value)
        size = max(0.5 * size, 1e-2)
        if !(gain > 1e-13 * abs(best.value)) { break }
      }
      if best.value < lowest.value { lowest = best }
    }
    (point, value) = (Self.point(lowest.angles), lowest.value)
  }

  /// Coordinates are squared sines of angles, for which the box has no border that a simplex could be
  /// pressed flat against.
  private static func point(_ angles: [Double]) -> [Double] {
    angles.map { angle in
      let sine = UnaryFunction.sine(angle)
      return sine * sine
    }
  }

  private static func grid(_ dimensions: Int) -> [[Double]] {
    guard scanSteps.indices.contains(dimensions) else {
      return [[Double](repeating: 0.25 * .pi, count: dimensions)]
    }
    var points: [[Double]] = [[]]
    for _ in 0..<dimensions {
      let steps = scanSteps[dimensions]
      let angles = (0...steps).map { UnaryFunction.arcSine((Double($0) / Double(steps)).squareRoot()) }
      points = points.flatMap { point in angles.map { point + [$0] } }
    }
    return points
  }
}

/// One corner more than there are dimensions, the lowest first.
private struct Simplex {
  typealias Corner = (point: [Double], value: Double)
  private var corners: [Corner]

  var lowest: Corner { corners[0] }

  init(around center: [Double], size: Double, _ height: ([Double]) -> Double) {
    corners = [(center, height(center))]
    for axis in center.indices {
      var point = center
      point[axis] += size
      corners.append((point, height(point)))
    }
    sort()
  }

  private mutating func sort() { corners.sort { $0.value < $1.value } }

  /// Goes down for as long as the corners differ by more than rounding.
  mutating func descend(_ height: ([Double]) -> Double) {
    let count = corners.count - 1
    for _ in 0..<200 * count {
      let spread = corners[count].point.indices.reduce(0.0) { widest, axis in
        max(widest, corners.reduce(0) { max($0, abs($1.point[axis] - corners[0].point[axis])) })
      }
      if spread < 1e-9 { return }
      let center = corners[0].point.indices.map { axis in
        corners.dropLast().reduce(0) { $0 + $1.point[axis] } / Double(count)
      }
      func corner(_ factor: Double) -> Corner {
        let point = zip(center, corners[count].point).map { $0 + factor * ($1 - $0) }
        return (point, height(point))
      }
      let reflected = corner(-1)
      if reflected.value < corners[0].value {
        let expanded = corner(-2)
        corners[count] = expanded.value < reflected.value ? expanded : reflected
      } else if reflected.value < corners[count - 1].value {
        corners[count] = reflected
      } else {
        let contracted = reflected.value < corners[count].value ? corner(-0.5) : corner(0.5)
        if contracted.value < min(reflected.value, corners[count].value) {
          corners[count] = contracted
        } else {
          shrink(height)
        }
      }
      sort()
    }
  }

  private mutating func shrink(_ height: ([Double]) -> Double) {
    for i in corners.indices.dropFirst() {
      let point = zip(corners[i].point, corners[0].point).map { 0.5 * $0 + 0.5 * $1 }
      corners[i] = (point, height(point))
    }
  }
}
