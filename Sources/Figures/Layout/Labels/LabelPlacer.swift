import Diagnostics
import Drawing
import Geometry

/// Gives labels their places, all together: near what they speak of, off each other and off the picture.
///
/// Those that must be shown share the page among themselves; where the places near a mark are taken, a label moves
/// away and a leader line joins them. Optional ones fill in, in the order in which they were asked for.
struct LabelPlacer {
  private(set) var obstacles: ObstacleMap
  /// Labels that had to cover something, or had no place at all.
  private(set) var complaints: [Diagnostic] = []
  /// For each mark and label the number of the place that it had in an earlier picture and should keep.
  private let earlier: [[Int?]]

  init(obstacles: ObstacleMap, keeping earlier: [[Int?]] = []) {
    self.obstacles = obstacles
    self.earlier = earlier
  }

  /// The placed labels of each mark, in the order of its requests; `nil` where there is no place.
  mutating func place(_ requests: [[LabelRequest]]) -> [[PlacedLabel?]] {
    var placed = requests.map { [PlacedLabel?](repeating: nil, count: $0.count) }
    let all = requests.enumerated().flatMap { mark, labels in
      labels.enumerated().map {
        Seeker($0.element, mark: mark, index: $0.offset, keeping: kept(mark, $0.offset))
      }
    }
    let needed = all.filter { !$0.request.isOptional }
    for (label, place) in zip(needed, seats(for: needed)) {
      placed[label.mark][label.index] = place.map { take($0, for: label) }
    }
    for label in all where label.request.isOptional {
      placed[label.mark][label.index] = label.firstSeat(among: obstacles).map { take($0, for: label) }
    }
    return placed
  }

  private func kept(_ mark: Int, _ index: Int) -> Int? {
    earlier.indices.contains(mark) && earlier[mark].indices.contains(index) ? earlier[mark][index] : nil
  }

  /// Places for labels that must be shown: near ones, then those with leaders, then the least bad.
  private mutating func seats(for labels: [Seeker]) -> [LabelSearch.Seat?] {
    var search = LabelSearch(labels.map { $0.seats(among: obstacles, atMost: 12) })
    search.solve()
    // Rather at the end of a leader line than over an axis.
    let poor = labels.indices.filter { search[$0].map { $0.cost > Seeker.poorCost } ?? false }
    for label in poor { search.extend(label, by: labels[label].seats(among: obstacles, .away)) }
    if !poor.isEmpty { search.solve() }
    for stage in [Seeker.Stage.near, .away, .far, .outside] {
      let homeless = labels.indices.filter { search[$0] == nil }
      guard !homeless.isEmpty else { break }
      for label in homeless { search.extend(label, by: labels[label].seats(among: obstacles, stage)) }
      search.solve()
    }
    var seats = labels.indices.map { search[$0] }
    for (index, label) in labels.enumerated() where seats[index] == nil {
      complaints.append(label.complaint)
      seats[index] = label.leastBadSeat(among: obstacles, and: seats.compactMap(\.self))
    }
    return seats
  }

  private mutating func take(_ seat: LabelSearch.Seat, for label: Seeker) -> PlacedLabel {
    let pieces = label.candidate(seat.choice).flatMap(label.request.variant)?.pieces ?? []
    for box in pieces.isEmpty ? [seat.box] : pieces { obstacles.add(box, .solid) }
    if let leader = seat.leader { obstacles.add(polyline: [leader.start, leader.end], width: 1, .solid) }
    return label.placed(in: seat)
  }
}
