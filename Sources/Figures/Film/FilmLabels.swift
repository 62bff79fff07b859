import Diagnostics
import Drawing
import Geometry

/// Where the labels of a film's marks stand: which of its places each of them takes is the same in all frames.
struct FilmLabels: Sendable {
  /// A label among those of its mark.
  private struct Key: Hashable {
    let part: Int
    /// Among the labels of the part.
    let number: Int
  }

  /// For each panel and mark.
  private var choices: [[[Key: Int?]]]
  /// The labels of marks that never change, for each panel and mark.
  let still: [[[PlacedLabel]]]
  /// How many labels found no free place.
  let complaints: [Diagnostic]

  /// Chooses the places.
  ///
  /// `moments` are, for each moment, panel and mark, what is shown of those that change; `isStill` tells the marks
  /// that do not.
  init(in layout: FigureLayout, isStill: [[Bool]], moments: [[[EvaluatedMark?]]]) {
    let marks = layout.panels.map(\.figure.marks)
    let moving = zip(marks, isStill).map { zip($0, $1).map { $1 ? [] : [$0] } }
    // What never changes keeps clear of whatever comes.
    let all = marks.enumerated().map { panel, marks in
      marks.enumerated().map { index, mark in
        isStill[panel][index] ? [mark] : moments.compactMap { $0[panel][index] }
      }
    }
    let requests = layout.panels.enumerated().map { panel, layout in
      layout.figure.marks.enumerated().map { isStill[panel][$0] ? layout.requests(of: $1) : [] }
    }
    let (placed, complaints) = layout.place(requests, among: layout.obstacles(of: all))
    still = placed.map { $0.map { $0.compactMap(\.self) } }
    choices = marks.map { $0.map { _ in [:] } }
    var ground = layout.obstacles(
      of: zip(marks, isStill).map { zip($0, $1).map { $1 ? [$0] : [] } })
    ground.owner = ObstacleMap.Owner()
    for label in still.joined().joined() { ground.add(label.ink.outset(by: 2), .solid) }
    self.complaints = complaints
    guard moving.contains(where: { $0.contains { !$0.isEmpty } }) else { return }
    choose(in: layout, isStill: isStill, moments: moments, on: ground)
  }

  /// Lets each label of a mark that changes take the place that is best at all moments together.
  private mutating func choose(
    in layout: FigureLayout, isStill: [[Bool]], moments: [[[EvaluatedMark?]]], on ground: ObstacleMap
  ) {
    var views: [(requests: [[[LabelRequest]]], obstacles: ObstacleMap)] = []
    for moment in moments {
      var obstacles = ground
      var number = 0
      let requests = layout.panels.enumerated().map { panel, layout in
        layout.figure.marks.indices.map { index -> [LabelRequest] in
          defer { number += 1 }
          guard !isStill[panel][index], let mark = moment[panel][index] else { return [] }
          obstacles.owner = ObstacleMap.Owner(mark: number)
          mark.block(on: layout.panel(of: mark), in: &obstacles)
          return layout.requests(of: mark)
        }
      }
      views.append((requests, obstacles))
    }
    let placed = views.map { layout.place($0.requests, among: $0.obstacles).labels }
    var number = 0
    for panel in choices.indices {
      for mark in choices[panel].indices {
        choices[panel][mark] = Self.choice(
          among: placed.map { $0[panel][mark] },
          views.map { ($0.requests[panel][mark], $0.obstacles) }, of: number)
        number += 1
      }
    }
  }

  /// For each label of a mark the place that some moment proposes and that costs least at all of them.
  private static func choice(
    among placed: [[PlacedLabel?]], _ views: [(requests: [LabelRequest], obstacles: ObstacleMap)],
    of mark: Int
  ) -> [Key: Int?] {
    var proposed: [Key: [Int?]] = [:]
    for (labels, view) in zip(placed, views) {
      for (key, label) in zip(keys(of: view.requests), labels) {
        if proposed[key]?.contains(label?.choice) != true { proposed[key, default: []].append(label?.choice) }
      }
    }
    var chosen: [Key: Int?] = [:]
    for (key, choices) in proposed {
      let places = choices.compactMap(\.self)
      var costs = places.map { _ in 0.0 }
      for view in views where places.count > 1 {
        guard let index = keys(of: view.requests).firstIndex(of: key) else { continue }
        let seeker = Seeker(view.requests[index], mark: mark, index: index, keeping: nil)
        for place in places.indices { costs[place] += seeker.cost(at: places[place], among: view.obstacles) }
      }
      chosen[key] = .some(costs.indices.min { (costs[$0], $0) < (costs[$1], $1) }.map { places[$0] })
    }
    return chosen
  }

  private static func keys(of requests: [LabelRequest]) -> [Key] {
    var counts: [Int: Int] = [:]
    return requests.map { request in
      defer { counts[request.part, default: 0] += 1 }
      return Key(part: request.part, number: counts[request.part] ?? 0)
    }
  }

  /// The labels of a mark in their places.
  func placed(_ requests: [LabelRequest], of mark: Int, panel: Int) -> [PlacedLabel] {
    zip(Self.keys(of: requests), requests).compactMap { key, request in
      let seeker = Seeker(request, mark: mark, index: 0, keeping: nil)
      switch choices[panel][mark][key] {
      case .some(.some(let choice)): return seeker.placed(at: choice)
      // There was no place for it.
      case .some(.none): return nil
      case nil: return request.isOptional ? nil : seeker.placed(at: -1)
      }
    }
  }
}
