import Diagnostics
import Drawing
import Geometry

/// Where the labels of a film's marks stand: which of its places each of them takes is the same in all frames.
struct FilmLabels: Sendable {
  /// For each panel and mark.
  private var choices: [[[FilmLabelKey: Int]]]
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
    let views = moments.map { moment -> FilmLabelChoice.View in
      var obstacles = ground
      var number = 0
      let requests = layout.panels.enumerated().map { panel, layout in
        layout.figure.marks.indices.map { index -> [LabelRequest] in
          defer { number += 1 }
          guard !isStill[panel][index], let mark = moment[panel][index] else { return [] }
          obstacles.owner = ObstacleMap.Owner(mark: number)
          mark.block(on: layout.panel(of: mark), in: &obstacles)
          return Self.lasting(layout.requests(of: mark))
        }
      }
      return FilmLabelChoice.View(requests: requests.flatMap(\.self), obstacles: obstacles)
    }
    var number = 0
    let chosen = FilmLabelChoice(among: views).chosen
    for panel in choices.indices {
      for mark in choices[panel].indices {
        choices[panel][mark] = chosen[number] ?? [:]
        number += 1
      }
    }
  }

  /// The labels without those that may be left out: the numbers of contours that move would jump along them.
  private static func lasting(_ requests: [LabelRequest]) -> [LabelRequest] {
    requests.filter { !$0.isOptional }
  }

  /// The labels of a mark that changes in their places.
  func placed(_ requests: [LabelRequest], of mark: Int, panel: Int) -> [PlacedLabel] {
    let requests = Self.lasting(requests)
    return zip(requests.keys, requests).compactMap { key, request in
      // A label that none of the moments has shown takes its best place.
      Seeker(request, mark: mark, index: 0, keeping: nil).placed(at: choices[panel][mark][key] ?? -1)
    }
  }
}
