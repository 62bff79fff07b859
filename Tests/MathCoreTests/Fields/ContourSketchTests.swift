import MathCore
import Testing

/// A grid drawn by hand, with the lines and regions of one level worked out by hand.
struct ContourSketchCase: Sendable, CustomTestStringConvertible {
  var name: String
  var sketch: String
  var level = 5.0
  var lines: [String]
  var regions: [String]

  var testDescription: String { name }

  static let cases = [
    Self(name: "all below", sketch: "00\n00", lines: [], regions: []),
    Self(name: "all above", sketch: "99\n99", lines: [], regions: ["1,0 1,1 0,1 0,0 z"]),
    Self(name: "all at the level", sketch: "55\n55", lines: [], regions: ["1,0 1,1 0,1 0,0 z"]),
    Self(
      name: "bottom left", sketch: "00\n80", level: 6,
      lines: ["0.25,0 0,0.25"], regions: ["0.25,0 0,0.25 0,0 z"]),
    Self(
      name: "bottom right", sketch: "00\n08", level: 6,
      lines: ["1,0.25 0.75,0"], regions: ["0.75,0 1,0 1,0.25 z"]),
    Self(
      name: "top right", sketch: "08\n00", level: 6,
      lines: ["0.75,1 1,0.75"], regions: ["0.75,1 1,0.75 1,1 z"]),
    Self(
      name: "top left", sketch: "80\n00", level: 6,
      lines: ["0,0.75 0.25,1"], regions: ["0.25,1 0,1 0,0.75 z"]),
    Self(
      name: "bottom", sketch: "00\n88", level: 6,
      lines: ["1,0.25 0,0.25"], regions: ["0,0.25 0,0 1,0 1,0.25 z"]),
    Self(
      name: "top", sketch: "88\n00", level: 6,
      lines: ["0,0.75 1,0.75"], regions: ["0,0.75 1,0.75 1,1 0,1 z"]),
    Self(
      name: "left", sketch: "80\n80", level: 6,
      lines: ["0.25,0 0.25,1"], regions: ["0.25,0 0.25,1 0,1 0,0 z"]),
    Self(
      name: "right", sketch: "08\n08", level: 6,
      lines: ["0.75,1 0.75,0"], regions: ["0.75,0 1,0 1,1 0.75,1 z"]),
    Self(
      name: "saddle with a low middle", sketch: "08\n80", level: 6,
      lines: ["0.25,0 0,0.25", "0.75,1 1,0.75"],
      regions: ["0.25,0 0,0.25 0,0 z", "0.75,1 1,0.75 1,1 z"]),
    Self(
      name: "saddle with a high middle", sketch: "08\n80", level: 2,
      lines: ["0.75,0 1,0.25", "0.25,1 0,0.75"],
      regions: ["0.75,0 1,0.25 1,1 0.25,1 0,0.75 0,0 z"]),
    Self(
      name: "saddle with the middle at the level", sketch: "80\n08", level: 4,
      lines: ["0,0.5 0.5,0", "1,0.5 0.5,1"],
      regions: ["0.5,0 1,0 1,0.5 0.5,1 0,1 0,0.5 z"]),
    Self(
      name: "peak", sketch: "000\n080\n000", level: 4,
      lines: ["0.5,1 1,0.5 1.5,1 1,1.5 z"], regions: ["0.5,1 1,0.5 1.5,1 1,1.5 z"]),
    Self(
      name: "pit", sketch: "888\n808\n888", level: 4,
      lines: ["0.5,1 1,1.5 1.5,1 1,0.5 z"],
      regions: ["0.5,1 1,1.5 1.5,1 1,0.5 z", "2,0 2,2 0,2 0,0 z"]),
    Self(name: "a single point at the level", sketch: "000\n050\n000", lines: [], regions: []),
    Self(
      name: "plateau at the level", sketch: "0000\n0550\n0550\n0000",
      lines: ["1,1 2,1 2,2 1,2 z"], regions: ["1,1 2,1 2,2 1,2 z"]),
    Self(
      name: "line through grid points", sketch: "055\n005\n000",
      lines: ["1,2 2,1"], regions: ["2,1 2,2 1,2 z"]),
    Self(
      name: "undefined corner", sketch: "888\n000\n00x", level: 4,
      lines: ["0,1.5 1,1.5 2,1.5"], regions: ["0,1.5 1,1.5 2,1.5 2,2 0,2 z"]),
    Self(
      name: "line that stops at an undefined cell", sketch: "88x\n000\n000", level: 4,
      lines: ["0,1.5 1,1.5"], regions: ["0,1.5 1,1.5 1,2 0,2 z"]),
    Self(name: "nothing defined", sketch: "xx\nxx", lines: [], regions: []),
    Self(
      name: "undefined point inside", sketch: "8888\n8888\n8x88\n8888\n", level: 4,
      lines: [],
      regions: ["3,0 3,3 0,3 0,2 2,2 2,0 z"]),
    Self(name: "one row", sketch: "088", lines: [], regions: []),
    Self(name: "one column", sketch: "0\n8", lines: [], regions: []),
    Self(name: "one point", sketch: "8", lines: [], regions: []),
    Self(name: "no points", sketch: "", lines: [], regions: []),
  ]
}

