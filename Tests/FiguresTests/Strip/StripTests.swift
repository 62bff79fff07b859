import Diagnostics
import Drawing
import Geometry
import Testing

@testable import Figures

/// Films on paper: which pictures stand there, and what is said once.
@Suite struct StripTests {
  struct Choice: Sendable, CustomTestStringConvertible {
    var film: String
    var count: Int
    var frames: [Int]

    var testDescription: String { "\(count) of \(film)" }
  }

  static let choices = [
    Choice(film: "{frames: 12}", count: 12, frames: Array(0...11)),
    Choice(film: "{frames: 100}", count: 4, frames: [0, 33, 66, 99]),
    Choice(film: "{frames: 11}", count: 3, frames: [0, 5, 10]),
    Choice(film: "{frames: 3}", count: 12, frames: [0, 1, 2]),
    Choice(film: "{frames: 100}", count: 1, frames: [99]),
    Choice(film: "{frames: 1}", count: 12, frames: [0]),
    // Ten frames a second, of which the last 2 s stand still: 80 move, and the 80th stays.
    Choice(film: "{frames: 100, fps: 10, hold: 2s}", count: 3, frames: [0, 40, 79]),
    Choice(film: "{frames: 100, fps: 10, hold: [1s, 2s]}", count: 3, frames: [0, 45, 79]),
    // Every shot has its first and its last picture if there are enough for that.
    Choice(film: "{shots: [{frames: 10}, {frames: 20}]}", count: 6, frames: [0, 9, 10, 16, 23, 29]),
    Choice(film: "{shots: [{frames: 10}, {frames: 90}, {frames: 5}]}", count: 3, frames: [9, 99, 104]),
  ]

  @Test(arguments: choices)
  func `Pictures are even over what moves`(_ choice: Choice) throws {
    #expect(try scene("film: \(choice.film)").film?.timing.frames(showing: choice.count) == choice.frames)
  }

  static let words = """
    title: A point rises
    subtitle: at {{t:.1f}}
    notation: $y = t$
    caption: It ends at 1.

    """

  @Test func `Words that all pictures share stand once, and those that change below each`() throws {
    let shapes = try strip(Self.words + "film: {frames: 5}", count: 5, columns: 5).shapes
    for shared in ["A point rises", "$y = t$", "It ends at 1."] {
      #expect(shapes.filter { $0.label == shared }.count == 1)
    }
    for moment in ["0.0", "0.2", "0.5", "0.8", "1.0"] {
      #expect(shapes.filter { $0.label == "at \(moment)" }.count == 1)
    }
    #expect(!shapes.contains { $0.label?.contains("$t =") == true })
  }

  @Test func `The time tells pictures apart that say the same`() throws {
    let bare = try strip("film: {frames: 5}", count: 5, columns: 5).shapes
    for time in ["$t = 0.00$", "$t = 0.25$", "$t = 0.50$", "$t = 0.75$", "$t = 1.00$"] {
      #expect(bare.filter { $0.label == time }.count == 1)
    }
  }

  @Test(arguments: [(1, 12), (2, 6), (3, 4), (4, 3), (5, 3), (12, 1), (100, 1)])
  func `Pictures stand in rows, none on another and all on the page`(_ columns: Int, _ rows: Int) throws {
    let list = try strip(Self.words + "film: {frames: 30}", count: 12, columns: columns)
    let cells = list.items.compactMap(cell)
    #expect(cells.count == 12)
    #expect(Set(cells.map(\.minY)).count == rows)
    #expect(Set(cells.map(\.minX)).count == min(columns, 12))
    let page = Rect(x: 0, y: 0, width: list.size.width, height: list.size.height)
    for (index, one) in cells.enumerated() {
      #expect(page.contains(one))
      #expect(cells[..<index].allSatisfy { !$0.inset(by: 0.01).intersects(one) })
    }
    // A4 is 210 mm wide.
    #expect(abs(list.size.width - 210 / 25.4 * 72) < 1e-9)
    let ink = list.shapes.compactMap(\.box).reduce(page) { $0.union($1) }
    #expect(ink == page)
  }

  @Test func `No shot is left out`() throws {
    let film = try #require(try scene("film: {shots: [{frames: 9}, {frames: 9}, {frames: 9}]}").film)
    let message = "2 pictures leave out shots: the film has 3"
    #expect(throws: Diagnostic(message)) { try film.timing.frames(showing: 2) }
  }

  @Test func `Pictures of a shot have its title and the time`() throws {
    let shots = "film: {shots: [{frames: 9, title: slow}, {frames: 9, title: fast}]}\n"
    let shapes = try strip(shots, count: 6, columns: 3).shapes
    for caption in ["slow, $t = 0.00$", "slow, $t = 0.50$", "fast, $t = 0.50$", "fast, $t = 1.00$"] {
      #expect(shapes.filter { $0.label == caption }.count == 1)
    }
    #expect(!shapes.contains { $0.label == "slow" })
  }

  @Test func `What stands still is no film`() throws {
    #expect(throws: DiagnosticList.self) { try self.strip("title: Still", count: 12, columns: 4) }
  }

  private func scene(_ lines: String) throws -> Scene {
    try Scene(
      decoding: sceneNode(
        lines + "\naxes: {x: {domain: [0, 1]}, y: {domain: [0, 1]}}\ndraw: [point: [0.5, t]]"))
  }

  private func strip(_ lines: String, count: Int, columns: Int) throws -> DisplayList {
    try scene(lines).strip(of: count, columns: columns, with: FixedWidthTypesetter()).list
  }

  /// The box of a picture on the strip's page, if an item is one.
  private func cell(_ item: DisplayItem) -> Rect? {
    guard case .group(let group) = item, group.label == nil, let clip = group.clip else { return nil }
    return clip.transformed(by: group.transform).controlBox
  }
}
