import Drawing
import Formulas
import Geometry
import TestSupport
import Testing
import Typesetting

struct FormulaLayoutTests {
  @Test("Roles color letters, rows of letters and names, and no words")
  func roles() throws {
    let blue = Color(rgb: 0x0072B2)
    let roles = ["w", "eta", "∇L"].map { TextStyle.Role(symbol: $0, color: blue) }
    let source = "$w_{t+1} := w_t - \\eta\\,\\nabla L(w) \\text{ w}$"
    let (plain, colored) = (try set(source), try set(source, roles: roles))
    #expect(plain.width == colored.width)
    #expect(plain.ink == colored.ink)
    #expect(plain.glyphs.map(\.at) == colored.glyphs.map(\.at))
    let texts = colored.runs.filter { $0.run.color == blue }.map(\.run.text)
    #expect(texts == ["w", "w", "η∇L", "w"] || texts == ["w", "w", "η", "∇L", "w"])
  }

  @Test("An explicit color keeps spacing")
  func textColorKeepsSpacing() throws {
    #expect(try set("$a \\textcolor{red}{+ b} = c$").width == set("$a + b = c$").width)
  }

  @Test("Superscripts stand above, subscripts below, both smaller")
  func scripts() throws {
    let glyphs = try set("$x_i^2$").glyphs
    #expect(glyphs.count == 3)
    #expect(glyphs[1].at.y < -20 && glyphs[2].at.y > 10)
    #expect(glyphs[1].size < 0.8 * glyphs[0].size && glyphs[2].size < 0.8 * glyphs[0].size)
  }

  @Test("Limits stand above and below in display style, beside in text style")
  func limits() throws {
    let display = try set("$$\\sum_i^n x$$").glyphs
    let inline = try set("$\\sum_i^n x$").glyphs
    let sign = try set("$$\\sum$$")
    #expect(display[1].at.x < 0.6 * sign.width && display[2].at.x < 0.6 * sign.width)
    #expect(display[1].at.y < sign.ink.minY && display[2].at.y > sign.ink.maxY)
    let small = try set("$\\sum$").width
    #expect(inline[1].at.x >= small && inline[2].at.x >= small)
    let forced = try set("$\\sum\\limits_i^n x$").glyphs
    #expect(forced[1].at.x < 0.6 * small)
  }

  @Test("A fraction's rule lies on the axis, its parts centered above and below")
  func fraction() throws {
    let block = try set("$$\\frac{a}{bbb}$$")
    let rule = try #require(block.paths.first?.path.controlBox)
    let minus = try set("$-$").ink
    // The minus sign of a math font stands on the axis.
    #expect(isClose(rule.midY, minus.midY, within: 0, absolute: 0.5))
    let (top, bottom) = (try set("$$\\frac{a}{}$$"), block)
    #expect(top.glyphs[0].at.y == bottom.glyphs[0].at.y)
    #expect(block.glyphs[0].at.y < rule.minY && block.glyphs[1].at.y > rule.maxY)
    let a = block.glyphs[0].at.x + (try set("$a$").width) / 2
    #expect(isClose(a, rule.midX, within: 0, absolute: 1e-9))
  }

  @Test("A fence reaches around what it encloses, centered on the axis")
  func fence() throws {
    let inner = try set("$$\\frac{\\frac{a}{b}}{\\frac{c}{d}}$$")
    let fence = try set("$$\\left(\\frac{\\frac{a}{b}}{\\frac{c}{d}}\\right)$$")
    let axis = try set("$-$").ink.midY
    #expect(fence.ink.height > 0.9 * inner.ink.height)
    let bare = try set("$$\\left(\\vphantom{\\frac{\\frac{a}{b}}{\\frac{c}{d}}}\\right)$$").ink
    #expect(isClose(bare.midY, axis, within: 0, absolute: 1))
  }

  @Test("A fence grows without end, with parts that touch")
  func tallFence() throws {
    for rows in [3, 8, 20, 60] {
      let cells = [String](repeating: "x", count: rows).joined(separator: "\\\\")
      for fence in ["bmatrix", "pmatrix", "vmatrix", "Bmatrix"] {
        let block = try set("$\\begin{\(fence)}\(cells)\\end{\(fence)}$")
        // 0.901 of 1.2 em a row at the math font's size of about 1.1.
        #expect(block.ink.height > 0.85 * 120 * 1.05 * Double(rows))
        #expect(block.ink.height < 1.3 * 120 * 1.15 * Double(rows))
      }
    }
  }

  @Test("A root's rule spans the radicand, and its sign is one shape with it")
  func root() throws {
    let (inner, root) = (try set("$a+b$"), try set("$\\sqrt{a+b}$"))
    #expect(root.paths.count == 1)
    let sign = try #require(root.paths.first?.path.controlBox)
    #expect(isClose(sign.maxX, root.width, within: 1e-9))
    #expect(root.width > inner.width + 30)
    #expect(sign.minY < inner.ink.minY && sign.maxY >= inner.ink.maxY - 5)
  }

  @Test("Accents sit over their letter", arguments: ["\\hat", "\\bar", "\\tilde", "\\vec", "\\dot"])
  func accents(accent: String) throws {
    let (letter, accented) = (try set("$x$"), try set("$\(accent){x}$"))
    #expect(accented.width == letter.width)
    #expect(accented.ink.minY < letter.ink.minY - 5)
    let mark = accented.glyphs[1]
    let center = mark.at.x + (mark.glyph.outline.controlBox?.midX ?? 0) * mark.size
    #expect(abs(center - letter.width / 2) < 0.15 * 100)
  }

  @Test("An accent takes the place of the dot")
  func dotless() throws {
    #expect(try set("$\\hat i$").glyphs[0].glyph.id != set("$i$").glyphs[0].glyph.id)
  }

  @Test("Columns of an aligned equation meet at their relation")
  func aligned() throws {
    let glyphs = try set("$\\begin{aligned} a &= b \\\\ ccc &= d \\end{aligned}$").glyphs
    let signs = glyphs.filter { $0.glyph.id == glyphs[1].glyph.id }
    #expect(signs.count == 2)
    #expect(isClose(signs[0].at.x, signs[1].at.x, within: 1e-12))
  }
}
