import Diagnostics
import Drawing
import Geometry
import SceneFiles
import TestSupport
import Testing

@testable import Figures

/// Marks whose looks are computed.
@Suite struct ComputedStyleTests {
  /// What a scene draws, in full.
  private func dump(_ source: String) throws -> DisplayList {
    let scene = try Scene(decoding: parseYAML(Array(source.utf8), file: ""))
    return try scene.drawn(with: FixedWidthTypesetter()).list
  }

  /// Every mark that has a style, with a subject that it takes.
  private static let marks = [
    "curve: sin", "path: [[0, 0], [1, 1]]", "point: [0, 0]", "points: [[0, 0], [1, 1]]", "vector: [1, 1]",
    "contours: x^2 + y^2", "arrows: '[x, y]'", "bars: [1, 2]", "distribution: normal()", "rule: 1",
    "span: [0, 1]",
    "interval: [0, 1], at: 1", "brace: [[0, 0], [1, 0]]", "arrow: [[0, 0], [1, 0]]",
    "callout: here, at: [0, 0]",
    "text: here, at: [0, 0]", "equation: x, at: [0, 0]", "segment: [[0, 0], [1, 0]]",
    "line: [[0, 0], [1, 1]]",
    "tangent: x^2, at: 1", "secant: x^2, at: [0, 1]", "parallelogram: [[1, 0], [0, 1]]",
  ]

  @Test(arguments: marks)
  func `A computed look is drawn as the one that is written outright`(_ mark: String) throws {
    func scene(_ look: String) -> String {
      "let: {u: 0.5}\naxes: {x: {domain: [-3, 3]}, y: {domain: [-3, 3]}}\ndraw:\n  - {\(mark), \(look)}\n"
    }
    let said = try dump(scene("color: gradient, width: 2, opacity: 0.25"))
    let computed = "color: (loss if u > 1 else gradient), width: 4*u, opacity: u^2"
    #expect(try dump(scene(computed)) == said)
    for other in ["color: loss, width: 2, opacity: 0.25", "color: gradient, width: 2, opacity: 0.75"] {
      #expect(try dump(scene(other)) != said)
    }
  }

  private func color(_ text: String, in theme: Theme = .light) throws -> Color {
    let source = "let: {u: 0.25, kind: '\"loss\"'}\ndraw: [{point: [0, 0], color: '\(text)'}]\n"
    let scene = try Scene(decoding: parseYAML(Array(source.utf8), file: ""))
    guard case .plot(let plot) = scene.panels[0].content else { return .clear }
    let style = plot.marks[0].mark.style
    return (try style.evaluated(in: scene.scope()) ?? style).color(in: theme, else: .data)
  }

  @Test(arguments: [Theme.light, .dark, .print])
  func `A color between two roles is halfway in OKLab, in every theme`(_ theme: Theme) throws {
    let (from, to) = (OKLab(theme.color(of: .weight)), OKLab(theme.color(of: .gradient)))
    for share in [0.25, 0.5, 0.9] {
      let found = OKLab(try color("lerp(weight, gradient, \(share))", in: theme))
      let expected = OKLab(
        lightness: from.lightness + share * (to.lightness - from.lightness),
        a: from.a + share * (to.a - from.a),
        b: from.b + share * (to.b - from.b))
      #expect(found.distance(to: expected) < 1e-3)
    }
    #expect(try color("lerp(weight, gradient, 0)", in: theme) == theme.color(of: .weight))
    #expect(try color("lerp(weight, gradient, 4*u)", in: theme) == theme.color(of: .gradient))
  }

  @Test func `Black and white meet in the gray of half their lightness`() throws {
    let gray = try color("lerp(\"#000000\", \"#ffffff\", 0.5)")
    // OKLab's lightness of a gray is the cube root of its light: 1/8 of the light, 0.3885 of the signal.
    #expect(abs(gray.red - 0.388_6) < 1e-3)
    #expect(isClose(gray.red, gray.green, within: 1e-6) && isClose(gray.red, gray.blue, within: 1e-6))
  }

  @Test(arguments: [
    ("loss", Role.loss), ("kind", .loss), ("\"weight\"", .weight), ("weight if u < 1 else loss", .weight),
    ("keyframes(u, [0, 0.25, 1], [\"data\", \"target\", \"data\"])", .target),
    ("lerp(lerp(data, loss, 0), kind, 1)", .loss),
  ])
  func `Names of roles, texts and names of the scene all name colors`(_ text: String, _ role: Role) throws {
    #expect(try color(text) == Theme.light.color(of: role))
  }

  @Test func `A dash is that of the nearer role`() throws {
    for (share, role) in [(0.2, Role.weight), (0.8, .loss)] {
      let choice = try ColorChoice(LocatedText("mix(weight, mix(loss, #ff0000, 0.1), \(share))"), of: "color")
      #expect(choice.nearestRole == role)
    }
  }
}
