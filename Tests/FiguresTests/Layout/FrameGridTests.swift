import Geometry
import TestSupport
import Testing

@testable import Figures

/// Frames from insets alone, checked by hand.
@Suite struct FrameGridTests {
  private func grid(_ rows: [[(width: Double, insets: Insets)]], heights: [Double]? = nil) -> FrameGrid {
    FrameGrid(
      rows.enumerated().map { index, row in
        FrameGrid.Row(
          height: .relative(heights?[index] ?? 1),
          cells: row.map { FrameGrid.Cell(width: .relative($0.width), insets: $0.insets) })
      }, space: Size(width: 10, height: 20))
  }

  @Test func aRowSharesWhatInsetsLeave() {
    // 200 − (30 + 10 + 40) = 120, in the proportion 2 : 1.
    let row = grid([
      [(2, Insets(left: 5, top: 3, right: 30, bottom: 7)), (1, Insets(left: 40, top: 9, right: 1))]
    ])
    let frames = row.frames(in: Rect(x: 100, y: 50, width: 200, height: 60))
    #expect(
      frames == [
        [
          Rect(minX: 100, minY: 50, maxX: 180, maxY: 110), Rect(minX: 260, minY: 50, maxX: 300, maxY: 110),
        ]
      ])
    #expect(row.outer == Insets(left: 5, top: 9, right: 1, bottom: 7))
  }

  @Test func edgesAtOneFractionHaveOneInset() {
    // The second row's first cell ends where the first row's does, and its second begins there.
    let two = grid([
      [(1, Insets(left: 8, right: 20)), (1, Insets(left: 2))],
      [(1, Insets(left: 12, right: 4)), (1, Insets(left: 16, right: 6))],
    ])
    let frames = two.frames(in: Rect(x: 0, y: 0, width: 146, height: 120))
    // 146 − (20 + 10 + 16) = 100; 120 − 20 = 100.
    #expect(frames[0][0] == Rect(x: 0, y: 0, width: 50, height: 50))
    #expect(frames[0][1] == Rect(x: 96, y: 0, width: 50, height: 50))
    #expect(frames[1][0] == Rect(x: 0, y: 70, width: 50, height: 50))
    #expect(frames[1][1] == Rect(x: 96, y: 70, width: 50, height: 50))
    #expect(two.outer == Insets(left: 12, right: 6))
  }

  @Test func aWideCellSpansItsNeighborsAndTheGapBetween() {
    let three = grid(
      [[(2, Insets(right: 3)), (1, Insets(left: 7))], [(1, Insets(left: 4))]], heights: [2, 1])
    let frames = three.frames(in: Rect(x: 0, y: 0, width: 200, height: 140))
    // 200 − (3 + 10 + 7) = 180.
    #expect(frames[0].map(\.width) == [120, 60])
    #expect(frames[1] == [Rect(x: 0, y: 100, width: 200, height: 40)])
    #expect(frames[0].map(\.height) == [80, 80])
  }

  @Test func fixedLengthsComeFirst() {
    let row = FrameGrid(
      [
        FrameGrid.Row(
          height: .relative(1),
          cells: [
            .init(width: .fixed(30), insets: Insets()), .init(width: .relative(1), insets: Insets()),
          ])
      ], space: Size(width: 10, height: 0))
    #expect(row.frames(in: Rect(x: 0, y: 0, width: 100, height: 1))[0].map(\.width) == [30, 60])
  }

  @Test func tooLittleRoomIsNoNegativeSize() {
    let row = grid([[(1, Insets(left: 50, right: 50)), (1, Insets(left: 50, right: 50))]])
    for frame in row.frames(in: Rect(x: 0, y: 0, width: 20, height: 0))[0] {
      #expect(frame.width == 0 && frame.height == 0)
    }
  }

  /// What equal units leave free is given back, and proportions stay.
  @Test func framesShrinkTogether() {
    let row = grid([[(1, Insets(right: 10)), (1, Insets())]])
    let box = Rect(x: 0, y: 0, width: 220, height: 80)
    let sizes = [[Size(width: 50, height: 80), Size(width: 40, height: 60)]]
    #expect(row.box(holding: sizes, within: box) == Size(width: 120, height: 80))
  }
}
