import Diagnostics
import Drawing
import Geometry
import TestSupport
import Testing

@testable import Figures

@Suite struct LabelPlacerTests {
  private let page = Rect(minX: 0, minY: 0, maxX: 400, maxY: 300)

  private func block(_ name: String, width: Double = 40, height: Double = 12) -> TextBlock {
    TextBlock(
      width: width, ascent: height * 0.75, descent: height * 0.25,
      ink: Rect(minX: 0, minY: -height * 0.75, maxX: width, maxY: height * 0.25), items: [], source: name)
  }

  private func emptyMap() -> ObstacleMap { ObstacleMap(page: page.size) }

  /// Twenty labels around random points, between obstacles (R1).
  @Test(arguments: 0..<200)
  func noTwoLabelsIntersect(_ seed: Int) {
    var generator = SplitMix64(seed: UInt64(seed))
    var map = emptyMap()
    var dots: [Rect] = []
    var requests: [[LabelRequest]] = []
    for mark in 0..<4 {
      requests.append([])
      for index in 0..<5 {
        let anchor = Point(
          x: .random(in: 20...380, using: &generator), y: .random(in: 20...280, using: &generator))
        map.add(dot: anchor, radius: 3, .solid)
        dots.append(Rect(minX: anchor.x, minY: anchor.y, maxX: anchor.x, maxY: anchor.y).outset(by: 3))
        let block = block(
          "label \(mark).\(index)", width: .random(in: 10...90, using: &generator),
          height: .random(in: 8...20, using: &generator))
        requests[mark].append(
          LabelRequest(
            block: block, candidates: LabelRequest.around(anchor, block, distance: 6), padding: 2,
            bounds: page, isOptional: .random(using: &generator)))
      }
    }
    var placer = LabelPlacer(obstacles: map)
    let placed = placer.place(requests)

    let asked = requests.joined().map { $0 }
    let labels = placed.joined().map { $0 }
    #expect(placed.map(\.count) == requests.map(\.count))
    let forced = Set(placer.complaints.map(\.message))
    func isForced(_ label: PlacedLabel) -> Bool { forced.contains { $0.contains("'\(label.block.source)'") } }
    // What has to be shown is shown, and what had to cover something is named.
    #expect(zip(asked, labels).allSatisfy { $0.isOptional || $1 != nil })
    let free = labels.compactMap { $0 }.filter { !isForced($0) }
    for (index, label) in free.enumerated() {
      #expect(page.contains(label.ink))
      #expect(!dots.contains { $0.intersects(label.ink) })
      #expect(!free[..<index].contains { $0.ink.intersects(label.ink) })
    }
    #expect(placer.complaints.allSatisfy { $0.severity == .warning })
  }

  @Test func takesTheCheapestFreePlace() throws {
    let block = block("a")
    let (near, far) = (Point(x: 100, y: 100), Point(x: 200, y: 100))
    let request = LabelRequest(
      block: block, candidates: [.init(origin: far, cost: 5), .init(origin: near, cost: 1)], padding: 2,
      bounds: page)
    var placer = LabelPlacer(obstacles: emptyMap())
    let placed = placer.place([[request, request]])
    #expect(placed[0].map { $0?.origin } == [near, far])
    #expect(placer.complaints.isEmpty)
  }

  @Test func avoidsMarksRatherThanItsSecondChoice() {
    var map = emptyMap()
    map.add(Rect(minX: 90, minY: 80, maxX: 150, maxY: 110), .heavy)
    let request = LabelRequest(
      block: block("a"),
      candidates: [
        .init(origin: Point(x: 100, y: 100), cost: 0), .init(origin: Point(x: 200, y: 100), cost: 30),
      ], padding: 2, bounds: page)
    var placer = LabelPlacer(obstacles: map)
    #expect(placer.place([[request]])[0][0]?.origin == Point(x: 200, y: 100))
  }

