import Drawing
import Geometry
import Glibc

/// Places around a group of points, for its name.
struct CloudPlaces {
  /// In each of several directions how far the points reach from the middle, in ascending order.
  private let directions: [(toward: Vector, reaches: [Double], outermost: Point)]
  /// The median of the points in each coordinate: no outlier moves it.
  private let middle: Point

  /// More points say no more about where a group ends.
  private static let limit = 1000

  /// `nil` without points.
  init?(around points: [Point]) {
    guard !points.isEmpty else { return nil }
    let (xs, ys) = (points.map(\.x).sorted(), points.map(\.y).sorted())
    let middle = Point(x: xs[xs.count / 2], y: ys[ys.count / 2])
    self.middle = middle
    let step = (points.count + Self.limit - 1) / Self.limit
    let sample = stride(from: 0, to: points.count, by: step).map { points[$0] }
    directions = (0..<24).map { turn in
      let angle = Double(turn) * .pi / 12
      let toward = Vector(x: sin(angle), y: -cos(angle))
      let outermost = sample.max { ($0 - middle).dot(toward) < ($1 - middle).dot(toward) } ?? middle
      return (toward, sample.map { ($0 - middle).dot(toward) }.sorted(), outermost)
    }
  }

  /// Places just beyond the points in all directions, above first; also closer in, where only a few points lie
  /// further out, and far out with leader lines.
  func candidates(for block: TextBlock, gap: Double) -> [LabelRequest.Candidate] {
    directions.flatMap { direction in
      [0.8, 0.93, 1.0].flatMap { share in
        let reach = max(direction.reaches[Int(Double(direction.reaches.count - 1) * share)], 0)
        return [1, 2.2, 5, 9].filter { $0 < 3 || share == 1 }.map { slack in
          let far = reach + gap * slack
          let place = LabelRequest.Candidate(
            block, beside: middle, towards: direction.toward, distance: far,
            cost: far * 0.12 + 5 * (1 + direction.toward.y) + (slack > 3 ? 30 : 0))
          return anchored(place, of: block, hasLeader: slack > 3)
        }
      }
    }
  }

  /// The same place, with the group's nearest point for its anchor.
  private func anchored(
    _ candidate: LabelRequest.Candidate, of block: TextBlock, hasLeader: Bool
  ) -> LabelRequest.Candidate {
    var place = candidate
    let box = block.ink.translated(by: Vector(x: place.origin.x, y: place.origin.y))
    place.anchor = directions.lazy.map(\.outermost).min {
      ($0 - box.nearest(to: $0)).length < ($1 - box.nearest(to: $1)).length
    }
    place.hasLeader = hasLeader
    return place
  }
}
