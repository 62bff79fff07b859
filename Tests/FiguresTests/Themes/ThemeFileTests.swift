import Diagnostics
import Drawing
import MathCore
import SceneFiles
import TestSupport
import Testing

@testable import Figures

/// Theme files: what they change, what they keep, and what is wrong with them.
@Suite struct ThemeFileTests {
  private func theme(_ text: String) throws -> Theme {
    try Theme(decoding: parseYAML(Array(text.utf8), file: "course.yaml"))
  }

  @Test func whatIsNotSaidStays() throws {
    #expect(try theme("base: dark") == .dark)
    #expect(try theme("base: print") == .print)
    #expect(try theme("ground: '#ffffff'") == .light)
  }

  @Test func everythingCanBeChanged() throws {
    let theme = try theme(
      """
      base: dark
      ground: '#101418'
      ink: oklch(0.95 0.01 260)
      quiet: oklch(75% 0.02 260)
      faint: '#222'
      roles: {weight: '#4f74ff', data: oklch(0.85 0.08 200)}
      dashes: {target: dashed, muted: dotted}
      markers: {data: square}
      ramps: {sequential: ['#101418', '#203050', '#304a80']}
      code: {keyword: '#9fb0ce'}
      lines: {thin: 0.8, bold: 1.25}
      type: {title: 1.2, label: 1.1}
      fonts: {math: latin-modern}
      """)
    #expect(theme.ground == Color(rgb: 0x101418))
    #expect(theme.roleColors.weight == Color(rgb: 0x4F74FF))
    // What the file does not name is that of the dark theme.
    #expect(theme.roleColors.loss == Theme.dark.roleColors.loss)
    #expect(theme.faintInk == Color(rgb: 0x222222))
    let ink = SeenColor(theme.ink).oklab
    #expect(isClose(ink[0], 0.95, within: 0, absolute: 2e-3))
    #expect(isClose(SeenColor(theme.quietInk).oklab[0], 0.75, within: 0, absolute: 2e-3))
    #expect(theme.dashes == [.target: .dashed, .muted: .dotted])
    #expect(theme.markers == [.data: .square])
    #expect(theme.syntax.keyword == Color(rgb: 0x9FB0CE))
    let canvas = theme.adjusted(.slide)
    #expect(canvas.lines.thin == 0.8 && canvas.lines.bold == 3.75 && canvas.lines.regular == 2)
    #expect(isClose(canvas.type.title, 27.6, within: 1e-12) && canvas.type.tick == 12)
    #expect(theme.warnings.isEmpty)
  }

  /// A ramp through colors goes through them, in even steps, and its numbers can be read on all of it.
  @Test func rampsGoThroughTheirColors() throws {
    let style = try theme("ramps: {diverging: ['#9dc3ff', '#ffffff', '#ffb98f']}").ramps.diverging
    for (fraction, color) in [(0, 0x9DC3FF), (1, 0xFFB98F)] as [(Double, UInt32)] {
      #expect(SeenColor(style.ramp.color(at: fraction)).distance(to: SeenColor(Color(rgb: color))) < 2e-3)
    }
    let samples = (0...20).map { SeenColor(style.ramp.color(at: Double($0) / 20)) }
    #expect((samples.map { $0.distance(to: SeenColor(.white)) }.min() ?? 1) < 0.01)
    // The one step over the white ridge is cut short.
    let steps = zip(samples, samples.dropFirst()).map { $0.distance(to: $1) }.sorted().dropFirst()
    #expect((steps.last ?? 1) < (steps.first ?? 0) * 1.1)
    for color in samples { #expect(color.contrast(with: SeenColor(style.number)) >= 4.5) }
  }

  /// No detour through other hues: between red and purple lies no green, whichever way their angles are counted.
  @Test func huesGoTheShorterWay() throws {
    let ramp = try theme("ramps: {sequential: ['#ffd0d8', '#e8b0f0']}").ramps.sequential.ramp
    let middle = SeenColor(ramp.color(at: 0.5)).oklab
    #expect(middle[1] > 0.05)
  }

  @Test(arguments: [
    ("base: drak", "1:7: unknown theme 'drak'; did you mean 'dark'?"),
    ("grounds: '#fff'", "1:1: unknown option 'grounds' of 'theme'; did you mean 'ground'?"),
    ("roles: {wieght: '#123456'}", "1:9: unknown option 'wieght' of 'roles'; did you mean 'weight'?"),
    (
      "roles: {highlight: '#123456'}",
      "1:9: unknown option 'highlight' of 'roles'; known: data, weight, prediction, target, gradient, loss, probability, error"
    ),
    ("ink: blue", "1:6: ink: 'blue' is not a color; write '#rrggbb' or oklch(0.6 0.15 38)"),
    (
      "ink: #123456",
      "1:5: 'ink' of 'theme' is empty; '#' starts a comment: write a color in quotes, as in '#2A575D'"
    ),
    (
      "ink: oklch(0.6 0.15)",
      "1:6: ink: 'oklch(0.6 0.15)' is not a color; write '#rrggbb' or oklch(0.6 0.15 38)"
    ),
    (
      "ink: oklch(0.6 nan 3)",
      "1:6: ink: 'oklch(0.6 nan 3)' is not a color; write '#rrggbb' or oklch(0.6 0.15 38)"
    ),
    ("lines: {thin: 9}", "1:15: 'thin' of 'lines': expected a number from 0.25 to 4, found 9"),
    ("type: {tiny: 1}", "1:8: unknown option 'tiny' of 'type'; known: title, formula, label, tick, small"),
    ("dashes: {data: doted}", "1:16: unknown dash 'doted'; did you mean 'dotted'?"),
    ("ramps: {cyclic: ['#fff']}", "1:17: 'cyclic' of 'ramps': expected 2 to 32 colors, found 1"),
    (
      "ramps: {sequential: ['#000', '#fff']}",
      "1:21: no ink can be read on all of the ramp: it goes from too dark to too light; stay paler, or darker, from end to end: marks and numbers lie on it"
    ),
    ("[1]", "1:1: 'theme': expected a mapping, found a list"),
  ])
  func mistakesAreLocated(_ file: String, _ expected: String) throws {
    let error = #expect(throws: DiagnosticList.self) { try self.theme(file) }
    #expect(error?.diagnostics.map(text) == [expected])
  }

  @Test func allMistakesAreToldAtOnce() throws {
    let error = #expect(throws: DiagnosticList.self) {
      try self.theme("ink: blue\nroles: {loss: red, eror: '#c00'}\nlines: {bold: thick}\nfoo: 1")
    }
    #expect(error?.diagnostics.map { $0.at?.line } == [1, 2, 2, 3, 4])
  }

