import Drawing
import Geometry
import Testing

@testable import Figures

/// Curves are broken where their functions are, whatever the axes.
@Suite struct CurveOnScalesTests {
  /// The lines that a curve should be on axes from 0.1 (or -10) to 50.
  static let curves: [(curve: String, x: String, y: String, lines: Int)] = [
    ("x*log2(x)", "scale: log, domain: [1, 1e6]", "scale: log", 1),
    ("log2(x)", "scale: log, domain: [1, 1e6]", "scale: log", 1),
    ("log(x)", "domain: [0, 10]", "", 1),
    ("1/x", "scale: log, domain: [0.1, 50]", "scale: log", 1),
    ("1/(x - pi)", "scale: log, domain: [0.1, 50]", "domain: [-9, 9]", 2),
    ("1/x", "scale: symlog, domain: [-10, 50.3]", "scale: symlog", 2),
    // Where it is above zero: from 0.1, and after each of the 15 zeros up to 50.
    ("tan(x)", "scale: log, domain: [0.1, 50]", "scale: log", 16),
    // Poles at the odd multiples of π/2 up to 50: 16 of them.
    ("tan(x)", "scale: log, domain: [0.1, 50]", "domain: [-9, 9]", 17),
  ]

  @Test("A curve is broken at its poles and nowhere else", arguments: curves)
  func lines(curve: String, x: String, y: String, lines: Int) throws {
    let scene = try DrawnScene("axes: {x: {\(x)}, y: {\(y)}}\ndraw: [{curve: \(curve), role: loss}]")
    #expect(scene.strokes(.loss).flatMap(\.path.verbs).count { $0 == .move } == lines)
  }
}
