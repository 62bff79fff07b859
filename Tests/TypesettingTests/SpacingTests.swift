import Drawing
import TestSupport
import Testing

struct SpacingTests {
  /// The TeXbook, page 170: 0 none, 1 thin, 2 medium, 3 thick, brackets mean not in scripts, * cannot be.
  static let table = """
    0    1    (2)  (3)  0    0    0    (1)
    1    1    *    (3)  0    0    0    (1)
    (2)  (2)  *    *    (2)  *    *    (2)
    (3)  (3)  *    0    (3)  0    0    (3)
    0    0    *    0    0    0    0    0
    0    1    (2)  (3)  0    0    0    (1)
    (1)  (1)  *    (1)  (1)  (1)  (1)  (1)
    (1)  1    (2)  (3)  (1)  0    (1)  (1)
    """
  static let classes = ["ord", "op", "bin", "rel", "open", "close", "punct", "inner"]

  struct Pair: Sendable, CustomTestStringConvertible {
    var left: String
    var right: String
    var entry: String
    var testDescription: String { "\(left) \(right)" }
  }

  static var pairs: [Pair] {
    table.split(separator: "\n").enumerated().flatMap { row, line in
      line.split(separator: " ").enumerated().map { column, entry in
        Pair(left: classes[row], right: classes[column], entry: String(entry))
      }
    }.filter { $0.entry != "*" }
  }

  /// An atom of a class; binary operators get operands that are counted on both sides.
  private func atom(_ name: String) -> String { "\\math\(name){xx}" }

  @Test("Spaces between atoms are those of The TeXbook", arguments: pairs)
  func gaps(_ pair: Pair) throws {
    let mu = try set("$\\quad$").width / 18
    let digit = Double(pair.entry.filter(\.isNumber)) ?? 0
    let inText = digit == 0 ? 0 : digit + 2
    for (style, expected) in [
      ("", inText), ("\\scriptstyle", pair.entry.hasPrefix("(") ? 0 : inText),
    ] {
      let size = style.isEmpty ? 1 : try set("$\\scriptstyle\\quad$").width / set("$\\quad$").width
      let (before, after) = (pair.left == "bin" ? "xx" : "", pair.right == "bin" ? "xx" : "")
      let together = try set("$\(style) \(before)\(atom(pair.left))\(atom(pair.right))\(after)$").width
      let alone = try set("$\(style) xx$").width
      let count = 2.0 + (before.isEmpty ? 0 : 1) + (after.isEmpty ? 0 : 1)
      let sides = (before.isEmpty ? 0.0 : 4) + (after.isEmpty ? 0.0 : 4)
      let gap = together - count * alone - (style.isEmpty ? sides * mu : 0)
      #expect(isClose(gap, expected * mu * size, within: 1e-6, absolute: 1e-6))
    }
  }

  @Test(
    "A sign without two operands is no operator",
    arguments: ["-x", "(-x)", "a=-x", "a,-x", "a+-x", "\\log-x", "(a-)", "a-=b"])
  func unary(formula: String) throws {
    // An ordinary minus makes no difference where the sign had already turned into one.
    let ordinary = formula.replacing("-", with: "\\mathord{-}")
    #expect(try set("$\(formula)$").width == set("$\(ordinary)$").width)
  }

  @Test("A sum is as wide as its parts and two medium spaces")
  func sum() throws {
    let mu = try set("$\\quad$").width / 18
    let parts = try ["a", "+", "b"].map { try set("$\($0)$").width }
    #expect(isClose(try set("$a+b$").width, parts.reduce(0, +) + 8 * mu, within: 1e-9))
  }

  @Test("A definition's sign is one relation")
  func definition() throws {
    let mu = try set("$\\quad$").width / 18
    let parts = try ["w", "≔", "w"].map { try set("$\($0)$").width }
    #expect(isClose(try set("$w := w$").width, parts.reduce(0, +) + 10 * mu, within: 1e-9))
  }
}
