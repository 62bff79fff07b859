import Diagnostics
import Drawing
import Geometry

/// A label that looks for a place: its request, and what its places are worth.
struct Seeker {
  /// Where to look.
  enum Stage {
    /// At all places that the request names.
    case near
    /// Some lines of text away, with a leader line.
    case away
    /// Further away still.
    case far
    /// Anywhere on the page, even beyond the frame of its panel.
    case outside
  }

  let request: LabelRequest
  let mark: Int
  let index: Int
  /// The number of a place that it should keep if it can.
  private let kept: Int?
  /// The numbers of the request's places, the cheapest first.
  private let order: [Int]

  init(_ request: LabelRequest, mark: Int, index: Int, keeping kept: Int?) {
    self.request = request
    self.mark = mark
    self.index = index
    self.kept = kept
    // A place without a cost is none now, but keeps the numbers of the others.
    order = request.candidates.indices.filter { request.candidates[$0].cost < .infinity }.sorted {
      (request.candidates[$0].cost, $0) < (request.candidates[$1].cost, $1)
    }
  }

  /// What makes it worth while to look further away: most of a word stands over a line.
  static let poorCost = 150.0

  private var owner: ObstacleMap.Owner { .init(mark: mark, part: request.part) }

  /// The numbers of the places with leader lines, which follow those of the request.
  private var ringNumbers: Range<Int> {
    let first = request.candidates.count
    guard let anchor = request.anchor, anchor.isFinite else { return first..<first }
    return first..<first + LabelRequest.ringPlaceCount
  }

  /// The place with a number.
  func candidate(_ number: Int) -> LabelRequest.Candidate? {
    if request.candidates.indices.contains(number) { return request.candidates[number] }
    guard let anchor = request.anchor, ringNumbers.contains(number) else { return nil }
    return LabelRequest.ringPlace(
      number - ringNumbers.lowerBound, around: anchor, request.block, radius: request.anchorRadius)
  }

  /// The cheapest places off everything solid, at most so many; the search does not go on where none can be better.
  func seats(among obstacles: ObstacleMap, atMost limit: Int) -> [LabelSearch.Seat] {
    var seats: [LabelSearch.Seat] = []
    var best = Double.infinity
    for number in order {
      if seats.count >= limit, request.candidates[number].cost > best + 20 { break }
      guard let seat = seat(number, request.candidates[number], among: obstacles) else { continue }
      best = min(best, seat.cost)
      seats.append(seat)
    }
    return sorted(seats)
  }

  /// All places of a stage.
  func seats(among obstacles: ObstacleMap, _ stage: Stage) -> [LabelSearch.Seat] {
    switch stage {
    case .near:
      return sorted(order.compactMap { seat($0, request.candidates[$0], among: obstacles) })
    case .away, .far, .outside:
      let middle = ringNumbers.lowerBound + ringNumbers.count / 2
      let numbers =
        switch stage {
        case .near, .away: ringNumbers.prefix(upTo: middle)
        case .far: ringNumbers.suffix(from: middle)
        case .outside: ringNumbers[...]
        }
      let room = stage == .outside ? obstacles.wholePage : nil
      return sorted(
        numbers.compactMap { number in
          candidate(number).flatMap { seat(number, $0, among: obstacles, in: room) }
        })
    }
  }

  /// The best place of a label that may be left out.
  func firstSeat(among obstacles: ObstacleMap) -> LabelSearch.Seat? {
    var best: LabelSearch.Seat?
    for number in order {
      if let best, request.candidates[number].cost >= best.cost { return best }
      guard let seat = seat(number, request.candidates[number], among: obstacles), seat.cost < 1000 else {
        continue
      }
      if seat.cost < best?.cost ?? .infinity { best = seat }
    }
    return best
  }

  private func sorted(_ seats: [LabelSearch.Seat]) -> [LabelSearch.Seat] {
    seats.sorted { ($0.cost, $0.choice) < ($1.cost, $1.choice) }
  }

