import Geometry

/// A label among those of its mark.
struct FilmLabelKey: Hashable {
  let part: Int
  /// Among the labels of the part.
  let number: Int
}

extension [LabelRequest] {
  /// What tells each from the others at every moment.
  var keys: [FilmLabelKey] {
    var counts: [Int: Int] = [:]
    return map { request in
      defer { counts[request.part, default: 0] += 1 }
      return FilmLabelKey(part: request.part, number: counts[request.part] ?? 0)
    }
  }
}

/// Chooses for each label that moves the place that it has in all frames: one that is good at every moment, rather
/// than best at some and over something else at others.
///
/// Some moments propose places; then label after label takes the one that costs least among what all moments show
/// and where the other labels stand, until none finds a better one.
struct FilmLabelChoice {
  /// What there is to see at a moment.
  struct View {
    /// For each mark of all panels.
    var requests: [[LabelRequest]]
    var obstacles: ObstacleMap
  }

  /// A label, and for each of its places and each moment what it takes and costs; `nil` where there is no label.
  private struct Candidate {
    let mark: Int
    let key: FilmLabelKey
    let choices: [Int]
    let seats: [[LabelSearch.Seat?]]
  }

  /// For each mark.
  private(set) var chosen: [Int: [FilmLabelKey: Int]] = [:]

  /// As many moments propose places.
  private static let proposing = 9
  /// As many of its cheapest places are looked at besides.
  private static let nearPlaces = 8
  /// What it costs at a moment to stand over another label.
  private static let collision = 600.0
  /// A place costs so much more for each point of its leader line.
  private static let perLeaderLength = 0.5

  init(among views: [View]) {
    let labels = Self.candidates(views, Self.proposals(of: views))
    var places = labels.map { _ in 0 }
    func costs(of label: Int) -> [Double] {
      labels[label].seats.map { seats in
        let costs = seats.enumerated().compactMap { moment, seat -> Double? in
          guard let seat else { return nil }
          let others = labels.indices.count { other in
            guard other != label, let other = labels[other].seats[places[other]][moment] else { return false }
            return seat.collides(with: other)
          }
          return seat.cost + Double(others) * Self.collision
        }
        // The worst moment counts as much as all together.
        return costs.reduce(0, +) / Double(max(costs.count, 1)) + (costs.max() ?? 0)
      }
    }
    for _ in 0..<6 {
      var hasChanged = false
      for label in labels.indices where labels[label].choices.count > 1 {
        let costs = costs(of: label)
        guard let best = costs.indices.min(by: { (costs[$0], $0) < (costs[$1], $1) }) else { continue }
        // Gains below this change nothing.
        guard costs[best] < costs[places[label]] - 1 else { continue }
        places[label] = best
        hasChanged = true
      }
      if !hasChanged { break }
    }
    for (label, place) in zip(labels, places) {
      chosen[label.mark, default: [:]][label.key] = label.choices[place]
    }
  }

  /// The places that some moments give the labels, and their usual ones, for each mark.
  private static func proposals(of views: [View]) -> [Int: [FilmLabelKey: [Int]]] {
    var proposed: [Int: [FilmLabelKey: [Int]]] = [:]
    for index in spread(proposing, over: views.count) {
      let view = views[index]
      var placer = LabelPlacer(obstacles: view.obstacles)
      for (mark, labels) in placer.place(view.requests).enumerated() {
        for (index, key) in view.requests[mark].keys.enumerated() {
          let seeker = Seeker(view.requests[mark][index], mark: mark, index: index, keeping: nil)
          var known = proposed[mark]?[key] ?? []
          for choice in [labels[index]?.choice].compactMap(\.self) + seeker.nearPlaces(nearPlaces)
          where !known.contains(choice) {
            known.append(choice)
          }
          proposed[mark, default: [:]][key] = known
        }
      }
    }
    return proposed
  }

  private static func candidates(
    _ views: [View], _ proposed: [Int: [FilmLabelKey: [Int]]]
  ) -> [Candidate] {
    let keys = views.map { $0.requests.map(\.keys) }
    return proposed.sorted { $0.key < $1.key }.flatMap { mark, labels in
      labels.sorted { ($0.key.part, $0.key.number) < ($1.key.part, $1.key.number) }.map { key, choices in
        let seekers = zip(views, keys).map { view, keys in
          keys[mark].firstIndex(of: key).map {
            Seeker(view.requests[mark][$0], mark: mark, index: $0, keeping: nil)
          }
        }
        let seats = choices.map { choice in
          zip(seekers, views).map { seeker, view in seeker.flatMap { seat($0, choice, view.obstacles) } }
        }
        return Candidate(mark: mark, key: key, choices: choices, seats: seats)
      }
    }
  }

  private static func seat(
    _ seeker: Seeker, _ choice: Int, _ obstacles: ObstacleMap
  ) -> LabelSearch.Seat? {
    var seat = seeker.seat(at: choice, among: obstacles)
    if let leader = seat?.leader { seat?.cost += (leader.end - leader.start).length * perLeaderLength }
    return seat
  }

  /// Some numbers below `count`, evenly chosen, the first and the last among them.
  static func spread(_ some: Int, over count: Int) -> [Int] {
    guard count > some, some > 1 else { return Array(0..<max(count, 0)) }
    return (0..<some).map { $0 * (count - 1) / (some - 1) }
  }
}
