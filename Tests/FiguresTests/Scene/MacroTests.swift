import Diagnostics
import Drawing
import Formulas
import SceneFiles
import Testing

@testable import Figures

/// Commands that a scene defines.
@Suite struct MacroTests {
  private static let macros = #"{R: '\mathbb{R}', vect: '\mathbf{#1}', \pair: '(#1, #2)'}"#

  /// Every place in which a scene has words; the macros stand below all of them.
  private static let scene = #"""
    title: $\R 1$
    subtitle: $\R 2$
    panels:
      - title: $\R 7$
        axes:
          x: {label: $\R 3$, ticks: {0: $\R 4$, 0.5: '$\vect{x} 5$'}}
          y: {label: $\R 6$, domain: [0, 9]}
        draw:
          - contours: x^2 + y^2
            fill: true
            colorbar: $\R 8$
          - point: [0, 0]
            label: $\R 9$
          - text: $\R 10$
            at: [0.5, 3]
          - equation: \pair{\R}{11}
            at: [0.5, 6]
      - draw: [{bars: [1, 2], names: [$\R 12$, $\R 13$]}]
      - equation: \R 14
      - text: words $\R 15$
    notation: $\R 16$
    caption: $\R 17$
    macros: \#(macros)
    """#

  /// A role of a command is one of what the command stands for, and of the command's name in code.
  @Test func theyHaveRoles() throws {
    let scene = try DrawnScene(
      #"{draw: [{curve: x}], macros: {loss: '\mathcal{L}', R: '#1'}, roles: {'\loss': loss, w: weight}}"#)
    #expect(scene.panels[0].panel.press.symbols.map(\.symbol) == [#"\loss"#, #"\mathcal{L}"#, "w"])
  }

  @Test func theyAreKnownInEveryLabel() throws {
    let labels = Set(try DrawnScene(Self.scene).list.shapes.compactMap(\.label))
    for number in 1...17 {
      let found = labels.filter { $0.contains(" \(number)$") || $0.contains("{\(number)}") }
      #expect(!found.isEmpty, "label \(number) of \(labels)")
    }
  }

  @Test func theyAreRead() throws {
    let source = "title: $\\R \\vect{w} \\pair{a}{b}$\nmacros: \(Self.macros)\ndraw: [{curve: sin}]"
    let scene = try Scene(decoding: parseYAML(Array(source.utf8), file: ""))
    let title = try scene.evaluated().title?.plainText
    #expect(title == "Rw(a, b)")
  }
}