  private func ink(_ candidate: LabelRequest.Candidate) -> Rect {
    (request.variant(at: candidate)?.block ?? request.block).ink
      .translated(by: Vector(x: candidate.origin.x, y: candidate.origin.y))
  }

  /// What a label takes among labels: side by side they need more room than above one another.
  private func reserved(_ ink: Rect) -> Rect {
    let (across, up) = (max(request.padding / 2, 0.2 * min(ink.height, 16)), max(request.padding / 2, 2))
    return Rect(
      minX: ink.minX - across, minY: ink.minY - up, maxX: ink.maxX + across, maxY: ink.maxY + up)
  }

  /// A place and what it costs; `nil` if the label would cover something solid or leave its bounds there.
  private func seat(
    _ number: Int, _ candidate: LabelRequest.Candidate, among obstacles: ObstacleMap, in bounds: Rect? = nil
  ) -> LabelSearch.Seat? {
    let ink = ink(candidate)
    guard (bounds ?? request.bounds).contains(ink) else { return nil }
    let gap = (candidate.anchor ?? request.anchor).map { ($0 - ink.nearest(to: $0)).length } ?? 0
    let em = min(ink.height, 16)
    let reach = candidate.hasLeader || gap == 0 ? 0 : max(gap, request.padding) + em
    let pieces = request.variant(at: candidate)?.pieces ?? []
    var coverage = ObstacleMap.Coverage()
    for box in pieces.isEmpty ? [ink.outset(by: request.padding)] : pieces {
      let part = obstacles.coverage(of: box, reach: reach, owner: owner, stopsAtSolid: true)
      guard !part.isSolid else { return nil }
      coverage.cost += part.cost
      coverage.light += part.light
      coverage.nearest = min(coverage.nearest, part.nearest)
    }
    var seat = LabelSearch.Seat(
      box: reserved(ink), leader: leader(to: ink, for: candidate),
      // What may be left out stands in the thin lines themselves.
      cost: candidate.cost + coverage.cost - (request.isOptional ? coverage.light : 0), choice: number)
    let distance = coverage.nearest + request.padding
    if distance < gap {
      // Whoever stands nearer to another mark than to its own is taken for that one's label.
      seat.cost += 60
    } else if distance < gap + em {
      seat.cost += 14 * (1 - (distance - gap) / em)
    }
    if let leader = seat.leader, obstacles.isCrossed(by: leader.start, leader.end) { seat.cost += 120 }
    if number == kept { seat.cost -= 25 }
    return seat
  }

  /// From the edge of the mark to shortly before the ink.
  private func leader(to ink: Rect, for candidate: LabelRequest.Candidate) -> PlacedLabel.Leader? {
    guard candidate.hasLeader, let anchor = candidate.anchor ?? request.anchor else { return nil }
    var target = ink.nearest(to: anchor)
    // At the middle of a word's beginning or end rather than at a corner.
    if anchor.x < ink.minX - 3 || anchor.x > ink.maxX + 3 { target.y = ink.midY }
    let along = (target - anchor).normalized
    let leader = PlacedLabel.Leader(
      anchor: anchor, start: anchor + along * (request.anchorRadius + 1.5), end: target + along * -3)
    // What stands within a line of text is not apart, and a line so short reads as a stroke of the label.
    return (leader.end - leader.start).dot(along) > min(ink.height, 16) ? leader : nil
  }

  /// The numbers of the cheapest places of the request.
  func nearPlaces(_ count: Int) -> [Int] { Array(order.prefix(count)) }

