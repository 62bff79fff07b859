import Geometry
import TestSupport
import Testing

@testable import Figures

@Suite struct LineCutterTests {
  private let box = Rect(minX: 10, minY: -5, maxX: 20, maxY: 5)

  @Test func aLineIsCutAtTheEdgesOfABox() {
    let pieces = LineCutter([box]).pieces(of: [Point(x: 0, y: 0), Point(x: 30, y: 0)], isClosed: false)
    #expect(pieces == [[Point(x: 0, y: 0), Point(x: 10, y: 0)], [Point(x: 20, y: 0), Point(x: 30, y: 0)]])
  }

  @Test func aLineThatStartsInsideLosesItsStart() {
    let pieces = LineCutter([box]).pieces(of: [Point(x: 15, y: 0), Point(x: 30, y: 0)], isClosed: false)
    #expect(pieces == [[Point(x: 20, y: 0), Point(x: 30, y: 0)]])
  }

  @Test func nothingIsLeftOfALineInside() {
    #expect(
      LineCutter([box]).pieces(of: [Point(x: 11, y: 0), Point(x: 19, y: 1)], isClosed: false).isEmpty)
    #expect(LineCutter([box]).pieces(of: [], isClosed: true).isEmpty)
  }

  @Test func aRingOutsideStaysClosed() {
    let ring = [Point(x: 30, y: 0), Point(x: 40, y: 0), Point(x: 40, y: 9)]
    #expect(LineCutter([box]).pieces(of: ring, isClosed: true) == [ring + [ring[0]]])
  }

  /// The start of a ring is no end: cut once, it is one piece.
  @Test func aRingCutOnceIsOnePiece() {
    let ring = [Point(x: 0, y: 20), Point(x: 0, y: 0), Point(x: 30, y: 0), Point(x: 30, y: 20)]
    for shift in ring.indices {
      let turned = Array(ring[shift...] + ring[..<shift])
      let pieces = LineCutter([box]).pieces(of: turned, isClosed: true)
      #expect(pieces.count == 1)
      #expect(pieces.first?.first == Point(x: 20, y: 0))
      #expect(pieces.first?.last == Point(x: 10, y: 0))
    }
  }

  @Test(arguments: 0..<100)
  func piecesAndHiddenPartsMakeTheWhole(_ seed: Int) {
    var generator = SplitMix64(seed: UInt64(seed))
    func random(_ range: ClosedRange<Double>) -> Double { .random(in: range, using: &generator) }
    let points = (0..<12).map { _ in Point(x: random(0...100), y: random(0...100)) }
    let boxes = (0..<4).map { _ in
      Rect(x: random(0...80), y: random(0...80), width: random(2...40), height: random(2...40))
    }
    let isClosed = Bool.random(using: &generator)
    let pieces = LineCutter(boxes).pieces(of: points, isClosed: isClosed)
    let whole = isClosed ? points + points.prefix(1) : points

    // Sampled finely: what lies outside all boxes is just as long as the pieces are.
    var outside = 0.0
    for (start, end) in zip(whole, whole.dropFirst()) {
      let samples = 500
      let visible = (0..<samples).count { k in
        let point = start.interpolated(to: end, (Double(k) + 0.5) / Double(samples))
        return !boxes.contains { $0.contains(point) }
      }
      outside += (end - start).length * Double(visible) / Double(samples)
    }
    let drawn = pieces.reduce(0) { $0 + length($1) }
    #expect(isClose(drawn, outside, within: 0.004, absolute: 1))
    for piece in pieces {
      #expect(piece.count > 1)
      for (start, end) in zip(piece, piece.dropFirst()) {
        for t in [0.001, 0.25, 0.5, 0.75, 0.999] {
          let point = start.interpolated(to: end, t)
          #expect(!boxes.contains { $0.inset(by: 1e-9).contains(point) })
        }
      }
    }
  }

  private func length(_ points: [Point]) -> Double {
    zip(points, points.dropFirst()).reduce(0) { $0 + ($1.1 - $1.0).length }
  }
}