  @Test(arguments: [
    ("ink: '#888888'", ["1:7: ink: contrast 3.54:1 to the ground, expected at least 4.5:1; make it darker"]),
    (
      "roles: {weight: '#aaccff'}",
      ["1:18: weight: contrast 1.64:1 to the ground, expected at least 3.0:1; make it darker"]
    ),
    // The ground is to blame where only that is new.
    (
      "base: light\nground: '#dddddd'",
      [
        "2:10: comment: contrast 4.45:1 to the ground, expected at least 4.5:1; make it darker",
        "2:10: prediction: contrast 2.22:1 to the ground, expected at least 3.0:1; make it darker",
        "2:10: target: contrast 2.49:1 to the ground, expected at least 3.0:1; make it darker",
      ]
    ),
    (
      "roles: {gradient: '#B0200F'}",
      ["1:20: 'error' and 'gradient' look alike to all eyes; give them another lightness or hue"]
    ),
  ])
  func whatIsHardToSeeIsAWarning(_ file: String, _ expected: [String]) throws {
    let warnings = try theme(file).warnings
    #expect(warnings.map(text) == expected)
    #expect(warnings.allSatisfy { $0.severity == .warning && $0.at?.file == "course.yaml" })
  }

  private func text(_ diagnostic: Diagnostic) -> String {
    let place = diagnostic.at.map { "\($0.line):\($0.column): " } ?? ""
    return place + diagnostic.message + (diagnostic.help.map { "; \($0)" } ?? "")
  }

  /// A scene names the file, which lies in its folder; what is wrong in it stands there.
  @Test func scenesNameThemeFiles() throws {
    let folder = DataFolder(open: { (path) throws(Diagnostic) in
      guard path.text == "course.yaml" else { throw Diagnostic("no such file", at: path.start) }
      return ByteSource(Array("ground: '#fffff0'\nroles: {data: '#998811'}".utf8), named: "course.yaml")
    })
    func scene(_ theme: String) throws -> Scene {
      try Scene(decoding: sceneNode("theme: \(theme)\ndraw: [{points: [[0, 0]]}]"), in: folder)
    }
    let (list, warnings) = try scene("course.yaml").drawn(with: FixedWidthTypesetter())
    #expect(list.background == Color(rgb: 0xFFFFF0))
    #expect(list.shapes.contains { $0.fill == Color(rgb: 0x998811) })
    #expect(warnings.map { $0.at?.file } == warnings.map { _ in "course.yaml" })
    #expect(throws: DiagnosticList.self) { try scene("other.yaml") }
    let error = #expect(throws: DiagnosticList.self) {
      try Scene(decoding: sceneNode("theme: course.yaml\ndraw: [{points: [[0, 0]]}]"))
    }
    #expect(
      error?.diagnostics.map(text) == [
        "1:8: a scene from memory has no folder in which 'course.yaml' could lie"
      ])
  }

  @Test func aThemeIsNoScene() throws {
    let error = #expect(throws: DiagnosticList.self) {
      try Scene(decoding: sceneNode("base: dark\nroles: {w: weight}"))
    }
    #expect(
      error?.diagnostics.map(text) == [
        "1:1: this is a theme, not a scene; name it in a scene: theme: test.yaml"
      ])
  }
}
