import Diagnostics
import Drawing
import Geometry

/// Gives labels their places, one after another: each takes the cheapest place still free.
///
/// Labels that must be shown go first, in the order in which they were asked for; optional ones fill in.
struct LabelPlacer {
  private(set) var obstacles: ObstacleMap
  /// Labels that had to cover something, or had no place at all.
  private(set) var complaints: [Diagnostic] = []

  init(obstacles: ObstacleMap) { self.obstacles = obstacles }

  /// The placed labels of each mark, in the order of its requests; `nil` where there is no place.
  mutating func place(_ requests: [[LabelRequest]]) -> [[PlacedLabel?]] {
    var placed = requests.map { [PlacedLabel?](repeating: nil, count: $0.count) }
    for isOptional in [false, true] {
      for (mark, labels) in requests.enumerated() {
        for (index, request) in labels.enumerated() where request.isOptional == isOptional {
          placed[mark][index] = place(request)
        }
      }
    }
    return placed
  }

  private mutating func place(_ request: LabelRequest) -> PlacedLabel? {
    var best: (candidate: LabelRequest.Candidate, cost: Double)?
    for candidate in request.candidates {
      let ink = box(of: request, at: candidate)
      guard request.bounds.contains(ink) else { continue }
      let cost = candidate.cost + obstacles.cost(of: ink.outset(by: request.padding))
      if cost < best?.cost ?? .infinity { best = (candidate, cost) }
    }
    if let best {
      if request.isOptional, best.cost > 1000 { return nil }
      return take(best.candidate, for: request)
    }
    if request.isOptional { return nil }
    complaints.append(
      Diagnostic(
        "no free place for the label '\(request.block.source)'", at: request.block.location,
        severity: .warning))
    return request.candidates.first.map { take($0, for: request) }
  }

  private mutating func take(
    _ candidate: LabelRequest.Candidate, for request: LabelRequest
  ) -> PlacedLabel {
    obstacles.add(box(of: request, at: candidate).outset(by: request.padding / 2), .solid)
    return PlacedLabel(
      block: request.block, origin: candidate.origin, part: request.part, hasHalo: request.hasHalo)
  }

  private func box(of request: LabelRequest, at candidate: LabelRequest.Candidate) -> Rect {
    request.block.ink.translated(by: Vector(x: candidate.origin.x, y: candidate.origin.y))
  }
}
