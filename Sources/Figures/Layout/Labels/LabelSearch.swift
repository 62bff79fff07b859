import Geometry

/// Chooses a place for each of several labels so that no two collide and the sum of their costs is small.
///
/// Greedy by difficulty (the label with the fewest places first), then a local search by ejection chains: a label
/// takes a better place, those in its way move to the best that is left for them, and the exchange stays if it pays.
/// Without randomness, and with bounded work. The objective is that of Christensen, Marks and Shieber (1995).
struct LabelSearch {
  /// A place that a label may take.
  struct Seat {
    /// What it takes of the page, half the distance to other labels included.
    let box: Rect
    let leader: PlacedLabel.Leader?
    var cost: Double
    /// Which of the request's places it is.
    let choice: Int
    /// How far the label is pushed from there to stay on the page.
    var shift = Vector.zero
    /// Around the box and the leader line.
    let extent: Rect

    init(box: Rect, leader: PlacedLabel.Leader?, cost: Double, choice: Int) {
      self.box = box
      self.leader = leader
      self.cost = cost
      self.choice = choice
      extent = leader.map { Rect(from: $0.anchor, to: $0.end).union(box) } ?? box
    }

    /// Whether labels in both would touch, or one the other's leader.
    func collides(with other: Seat) -> Bool {
      guard extent.overlaps(other.extent) else { return false }
      if box.overlaps(other.box) { return true }
      if let leader, other.box.clip(leader.start, leader.end) != nil { return true }
      if let leader = other.leader, box.clip(leader.start, leader.end) != nil { return true }
      if let leader, let second = other.leader {
        // From the marks on, so that two that begin at almost one point do not swap their labels.
        return cross((leader.anchor, leader.end), (second.anchor, second.end))
      }
      return false
    }
  }

  /// What a label without a place costs: more than any place.
  private static let missing = 10_000.0
  /// Gains below this change nothing: what is as good stays where it is.
  private static let threshold = 1.0

  /// For each label its places, the cheapest first.
  private(set) var seats: [[Seat]]
  /// For each label the number of its place.
  private var chosen: [Int?]
  /// The extents of the places taken, side by side for speed; nowhere for labels without one.
  private var extents: [Rect]
  /// How many pairs of places may still be compared.
  private var budget = 200_000

  private static let nowhere = Rect(
    minX: .infinity, minY: .infinity, maxX: -.infinity, maxY: -.infinity)

  init(_ seats: [[Seat]]) {
    self.seats = seats
    chosen = [Int?](repeating: nil, count: seats.count)
    extents = [Rect](repeating: Self.nowhere, count: seats.count)
  }

  /// The place of a label.
  subscript(label: Int) -> Seat? { chosen[label].map { seats[label][$0] } }

  /// Gives a label more places; those it had keep their numbers.
  mutating func extend(_ label: Int, by more: [Seat]) { seats[label] += more }

  /// Chooses places for all labels that have none, then improves all of them.
  mutating func solve() {
    let order = seats.indices.sorted { (seats[$0].count, $0) < (seats[$1].count, $1) }
    for label in order where chosen[label] == nil {
      assign(label, best(label) { _ in true })
    }
    for _ in 0..<8 {
      var isBetter = false
      for label in order where budget > 0 && improve(label) { isBetter = true }
      guard isBetter else { return }
    }
  }

  private mutating func assign(_ label: Int, _ number: Int?) {
    chosen[label] = number
    extents[label] = self[label]?.extent ?? Self.nowhere
  }

  private mutating func restore(_ earlier: [Int?]) {
    for label in earlier.indices where chosen[label] != earlier[label] { assign(label, earlier[label]) }
  }

  private func cost(_ label: Int) -> Double { self[label]?.cost ?? Self.missing }

  /// The cheapest place of a label that collides with no other label's.
  private mutating func best(_ label: Int, where isAllowed: (Seat) -> Bool) -> Int? {
    for (number, seat) in seats[label].enumerated() where isAllowed(seat) {
      if blockers(of: seat, of: label, atMost: 1).isEmpty { return number }
    }
    return nil
  }

  /// The labels whose places collide with one; `atMost` ends the search.
  private mutating func blockers(of seat: Seat, of label: Int, atMost limit: Int) -> [Int] {
    budget -= extents.count
    var found: [Int] = []
    for other in extents.indices where other != label {
      // Nothing is as frequent as this question; only what is near needs a closer look.
      guard extents[other].overlaps(seat.extent), self[other]?.collides(with: seat) ?? false else { continue }
      found.append(other)
      if found.count >= limit { break }
    }
    return found
  }

  /// Moves a label to a better place if those in its way find others; false if nothing pays.
  private mutating func improve(_ label: Int) -> Bool {
    let before = chosen
    for (number, seat) in seats[label].enumerated() where seat.cost < cost(label) - Self.threshold {
      guard budget > 0 else { return false }
      let gain = cost(label) - seat.cost
      if let loss = move(label, to: number, depth: 2), loss < gain - Self.threshold { return true }
      restore(before)
    }
    return false
  }

  /// Takes a place and moves those in its way, and those in theirs; what that costs them, or `nil` if it cannot be
  /// done.
  private mutating func move(_ label: Int, to number: Int, depth: Int) -> Double? {
    let seat = seats[label][number]
    let blocking = blockers(of: seat, of: label, atMost: 4)
    guard blocking.count < 4 else { return nil }
    assign(label, number)
    let costs = blocking.map { cost($0) }
    for other in blocking { assign(other, nil) }
    var loss = 0.0
    for (other, cost) in zip(blocking, costs) {
      if let free = best(other, where: { !$0.collides(with: seat) }) {
        assign(other, free)
        loss += seats[other][free].cost - cost
        continue
      }
      guard depth > 0, let further = push(other, past: seat, depth: depth - 1) else { return nil }
      loss += further - cost
    }
    return loss
  }

  /// The cheapest way to find a place for a label although all are taken; its cost with all that follows from it.
  private mutating func push(_ label: Int, past seat: Seat, depth: Int) -> Double? {
    let before = chosen
    let homeless = before.count { $0 == nil }
    var best: (total: Double, chosen: [Int?])?
    for (number, own) in seats[label].enumerated() where !own.collides(with: seat) {
      guard budget > 0, own.cost < best?.total ?? .infinity else { break }
      let pushed = blockers(of: own, of: label, atMost: 2)
      if pushed.count == 1, let loss = move(label, to: number, depth: depth),
        chosen.count(where: { $0 == nil }) < homeless
      {
        let total = own.cost + loss
        if total < best?.total ?? .infinity { best = (total, chosen) }
      }
      restore(before)
    }
    guard let best else { return nil }
    restore(best.chosen)
    return best.total
  }
}
