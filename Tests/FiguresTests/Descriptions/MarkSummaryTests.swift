import Diagnostics
import Drawing
import SceneFiles
import TestSupport
import Testing

@testable import Figures

/// What each mark says of itself, its numbers worked out by hand.
@Suite struct MarkSummaryTests {
  static let marks: [(draw: String, said: String)] = [
    ("{bars: '[2, -1, 0.5]', names: [cat, dog, $x_1$]}", "3 bars: cat 2, dog −1, and x₁ 0.5."),
    ("{bars: '[0.6594, 0.3406]', values: .3f}", "2 bars: 1 0.659 and 2 0.341."),
    ("{bars: '0..19'}", "20 bars from 1 0 to 20 19, the highest 20 19, the lowest 1 0."),
    (
      "{contours: x^2 + y^2, fill: true}",
      "8 level lines of x^2 + y^2 with colored bands between them, from a lowest value of 0 near the origin "
        + "to a highest of 8 near (−2, −2)."
    ),
    ("{contours: x + y, levels: [0]}", "the line on which x + y is 0."),
    ("{contours: x + y, levels: [-1, 1]}", "the lines on which x + y is −1 and 1."),
    (
      "{arrows: '[x, 0]', grid: [4, 3]}",
      "a field of 4 by 3 arrows of [x, 0], the longest, 1.5, at (−1.5, −1.33)."
    ),
    (
      "{curve: x^2 - 1}",
      "the curve of x^2 - 1 from (−2, 3) to (2, 3), lowest −1 at x = 0, crossing zero at x = −1 and 1."
    ),
    ("{curve: 2*x, label: $2x$}", "the curve of 2x from (−2, −4) to (2, 4), crossing zero at x = 0."),
    ("{curve: 1 + 0*x}", "the curve of 1 + 0*x from (−2, 1) to (2, 1), flat."),
    ("{curve: 1/x}", "the curve of 1/x, in 2 pieces."),
    (
      "{path: '[[0, 0], [1, 2], [2, 0.5]]', label: walk}",
      "a path of 3 points labeled “walk” from the origin to (2, 0.5)."
    ),
    ("{path: '[[0, 0], [1, 2], [2, 0], [0, 0]]'}", "a path of 4 points that closes at the origin."),
    ("{point: '[1, 2]', label: start}", "a point labeled “start” at (1, 2)."),
    ("{point: '[1.23456, 0]', marker: star}", "a star at (1.23, 0)."),
    ("{point: '[1, 2]', marker: none, label: here}", "a label “here” at (1, 2)."),
    ("{points: '[[0, 1], [1, 2], [2, 0]]'}", "3 points, x from 0 to 2, y from 0 to 2."),
    (
      "{points: '[[0, 1], [1, 2], [2, 0]]', groups: '[0, 1, 0]', names: [red, blue]}",
      "2 points “red”, x from 0 to 2, y from 0 to 1; and 1 point “blue”, x from 1 to 1, y from 2 to 2."
    ),
    ("{vector: '[1, 2]', label: $a$}", "an arrow labeled “a” from the origin to (1, 2)."),
    ("{vector: '[1, -1]', from: '[1, 1]'}", "an arrow from (1, 1) to (2, 0)."),
    ("{interval: '[-1, 1]', at: 1, label: two}", "a stretch from −1 to 1 labeled “two”."),
    (
      "{distribution: 'normal(mean=0, sd=1)', shade: ['[-1, 1]']}",
      "the density of a normal distribution, with mean 0 and standard deviation 1, highest at 0 with 0.399; "
        + "and shading from −1 to 1, 68.3% of the probability."
    ),
    (
      "{distribution: 'binomial(n=2, p=0.5)', shade: ['[1, 2]'], label: coins}",
      "the probabilities of a binomial distribution labeled “coins”, with mean 1 and standard deviation 0.71, "
        + "highest at 1 with 0.5; and shading from 1 to 2, 75% of the probability."
    ),
    (
      "{arrow: '[[0, 0], [1, 2]]', label: this way}", "an arrow labeled “this way” from the origin to (1, 2)."
    ),
    ("{brace: '[[0, 1], [2, 1]]', label: two}", "a brace labeled “two” from (0, 1) to (2, 1)."),
    ("{callout: look, at: '[1, -1]'}", "the remark “look” on (1, −1)."),
    ("{rule: 0.5, label: half}", "a line labeled “half” at x = 0.5."),
    ("{rule: -1, axis: y}", "a line at y = −1."),
    ("{rule: '[0, 1]', slope: 2}", "a line through (0, 1) with slope 2."),
    ("{span: '[-1, 1]', label: here}", "a band labeled “here” from x = −1 to 1."),
    ("{span: '[0.5, inf]', axis: y}", "a band from y = 0.5 on."),
    ("{text: look, at: '[1, 1]'}", "the words “look” at (1, 1)."),
    ("{equation: x^2, at: '[1, 1]'}", "the formula “x²” at (1, 1)."),
    ("{code: x = 1, at: '[1, 1]'}", "code: x = 1."),
    ("{brace: '[[0, 0], [1, 0]]', label: one}", "a brace labeled “one” from the origin to (1, 0)."),
    ("{arrow: '[[0, 1], [1, 2]]'}", "an arrow from (0, 1) to (1, 2)."),
    ("{rule: 0.5, axis: y, label: limit}", "a line labeled “limit” at y = 0.5."),
    ("{rule: '[1, 1]', slope: 2}", "a line through (1, 1) with slope 2."),
    ("{line: '[0, 1]', slope: 2, label: fit}", "a line labeled “fit” through (0, 1) with slope 2."),
    ("{line: '[[0, 0], [1, 2]]'}", "a line through the origin and (1, 2) with slope 2."),
    ("{line: '[[1, 0], [1, 2]]'}", "a line through (1, 0) and (1, 2) straight up."),
    ("{segment: '[[0, 0], [1, 2]]', label: way}", "a segment labeled “way” from the origin to (1, 2)."),
    ("{tangent: x^2, at: 0.5}", "the tangent of x^2 at (0.5, 0.25) with slope 1."),
    (
      "{secant: x^2, at: '[0, 1]', label: $m$}",
      "the secant of x^2 labeled “m” through the origin and (1, 1) with slope 1."
    ),
    (
      "{parallelogram: '[[1, 0], [1, 2]]', label: here}",
      "a parallelogram labeled “here” from the origin to (2, 2), of area 2."
    ),
  ]

