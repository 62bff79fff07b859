import Drawing
import Geometry
import TestSupport
import Testing

@testable import Figures

@Suite struct ArrowTests {
  /// Shaft and head as polylines.
  private func parts(_ arrow: Arrow) -> (shaft: [Point], head: [Point]) {
    var shafts = Path()
    var heads = Path()
    arrow.append(toShafts: &shafts, heads: &heads)
    return (shafts.points, heads.points)
  }

  @Test(arguments: [0.001, 1, 5, 12, 400], [2.0, 14.0])
  func endsExactlyAtItsTip(_ length: Double, _ headLength: Double) {
    for degrees in stride(from: 0.0, to: 360, by: 15) {
      let direction = Vector(angle: degrees)
      let start = Point(x: 50, y: 70)
      let tip = start + direction * length
      let (shaft, head) = parts(Arrow(from: start, to: tip, width: 3, headLength: headLength))
      #expect(shaft.first == start)
      #expect(head.first == tip)
      // No corner of the head lies beyond the tip or behind the tail, and the shaft ends inside the head.
      let reaches = (shaft + head).map { ($0 - start).dot(direction) }
      #expect(reaches.allSatisfy { -1e-9 <= $0 && $0 <= length + 1e-9 })
      let end = (shaft[1] - start).dot(direction)
      let size = min(headLength, 0.6 * length)
      #expect(length - size < end && end < length)
      // The head is as long as promised, and alike on both sides.
      #expect(isClose(length - (reaches.dropFirst(2).min() ?? 0), size, within: 1e-6))
      #expect(isClose((head[1] - start).cross(direction), -(head[3] - start).cross(direction), within: 1e-6))
    }
  }

  /// Where the shaft ends the head is at least as wide as it, so that no blunt end shows.
  @Test(arguments: [1.0, 3, 10, 100])
  func hidesTheEndOfItsShaft(_ length: Double) {
    var list = DisplayList(size: Size(width: 100, height: 100), pixelsPerPoint: 1)
    Arrow(from: .zero, to: Point(x: length, y: 0), width: 3, headLength: 12).draw(.black, into: &list)
    guard case .path(let shaft, _, let stroke?) = list.items[0], case .path(let head, _, _) = list.items[1]
    else {
      Issue.record("expected a shaft and a head")
      return
    }
    let base = head.points.map(\.x).min() ?? 0
    let half = head.points.map(\.y).max() ?? 0
    let halfWidthAtEnd = half * (length - shaft.points[1].x) / (length - base)
    #expect(stroke.width / 2 <= halfWidthAtEnd)
    #expect(stroke.width <= 3)
  }

  @Test func withoutLengthThereIsNothing() {
    let place = Point(x: 3, y: 4)
    for end in [place, Point(x: .nan, y: 0), Point(x: .infinity, y: 0)] {
      let (shaft, head) = parts(Arrow(from: place, to: end, width: 2, headLength: 9))
      #expect(shaft.isEmpty && head.isEmpty)
      var list = DisplayList(size: Size(width: 10, height: 10), pixelsPerPoint: 1)
      Arrow(from: place, to: end, width: 2, headLength: 9).draw(.black, into: &list)
      #expect(list.items.isEmpty)
    }
  }
}