struct ContourSketchTests {
  @Test(arguments: ContourSketchCase.cases) func linesAreAsDrawn(_ example: ContourSketchCase) {
    let lines = ScalarGrid(example.sketch).contourLines(at: [example.level])
    #expect(lines.map { $0.map(\.text) } == [example.lines])
  }

  @Test(arguments: ContourSketchCase.cases) func regionsAreAsDrawn(_ example: ContourSketchCase) {
    let regions = ScalarGrid(example.sketch).contourRegions(at: [example.level])
    #expect(regions.map { $0.map(\.text) } == [example.regions])
  }

  @Test func cellsThatTouchCornersKeepTheirOwnRings() {
    let diagonal = ScalarGrid("xx88\nx888\n888x\n88xx").contourRegions(at: [1])
    let rings = ["1,0 1,1 0,1 0,0 z", "2,1 2,2 1,2 1,1 z", "3,2 3,3 2,3 2,2 z"]
    #expect(diagonal.map { $0.map(\.text) } == [rings])
  }

  @Test func eachLevelHasItsOwnSlot() {
    let grid = ScalarGrid("08\n08")
    let lines = grid.contourLines(at: [6, .nan, 2, 6, -.infinity, .infinity, 99, -99])
    #expect(
      lines.map { $0.map(\.text) } == [
        ["0.75,1 0.75,0"], [], ["0.25,1 0.25,0"], ["0.75,1 0.75,0"], [], [], [], [],
      ])
    let areas = grid.contourRegions(at: [6, .nan, 2, -.infinity, .infinity, 99, -99]).map {
      $0.reduce(0) { $0 + $1.signedArea }
    }
    #expect(areas == [0.25, 0, 0.75, 1, 0, 0, 1])
    #expect(grid.contourLines(at: []).isEmpty)
  }

  @Test func manyLevelsAreFoundInBatches() {
    let levels = (0..<1000).map { Double($0) / 1000 * 8 }
    let regions = ScalarGrid("08\n08").contourRegions(at: levels)
    for (index, rings) in regions.enumerated() {
      #expect(abs(rings.reduce(0) { $0 + $1.signedArea } - (1 - Double(index) / 1000)) < 1e-12)
    }
  }

  @Test func hugeValuesAndCoordinatesStayFinite() {
    let big = Double.greatestFiniteMagnitude
    let grid = ScalarGrid(xs: [-big, big], ys: [-big, big], values: [-big, big, -big, big])
    let points = grid.contourLines(at: [0, big / 2, big]).map { $0.flatMap(\.points) }
    #expect(points[0] == [DataPoint(x: 0, y: big), DataPoint(x: 0, y: -big)])
    #expect(points[1] == [DataPoint(x: big / 2, y: big), DataPoint(x: big / 2, y: -big)])
    #expect(points[2] == [DataPoint(x: big, y: big), DataPoint(x: big, y: -big)])
  }

  @Test func gridsThatDoNotFitTogetherHaveNoContours() {
    let short = ScalarGrid(xs: [0, 1], ys: [0, 1], values: [0, 1, 2])
    let lost = ScalarGrid(xs: [0, .nan], ys: [0, 1], values: [0, 1, 0, 1])
    for grid in [short, lost] {
      #expect(grid.contourLines(at: [0.5]) == [[]])
      #expect(grid.contourRegions(at: [0.5]) == [[]])
    }
  }
}
