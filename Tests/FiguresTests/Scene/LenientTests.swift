import Diagnostics
import Drawing
import SceneFiles
import Testing

@testable import Figures

/// Scenes whose labels are wrong, read leniently.
@Suite struct LenientTests {
  private static let source = """
    title: loss $\\nabal L$
    axes: {x: {label: '$\\frac{1}$'}}
    draw:
      - curve: sin
        label: fine $\\sin x$
      - point: [0, 0]
        label: $a_$ and $\\betta$
    """

  private func scene(_ source: String = source) throws -> Scene {
    try Scene(decoding: parseYAML(Array(source.utf8), file: "s.yaml"), isLenient: true)
  }

  @Test func mistakesInLabelsAreWarnings() throws {
    let found = try scene().checked()
    #expect(found.allSatisfy { $0.severity == .warning })
    #expect(found.compactMap(\.at).map { "\($0.line):\($0.column)" } == ["1:14", "2:29", "7:15", "7:22"])
    #expect(found.first?.help == "did you mean '\\nabla'?")
  }

  /// A picture says the same, each thing once, and shows all labels.
  @Test func thePictureIsDrawn() throws {
    let (list, warnings) = try scene().drawn(with: FixedWidthTypesetter())
    #expect(warnings == (try scene().checked()))
    let labels = Set(list.shapes.compactMap(\.label))
    #expect(labels.isSuperset(of: ["loss $\\nabal L$", "fine $\\sin x$", "$a_$ and $\\betta$"]))
  }

  @Test func otherMistakesStayErrors() {
    #expect(throws: DiagnosticList.self) { try scene("title: $\\nabal$\ndraw: [{curv: sin}]") }
    #expect(throws: DiagnosticList.self) { try scene("draw: [{curve: u}]").checked() }
  }

  /// What only a value brings in is found when it is known.
  @Test func mistakesByValuesAreWarnings() throws {
    let source = "let: {name: \"'a$b'\"}\ntitle: 'x {{name}}'\ndraw: [{curve: sin}]"
    let (_, warnings) = try scene(source).drawn(with: FixedWidthTypesetter())
    #expect(warnings.map(\.severity) == [.warning])
    #expect(warnings.first?.at?.line == 2)
    #expect(throws: DiagnosticList.self) {
      try Scene(decoding: parseYAML(Array(source.utf8), file: "")).checked()
    }
  }
}
