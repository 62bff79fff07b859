import OnePicture
import Testing

/// For each check a scene with one fault, and one that just passes.
@Suite struct LintTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var check: String
    var theme: String?
    /// Lines of a scene.
    var fault: String
    var passing: String
    /// The start of the one report, without the scene's name.
    var report: String

    var testDescription: String { "\(check): \(report)" }
  }

  private static let axes = "axes: {x: {domain: [-1, 1]}, y: {domain: [-1, 1]}}\n"

  static let cases = [
    Case(
      check: "overlap",
      fault: axes + "draw:\n  - text: one\n    at: [0, 0]\n  - text: two\n    at: [0, 0]",
      passing: axes + "draw:\n  - text: one\n    at: [0, 0]\n  - text: two\n    at: [0.1, 0]",
      report: "5:11: error: 'two' lies over 'one'"),
    Case(
      check: "overlap",
      fault: axes + "draw:\n  - curve: x/2\n  - text: half\n    at: [0, 0]",
      passing: axes + "draw:\n  - curve: x/2\n  - text: half\n    at: [0, 0.12]",
      report: "4:11: error: 'half' lies over the curve"),
    Case(
      check: "overlap",
      fault: axes + "draw:\n  - points: [[0, 0], [0.5, 0.5]]\n  - text: on it\n    at: [0.5, 0.5]",
      passing: axes + "draw:\n  - points: [[0, 0], [0.5, 0.5]]\n  - text: on it\n    at: [0.5, 0.42]",
      report: "4:11: error: 'on it' lies over the points"),
    Case(
      check: "overlap",
      fault: axes + "draw:\n  - path: [[-1, 0], [1, 0]]\n  - text: no field\n    at: [0, 0]",
      // A field of arrows is a ground.
      passing: axes + "draw:\n  - arrows: [1 + 0*x, 0]\n  - text: a field\n    at: [0, 0]",
      report: "4:11: error: 'no field' lies over the path"),
    // A number in its own disc covers no line below that.
    Case(
      check: "overlap",
      fault: axes + "draw:\n  - path: [[-1, 0], [1, 0]]\n  - text: ten\n    at: [0, 0]",
      passing: axes + "draw:\n  - curve: 0*x\n  - path: [[-0.5, 0], [0.5, 0]]\n    marker: badge",
      report: "4:11: error: 'ten' lies over the path"),
    // Words along an arrow are level with it, and their upright box says nothing.
    Case(
      check: "overlap",
      fault: axes
        + "draw:\n  - arrow: [[-1, -1], [1, 1]]\n    label: along\n  - text: across\n    at: [-0.5, -0.5]",
      passing: axes + "draw:\n  - arrow: [[-1, -1], [1, 1]]\n    label: along",
      report: "5:11: error: 'across' lies over the arrow"),
    Case(
      check: "clipping",
      fault: axes + "draw:\n  - text: wider than the page\n    at: [0, 0]\n    size: 120",
      passing: axes + "draw:\n  - text: wider than the page\n    at: [0, 0]\n    size: 60",
      report: "3:11: error: 'wider than the page' is cut at the right edge, "),
    Case(
      check: "clipping",
      fault: "axes: {x: {domain: [0, 1]}, y: {domain: [0, 1]}}\ndraw:\n  - vector: [2, 0.5]",
      passing: "axes: {x: {domain: [0, 1]}, y: {domain: [0, 1]}}\ndraw:\n  - vector: [1, 0.5]",
      report: "3:5: error: the vector is cut at the right edge, "),
    Case(
      check: "size",
      fault: axes + "draw:\n  - text: tiny\n    at: [0, 0]\n    size: 10.9",
      passing: axes + "draw:\n  - text: small\n    at: [0, 0]\n    size: 11.1",
      report: "3:11: error: 'tiny' is set at 10.90 pt, smaller than the 11.04 pt of this canvas"),
    Case(
      check: "contrast", theme: "light",
      fault: axes + "draw:\n  - curve: x\n    color: '#969696'",
      passing: axes + "draw:\n  - curve: x\n    color: '#949494'",
      report: "3:5: error: the curve has a contrast of 2.96:1 to the ground, expected 3.0:1"),
    Case(
      check: "contrast", theme: "light",
      fault: axes + "draw:\n  - contours: x*y\n    levels: [0.5]\n    fill: true\n    color: '#8a8a8a'",
      passing: axes + "draw:\n  - contours: x*y\n    levels: [0.5]\n    fill: true",
      report: "3:5: error: '0.5' has a contrast of "),
    Case(
      check: "contrast", theme: "light",
      fault: axes + "draw:\n  - text: faded\n    at: [0, 0]\n    opacity: 0.4",
      passing: axes + "draw:\n  - text: faded\n    at: [0, 0]\n    opacity: 0.7",
      report: "3:11: error: 'faded' has a contrast of "),
    Case(
      check: "likeness", theme: "light",
      fault: axes + "draw:\n  - {curve: x, color: '#3355cc'}\n  - {curve: -x, color: '#3a5bd0'}",
      passing: axes
        + "draw:\n  - {curve: x, color: '#3355cc'}\n  - {curve: -x, color: '#3a5bd0', dash: dashed}",
      report: "4:6: error: the curve and the curve look alike to all eyes"),
    // Green and orange, which eyes without the cone for green take for one.
    Case(
      check: "likeness", theme: "light",
      fault: axes
        + "draw:\n  - {curve: x, color: '#b3651f', label: up}\n  - {curve: -x, color: '#6b7d1f', label: down}",
      passing: axes
        + "draw:\n  - {curve: x, color: '#b3651f', label: up}\n  - {curve: -x, color: '#3c4fa0', label: down}",
      report: "4:6: error: 'down' and 'up' look alike to deuteranopic eyes"),
    Case(
      check: "likeness", theme: "print",
      fault: axes + "draw:\n  - {curve: x, color: '#b02020'}\n  - {curve: -x, color: '#1f6b3a'}",
      passing: axes + "draw:\n  - {curve: x, color: '#b02020'}\n  - {curve: -x, color: '#101060'}",
      report: "4:6: error: the curve and the curve look alike in gray"),
    Case(
      check: "roles",
      fault: "roles: {w: weight}\ndraw:\n  - vector: [1, 2]\n    role: gradient\n    label: $w$",
      passing: "roles: {w: weight}\ndraw:\n  - vector: [1, 2]\n    role: weight\n    label: $w$",
      report: "3:5: error: 'w' is 'weight' by 'roles', but names a vector in the color of 'gradient'"),
    Case(
      check: "roles",
      fault: "roles: {w: weight}\ndraw:\n  - vector: [1, 2]\n    role: target\n    label: $w_1 = 2$",
      // A sum is another thing than its parts.
      passing:
        "roles: {f: weight}\naxes: {x: {domain: [0, 1]}}\ndraw:\n  - curve: x\n    role: target\n    label: $f'(x)$\n  - curve: 1 - x\n    role: target\n    label: $f + g$",
      report: "3:5: error: 'w' is 'weight' by 'roles', but names a vector in the color of 'target'"),
    Case(
      check: "roles", theme: "light",
      fault: axes + "draw:\n  - curve: x\n    color: '#2A575D'",
      passing: axes + "draw:\n  - curve: x\n    role: data",
      report: "3:5: error: the color of the curve is that of the role 'data'"),
    Case(
      check: "alt", fault: "draw: [{vector: [1, 2]}]", passing: "alt: An arrow.\ndraw: [{vector: [1, 2]}]",
      report: "1:1: error: the scene has no 'alt', the text for readers who cannot see the picture"),
    Case(
      check: "layout", fault: "text: word\nsize: 200\ncanvas: column",
      passing: "text: word\nsize: 20\ncanvas: column",
      report: "1:1: error: the panel is too small: it needs "),
  ]

  @Test(arguments: cases)
  func findsTheFaultAndNothingElse(_ fault: Case) throws {
    let reports = try reports(fault.fault, fault)
    #expect(reports.count == 1, "\(reports)")
    #expect(reports.first?.hasPrefix(fault.report) == true, "\(reports)")
    #expect(try self.reports(fault.passing, fault) == [])
  }

  private func reports(_ scene: String, _ fault: Case) throws -> [String] {
    do {
      try Scene(Array(scene.utf8), named: "scene").lint(theme: fault.theme, checks: [fault.check])
      return []
    } catch {
      return error.problems.map {
        $0.description.replacing("scene: ", with: "").replacing("scene:", with: "")
      }
    }
  }

  /// What is wrong in some themes only says in which.
  @Test func namesTheThemes() throws {
    let scene = Self.axes + "draw:\n  - curve: x\n    color: '#222222'"
    let fault = Case(check: "contrast", fault: "", passing: "", report: "")
    #expect(
      try reports(scene, fault) == [
        "3:5: error: the curve has a contrast of 1.14:1 to the ground, expected 3.0:1 in the theme dark"
      ])
  }

  /// Colors that a formula names outright are readable in every theme, boxes included.
  @Test(arguments: [
    #"text: '$\color{yellow} x + \color{blue} y + \color{black} z$'"#,
    #"text: 'in $\colorbox{yellow}{\text{a box}}$ and $\colorbox{blue}{\text{another}}$'"#,
    #"{macros: {key: '\color{yellow}{#1}'}, text: '$\key{x}$'}"#,
  ])
  func outrightColorsCanBeRead(_ scene: String) throws {
    let fault = Case(check: "contrast", fault: "", passing: "", report: "")
    #expect(try reports(scene, fault) == [])
  }

  /// Every scene of the course, in all themes.
  @Test(arguments: SceneFolder.names)
  func findsNothingInOurScenes(_ name: String) throws {
    try SceneFolder.scene(name).lint()
  }

  /// Strict drawing gives no picture of what lint complains about.
  @Test func strictDrawingFails() throws {
    let scene = try Scene(Array("draw: [{vector: [1, 2]}]".utf8))
    #expect(throws: SceneError.self) { try scene.drawn(isStrict: true) }
    #expect(try scene.drawn().warnings.isEmpty)
    _ = try Scene(Array("alt: An arrow.\ndraw: [{vector: [1, 2]}]".utf8)).drawn(isStrict: true)
  }
}