  @Test func whatDoesNotFitIsShownAndComplainedAbout() {
    var map = emptyMap()
    map.add(page, .solid)
    let request = LabelRequest(
      block: block("the minimum"), candidates: [.init(origin: Point(x: 50, y: 50), cost: 0)], padding: 2,
      bounds: page)
    var optional = request
    optional.isOptional = true
    var placer = LabelPlacer(obstacles: map)
    let placed = placer.place([[request, optional]])
    #expect(placed[0][0]?.origin == Point(x: 50, y: 50))
    #expect(placed[0][1] == nil)
    #expect(placer.complaints.map(\.message) == ["no free place for the label 'the minimum'"])
  }

  @Test func aLabelWithoutAnyPlaceIsNamed() {
    let request = LabelRequest(block: block("lost"), candidates: [], padding: 2, bounds: page)
    var placer = LabelPlacer(obstacles: emptyMap())
    #expect(placer.place([[request]])[0][0] == nil)
    #expect(placer.complaints.map(\.message) == ["no free place for the label 'lost'"])
  }

  @Test func neededLabelsGoBeforeOptionalOnes() {
    let candidates = [LabelRequest.Candidate(origin: Point(x: 50, y: 50), cost: 0)]
    let needed = LabelRequest(block: block("needed"), candidates: candidates, padding: 2, bounds: page)
    let optional = LabelRequest(
      block: block("optional"), candidates: candidates, padding: 2, bounds: page, isOptional: true)
    var placer = LabelPlacer(obstacles: emptyMap())
    let placed = placer.place([[optional], [needed]])
    #expect(placed[0][0] == nil)
    #expect(placed[1][0]?.block.source == "needed")
    #expect(placer.complaints.isEmpty)
  }

  @Test(arguments: LabelRequest.Side.allCases)
  func standsOnTheSideThatWasAskedFor(_ side: LabelRequest.Side) throws {
    let block = block("a")
    let anchor = Point(x: 200, y: 150)
    let request = LabelRequest(
      block: block, candidates: LabelRequest.around(anchor, block, distance: 8, preferring: side),
      padding: 2, bounds: page)
    var placer = LabelPlacer(obstacles: emptyMap())
    let ink = try #require(placer.place([[request]])[0][0]).ink
    let name = "\(side)".lowercased()
    #expect(name.contains("right") == (ink.minX > anchor.x))
    #expect(name.contains("left") == (ink.maxX < anchor.x))
    #expect(name.contains("above") == (ink.maxY < anchor.y))
    #expect(name.contains("below") == (ink.minY > anchor.y))
  }

  /// Points that drift apart and past each other over sixty pictures: with the places of the picture before, fewer
  /// labels change sides than without.
  @Test func earlierPlacesAreKept() {
    var changes = [0, 0]
    for seed in 0..<4 {
      for (which, keeps) in [false, true].enumerated() {
        var generator = SplitMix64(seed: UInt64(seed))
        let starts = (0..<12).map { _ in
          Point(x: .random(in: 100...300, using: &generator), y: .random(in: 80...220, using: &generator))
        }
        let drifts = (0..<12).map { _ in
          Vector(x: .random(in: -1...1, using: &generator), y: .random(in: -1...1, using: &generator))
        }
        var earlier: [[Int?]] = []
        for frame in 0..<60 {
          let anchors = zip(starts, drifts).map { $0 + $1 * Double(frame) }
          var map = emptyMap()
          for anchor in anchors { map.add(dot: anchor, radius: 3, .solid) }
          let requests = anchors.enumerated().map { index, anchor in
            let block = block("label \(index)")
            return LabelRequest(
              block: block, candidates: LabelRequest.around(anchor, block, distance: 6), padding: 2,
              bounds: page,
              anchor: anchor, anchorRadius: 3)
          }
          var placer = LabelPlacer(obstacles: map, keeping: keeps ? earlier : [])
          let choices = placer.place([requests]).map { $0.map { $0?.choice } }
          if frame > 0 { changes[which] += zip(choices[0], earlier[0]).count { $0 != $1 } }
          earlier = choices
        }
      }
    }
    #expect(changes[1] * 2 < changes[0])
  }
}