  static let axes = "axes: {x: {domain: [-2, 2]}, y: {domain: [-2, 2]}}\n"

  @Test(arguments: marks)
  func `A mark tells what it shows`(_ draw: String, _ said: String) throws {
    #expect(try draft("\(Self.axes)draw: [\(draw)]").hasSuffix("It shows \(said)"))
  }

  /// Every mark is in the table above, but for those that other marks tell of.
  @Test func `Every mark tells something`() {
    let told = Set(Self.marks.compactMap { $0.draw.dropFirst().split(separator: ":").first.map(String.init) })
    #expect(
      Set(Figures.marks.names).subtracting(told).isEmpty, "\(Set(Figures.marks.names).subtracting(told))")
  }

  @Test func `A draft has the title, the axes with their ranges, the marks, the formula and the caption`()
    throws
  {
    let scene = """
      title: Fast & *steep*
      subtitle: a test
      axes: {x: {label: $w_1$, domain: [0, 4]}, y: {label: loss, domain: [-1, 1.5]}}
      draw: [{point: '[1, 1]', label: start}, {curve: x/4}]
      notation: $w^2$
      caption: The end.
      """
    #expect(
      try draft(scene)
        == """
        Fast & steep. a test. A graph. The horizontal axis shows w₁, from 0 to 4; the vertical axis shows loss, \
        from −1 to 1.5. It shows a point labeled “start” at (1, 1); and the curve of x/4 from the origin to (4, 1). \
        The formula reads: w². The end.
        """.replacing("a test.", with: "A test."))
  }

  static let axisWords: [(axis: String, said: String)] = [
    ("{domain: [0, 4]}", "the horizontal axis runs from 0 to 4"),
    ("{label: $w_1$ in cm, domain: [-0.5, 0.25]}", "the horizontal axis shows w₁ in cm, from −0.5 to 0.25"),
    ("{domain: [0.001, 1000], scale: log}", "the logarithmic horizontal axis runs from 0.001 to 1000"),
    ("{domain: [0.002, 700], scale: log}", "the logarithmic horizontal axis runs from 0.002 to 700"),
    (
      "{domain: [-100, 100], scale: symlog}",
      "the symmetric logarithmic horizontal axis runs from −100 to 100"
    ),
    ("{domain: [-pi, 2*pi], scale: pi}", "the horizontal axis runs from −π to 2π"),
    ("{domain: [0, 600], scale: duration}", "the horizontal axis runs from 0 seconds to 10 min"),
    (
      "{domain: [1709251200, 1709640000], scale: time}",
      "the horizontal axis runs from 1 Mar 2024 to 5 Mar 2024 at 12:00"
    ),
    ("{scale: {point: [low, mid, high]}}", "the horizontal axis shows low, mid, and high"),
    (
      "{domain: [0, 100], break: [[20, 80]]}",
      "the horizontal axis runs from 0 to 100, left out from 20 to 80"
    ),
    (
      "{domain: [0, 2], ticks: {1: one $x^2$}}",
      "the horizontal axis runs from 0 to 2, with the marks one x² at 1"
    ),
  ]

  @Test(arguments: axisWords)
  func `An axis is told by its label, its kind and its ends`(_ axis: String, _ said: String) throws {
    let text = try draft("axes: {x: \(axis), y: {domain: [0, 1]}}\ndraw: [{point: '[1, 1]'}]")
      .replacing("\u{2009}", with: " ").replacing("\u{A0}", with: " ")
    #expect(
      text.hasPrefix("A plot. \(said.prefix(1).uppercased() + said.dropFirst()); the vertical"), "\(text)")
  }

  @Test func `Panels are told one by one`() throws {
    let scene = """
      panels:
        - {title: left, draw: [{bars: '[1, 2]'}]}
        - {title: right, text: Some words}
        - {code: x = 1}
      """
    #expect(
      try draft(scene) == """
        3 panels. Panel 1, “left”: a bar chart. The vertical axis runs from 0 to 2.14. It shows 2 bars: 1 1 and 2 2. \
        Panel 2, “right”: Some words. Panel 3: code: x = 1.
        """)
  }

  /// Extreme numbers, nothing at all, and more than anybody wants to hear.
  @Test(arguments: [
    "draw: [{curve: 1e308*sin(x)}]", "draw: [{points: '[[1e308, -1e308], [nan, 1]]'}]",
    "draw: [{path: '[[nan, 1]]'}, {point: '[0, 0]'}]", "draw: [{vector: '[1e-300, 0]'}]",
    "draw: [{distribution: 'cauchy(location=0, scale=1)'}]", "draw: [{curve: sin(1000*x)}]",
    "let: {f(i): '[i, i]'}\ndraw: [\(Array(repeating: "{point: '[1, 2]', label: a point}", count: 500).joined(separator: ", "))]",
    "title: \(String(repeating: "long ", count: 2000))\ndraw: [{point: '[0, 0]'}]",
    "panels: [\(Array(repeating: "{text: \(String(repeating: "many words ", count: 300))}", count: 60).joined(separator: ", "))]",
    "draw: [{bars: '1..2000'}]",
  ])
  func `Drafts are of bounded length and without undefined numbers`(_ source: String) throws {
    let text = try draft(source)
    #expect(!text.isEmpty && text.count <= FigureDraft.limit)
    #expect(!text.lowercased().contains("nan ") && !text.contains("(nan"))
    #expect(text.hasSuffix(".") || text.hasSuffix("…"))
  }

  @Test func `The scene's own words come first, unless a draft is asked for`() throws {
    let scene = "alt: My *own* words\ndraw: [{point: '[0, 0]'}]"
    #expect(try description(scene, isDrafted: false) == ("My own words", false))
    #expect(try description(scene, isDrafted: true).isDraft)
    #expect(try DrawnScene(scene).list.alternativeText == "My own words")
    let silent = "draw: [{point: '[0, 0]'}]"
    #expect(try DrawnScene(silent).list.alternativeText == draft(silent))
  }

  private func description(_ source: String, isDrafted: Bool) throws -> (text: String, isDraft: Bool) {
    try Scene(decoding: parseYAML(Array(source.utf8), file: "test.yaml")).description(isDrafted: isDrafted)
  }

  private func draft(_ source: String) throws -> String { try description(source, isDrafted: true).text }
}