  /// The place with a number, and what it costs to stand there whatever that covers; `nil` if there is none at all.
  func seat(at choice: Int, among obstacles: ObstacleMap) -> LabelSearch.Seat? {
    let candidate = candidate(choice)
    if let candidate, candidate.cost < .infinity, let free = seat(choice, candidate, among: obstacles) {
      return free
    }
    guard var seat = forcedSeat(at: choice) else { return nil }
    let coverage = obstacles.coverage(of: seat.box)
    // More than any free place, and more the more it covers.
    seat.cost = 400 + min(coverage.cost, 1000) + seat.shift.length * 10
    return seat
  }

  /// The label in a place that it was given.
  func placed(in seat: LabelSearch.Seat) -> PlacedLabel {
    let candidate = candidate(seat.choice)
    return PlacedLabel(
      block: candidate.flatMap(request.variant)?.block ?? request.block,
      origin: (candidate?.origin ?? .zero) + seat.shift, part: request.part, hasHalo: request.hasHalo,
      leader: seat.leader, choice: seat.choice)
  }

  /// The label in the place with a number, whatever that covers, moved as far as its bounds ask; in the first place
  /// if it has no such place now, `nil` if it has none at all.
  func placed(at choice: Int) -> PlacedLabel? { forcedSeat(at: choice).map(placed) }

  private func forcedSeat(at choice: Int) -> LabelSearch.Seat? {
    let usual = candidate(choice).map { (choice, $0) }
    guard let (number, candidate) = usual ?? order.first.map({ ($0, request.candidates[$0]) }) else {
      return nil
    }
    let wanted = ink(candidate)
    let shift = request.bounds.shiftInside(of: wanted)
    let ink = wanted.translated(by: shift)
    var seat = LabelSearch.Seat(
      box: reserved(ink), leader: leader(to: ink, for: candidate), cost: 0, choice: number)
    seat.shift = shift
    return seat
  }

  /// Where the label covers least, on the page or off it, if there is no good place.
  func leastBadSeat(
    among obstacles: ObstacleMap, and others: [LabelSearch.Seat]
  ) -> LabelSearch.Seat? {
    var best: LabelSearch.Seat?
    for number in order + ringNumbers.prefix(ringNumbers.count / 4) {
      guard let candidate = candidate(number) else { continue }
      let wanted = ink(candidate)
      let shift = obstacles.shiftOntoPage(of: wanted)
      let ink = wanted.translated(by: shift)
      var seat = LabelSearch.Seat(
        box: reserved(ink), leader: leader(to: ink, for: candidate), cost: candidate.cost, choice: number)
      seat.shift = shift
      seat.cost += (ink.area - ink.intersection(request.bounds).area) * 20
      guard seat.cost < best?.cost ?? .infinity else { continue }
      seat.cost += obstacles.coverage(of: ink.outset(by: request.padding)).cost
      guard seat.cost < best?.cost ?? .infinity else { continue }
      // Most are elsewhere on the page, and cost less to pass over than to look at.
      for index in others.indices where others[index].extent.overlaps(seat.extent) {
        let other = others[index]
        guard seat.collides(with: other) else { continue }
        // To read two labels over each other is harder than one over a line.
        let common = seat.box.intersection(other.box)
        seat.cost += common.isEmpty ? 300 : 500 + common.area * 20
      }
      if seat.cost < best?.cost ?? .infinity { best = seat }
    }
    return best
  }

  /// That there is no good place.
  var complaint: Diagnostic {
    Diagnostic(
      "no free place for the label '\(shortened(request.block.source, to: 60))'",
      at: request.block.location ?? request.location,
      help: request.candidates.count == 1
        ? "move it to where nothing is" : "make it shorter, or give it more room",
      severity: .warning)
  }
}

extension Rect {
  /// How far a box must move to lie inside; one that is larger keeps its beginning there.
  fileprivate func shiftInside(of box: Rect) -> Vector {
    Vector(
      x: max(min(0, maxX - box.maxX), minX - box.minX), y: max(min(0, maxY - box.maxY), minY - box.minY))
  }

  fileprivate var area: Double { isEmpty ? 0 : width * height }
}
