import Diagnostics
import Drawing
import Formulas
import Geometry
import MathCore
import TestSupport
import Testing

@testable import Figures

@Suite struct AnnotatedFormulaTests {
  @Test("Each term's words stand over or under it, joined by a leader that starts at its middle")
  func leaders() throws {
    let scene = try DrawnScene(
      """
      equation: a + b + c
      callouts: {a: first, c: last}
      size: 40
      """)
    let formula = try #require(scene.shapes.first { $0.label?.contains("+") == true }?.box)
    let first = try #require(scene.boxes(of: "first").first)
    let last = try #require(scene.boxes(of: "last").first)
    #expect(first.minY > formula.maxY && last.maxY < formula.minY)
    let leaders = scene.shapes.filter { $0.stroke != nil }.map { $0.polylines[0] }
    // Letters are 20 points wide; a is the first of nine characters, c the last.
    let starts = leaders.map { $0[0].x - formula.minX }
    #expect(Set(starts.map { $0.rounded() }) == [10, 170])
    for (word, x) in [(first, 10.0), (last, 170)] {
      #expect(isClose(word.midX - formula.minX, x, within: 1e-6))
    }
    #expect(scene.warnings.isEmpty)
  }

  @Test("The notation beside a plot and a formula in it may be explained too")
  func places() throws {
    let scene = try DrawnScene(
      """
      axes: {x: {domain: [-1, 1]}, y: {domain: [-1, 1]}}
      draw:
        - {curve: sin}
        - {equation: u + v, at: [0, 0.5], callouts: {v: inside}}
      notation: $a + b$
      callouts: {b: outside}
      """)
    #expect(!scene.frame.contains(try #require(scene.boxes(of: "outside").first)))
    #expect(scene.frame.contains(try #require(scene.boxes(of: "inside").first)))
    // The formula's own middle stands at the point.
    let formula = try #require(scene.shapes.first { $0.label == "$$u + v$$" && $0.fill != nil }?.box)
    #expect(formula.center.distance(to: scene.place(0, 0.5)) < 1e-6)
  }

  /// A plain generator, so that every run sees the same formulas.
  private struct Random {
    var state: UInt64
    mutating func next(upTo limit: Double) -> Double {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double(state >> 11) / 0x1p53 * limit
    }
  }

  @Test("Neither words nor leaders cover or cross each other, however crowded", arguments: 0..<60)
  func crowded(seed: Int) throws {
    var random = Random(state: UInt64(seed + 1))
    let count = 2 + seed % 7
    var x = 0.0
    let terms = try (0..<count).map { index in
      x += 12 + random.next(upTo: 40)
      let size = 12.0
      let letters = String(repeating: "m", count: 1 + Int(random.next(upTo: 24)))
      let words = FixedWidthTypesetter().typeset(
        try Label(parsing: LocatedText(letters)), in: TextStyle(size: size, color: .black))
      let box = Rect(x: x, y: -20, width: 10, height: 20)
      return ExplainedTerm(box: box, words: words, color: .black, others: [])
    }
    let formula = Rect(minX: 0, minY: -22, maxX: x + 12, maxY: 4)
    let sides = CalloutSides(terms, unit: 12)
    #expect(sides.above.count + sides.below.count == count)
    var drawing = CalloutDrawing(around: formula, unit: 12, em: 30, lines: Canvas.slide.lines)
    drawing.add(sides.above, isBelow: false)
    drawing.add(sides.below, isBelow: true)
    var words: [Rect] = []
    var leaders: [[Point]] = []
    for item in drawing.items {
      if case .group(let group) = item { words.append(group.transform.apply(inkBox(group.items))) }
      if case .path(let path, nil, _) = item { leaders.append(path.points) }
    }
    #expect(words.count == count && leaders.count == count)
    for (i, word) in words.enumerated() {
      #expect(!word.intersects(formula))
      for other in words[..<i] { #expect(!word.intersects(other)) }
      for leader in leaders { #expect(!crosses(leader, word)) }
    }
    for (i, leader) in leaders.enumerated() {
      for other in leaders[..<i] { #expect(!crosses(leader, other)) }
    }
  }

  private func inkBox(_ items: [DisplayItem]) -> Rect {
    if case .path(let path, _, _)? = items.first { path.controlBox ?? .zero } else { .zero }
  }

  private func crosses(_ line: [Point], _ box: Rect) -> Bool {
    zip(line, line.dropFirst()).contains { box.inset(by: 0.01).clip($0, $1) != nil }
  }

  private func crosses(_ a: [Point], _ b: [Point]) -> Bool {
    zip(a, a.dropFirst()).contains { p, q in
      zip(b, b.dropFirst()).contains { r, s in
        let (one, other) = (
          (q - p).cross(r - p) * (q - p).cross(s - p), (s - r).cross(p - r) * (s - r).cross(q - r)
        )
        return one < -1e-6 && other < -1e-6
      }
    }
  }

  @Test("The words' lines are about equally long")
  func evenLines() throws {
    let press = Press(canvas: .slide, theme: .light, typesetter: FixedWidthTypesetter(), symbols: [])
    let label = try Label(parsing: "aaaa bbbb cccc dddd eeee f")
    // 26 letters of 5 points in lines of at most 100: at least two lines, of 14 and 11 letters at best.
    let block = press.typesetEvenly(label, size: 10, color: .black, width: 100)
    #expect(block.height == 20 && block.width == 70)
    let short = press.typesetEvenly(try Label(parsing: "one line"), size: 10, color: .black, width: 100)
    #expect(short.height == 10 && short.width == 40)
  }
}
