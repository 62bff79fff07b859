import Diagnostics
import Drawing
import Geometry
import Testing

@testable import Figures

/// What print promises: nothing is lost in black and white.
@Suite struct PrintThemeTests {
  private let theme = Theme.print
  private static let colored = Role.allCases.filter { $0 != .highlight && $0 != .muted }

  /// Equal parts of red, green and blue, so that black ink alone prints it.
  @Test func everyColorIsGray() {
    let syntax = theme.syntax
    var colors = [theme.ground, theme.ink, theme.quietInk, theme.faintInk]
    colors += Role.allCases.map { theme.color(of: $0) }
    colors += [syntax.keyword, syntax.string, syntax.number, syntax.comment, syntax.definition]
    for choice in ["sequential", "diverging", "cyclic", "loss"].compactMap({ ramps[$0] }) {
      let style = theme.ramp(choice)
      colors += [style.line, style.number] + [0, 0.3, 0.5, 1].map { style.ramp.color(at: $0) }
    }
    // As bytes of a picture.
    for color in colors {
      #expect((color.red * 255).rounded() == (color.green * 255).rounded())
      #expect((color.red * 255).rounded() == (color.blue * 255).rounded())
    }
    #expect(theme.ground == .white)
  }

  /// Roles whose lines run alike lie twice as far apart as their neighbors in the order of grays.
  @Test func linesAreToldApartByGrayOrDash() {
    let grays = Self.colored.map { SeenColor(theme.color(of: $0)).oklab[0] }.sorted()
    for (one, next) in zip(grays, grays.dropFirst()) { #expect(next - one >= 0.07) }
    for (index, one) in Self.colored.enumerated() {
      for other in Self.colored[..<index] where dash(one) == dash(other) {
        let difference = SeenColor(theme.color(of: one)).oklab[0] - SeenColor(theme.color(of: other)).oklab[0]
        #expect(abs(difference) >= 0.14, "\(one) and \(other)")
      }
    }
  }

  private func dash(_ role: Role) -> DashPattern { theme.dashes[role] ?? .solid }

  /// The theme's dash is drawn, the scene's goes before it, and colors of the scene become equally bright gray.
  @Test(arguments: [
    ("role: target", [4.0, 3.0]), ("role: prediction", []), ("role: target, dash: dotted", [1, 2]),
    ("role: target, dash: solid", []), ("color: '#cc3311'", []),
  ])
  func curvesWearTheDashOfTheirRole(_ style: String, _ dash: [Double]) throws {
    let scene = try Scene(
      decoding: sceneNode(
        "axes: {x: {domain: [0, 1]}, y: {domain: [0, 1]}}\ndraw: [{curve: x, \(style)}]"))
    let list = try scene.drawn(with: FixedWidthTypesetter(), options: SceneOptions(theme: .print)).list
    let width = Canvas.slide.lines.bold * theme.lines.bold
    let strokes = list.shapes.compactMap(\.stroke).filter { $0.width == width }
    #expect(strokes.map { $0.dash.map { ($0 / width * 1000).rounded() / 1000 } } == [dash])
    let color = try #require(strokes.first).color
    #expect(abs(color.red - color.green) < 1e-9 && abs(color.red - color.blue) < 1e-9)
    if style.hasPrefix("color") {
      let named = SeenColor(Color(rgb: 0xCC3311)).oklab[0]
      #expect(abs(SeenColor(color).oklab[0] - named) < 1e-6)
    }
  }

  /// Below zero, lines are dashed; above, they are not.
  @Test func dashesTellTheSignOfLevels() throws {
    let scene = try Scene(
      decoding: sceneNode(
        """
        axes: {x: {domain: [-1, 1]}, y: {domain: [-1, 1]}}
        draw: [{contours: x, levels: [-0.5, 0, 0.5], fill: true, ramp: diverging, numbers: false, colorbar: false}]
        """))
    let list = try scene.drawn(with: FixedWidthTypesetter(), options: SceneOptions(theme: .print)).list
    let lines = list.shapes.filter { $0.stroke?.color == theme.ramps.diverging.line && $0.clip != nil }
    #expect(lines.map { $0.stroke?.dash.isEmpty } == [false, true, true])
  }

  @Test func cloudsWearTheShapeOfTheirRole() throws {
    let scene = try Scene(
      decoding: sceneNode("draw: [{points: [[0, 0], [1, 1]], role: prediction}]"))
    func corners(_ name: String) throws -> [Int] {
      let list = try scene.drawn(with: FixedWidthTypesetter(), options: SceneOptions(theme: themes[name]))
        .list
      let color = try themes.entry(named: name, at: nil).color(of: .prediction)
      return list.shapes.filter { $0.fill == color }.map(\.path.points.count)
    }
    // Triangles in print, dots of four cubic curves else.
    #expect(try corners("print") == [3, 3])
    #expect(try corners("light") == [13, 13])
  }
}
