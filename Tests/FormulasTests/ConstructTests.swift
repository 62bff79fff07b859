import Diagnostics
import Formulas
import Testing

struct ConstructTests {
  @Test(
    "Fractions and binomials",
    arguments: [
      Reading("\\dfrac{a}{b}\\tfrac12", "frac!display(a | b) frac!text(1 | 2)"),
      Reading("\\cfrac[l]{1}{1+\\cfrac1x}", "cfrac-left!display(1 | 1 +ᵇ cfrac!display(1 | x))"),
      Reading("\\genfrac(]{0.8pt}{0}{a}{b}", "fence(( frac!display-1.44(a | b) ])"),
      Reading("\\genfrac{}{}{0pt}{}{a}{b}", "over-0.0(a | b)"),
      Reading("\\genfrac \\{ . {} 3 a b", "fence({ frac!scriptScript(a | b) .)"),
      Reading("{a \\above 1pt b}", "{frac-1.8(a | b)}"),
      Reading("{a \\atop b}", "{over(a | b)}"),
      Reading("{n \\brace k}{n \\brack k}", "{fence({ over(n | k) })} {fence([ over(n | k) ])}"),
      Reading("\\dbinom nk", "fence(( over!display(n | k) ))"),
      Reading("{\\color{red} a \\over b}", "{ink(rgb(16711680) frac(a | b))}"),
      Reading("1 \\over 2 \\over 3", "error: a second \\over in one group"),
    ])
  func fractions(_ reading: Reading) { #expect(tree(reading.source) == reading.tree) }

  @Test(
    "What stands over, under and around",
    arguments: [
      Reading("\\overset{a}{=}", "stack(=ʳ over a under -)ʳ"),
      Reading("\\stackrel?=", "stack(=ʳ over ?ᶜ under -)ʳ"),
      Reading("\\underset{x}{\\lim}", "stack(op(lim limits) over - under x)ˡ"),
      Reading("\\sideset{_a^b}{_c^d}\\sum", "{∅_{a}^{b} big(∑ limits)!s_{c}^{d}}ˡ"),
      Reading("\\prescript{a}{b}{X}", "{∅_{b}^{a} X}"),
      Reading("\\xrightarrow[a]{b}", "arrow(→ over b under a)"),
      Reading("\\xmapsto b", "arrow(↦ over b under -)"),
      Reading("\\overbracket{ab}^{c}", "brace-over(⎴ a b)^{c}"),
      Reading("\\utilde{AB}", "wide-under(303 A B)"),
      Reading("\\overleftrightarrow{AB}", "stretched-over(↔ A B)"),
      Reading("\\underline x", "line-under(x)"),
      Reading("\\not x \\not\\in \\not{ab}", "not(x) ∉ʳ not(a b)"),
      Reading("\\mathchoice DTS{ss}", "choice([\"D\", \"T\", \"S\", \"s s\"])"),
      Reading("\\sum_{\\substack{a\\\\b}}", "big(∑ limits)_{grid:substack:c(a / b)}"),
      Reading("\\lim\\limits_x", "op(lim limits)!l_{x}"),
      Reading("\\operatorname*{asin}\\limits_y", "op(asin limits)!l_{y}"),
      Reading("\\operatorname{Gam-ma}", "op(Gam-ma)"),
      Reading("\\operatorname{}x", "op() x"),
      Reading("\\mathop{\\overline{\\mathrm{lim}}}", "{line-over(word(lim))}ˡ"),
    ])
  func stacks(_ reading: Reading) { #expect(tree(reading.source) == reading.tree) }

  @Test(
    "Fences, sets and brackets",
    arguments: [
      Reading("\\left< a \\middle/ b \\right\\rceil", "fence(⟨ a / b ⌉)"),
      Reading("\\big. \\Bigl\\lbrace", "{2.16mu} size2({)ᵒ"),
      Reading("\\bigl{(} \\bigm|", "size1(()ᵒ size1(|)ʳ"),
      Reading("\\left\\lmoustache x \\right.", "fence(⎰ x .)"),
      Reading("\\set{x|y|z}", "{{ᵒ 3.0mu x ∣ʳ y | z 3.0mu }ᶜ}"),
      Reading("\\Set{x|y}", "fence({ 4.0mu x 5.0mu | 5.0mu y 4.0mu })"),
      Reading("\\bra x\\ket{y}", "{⟨ᵒ x |}ⁱ {| y ⟩ᶜ}ⁱ"),
      Reading("\\Braket{a|b|c}", "fence(⟨ a 3.0mu | 3.0mu b 3.0mu | 3.0mu c ⟩)"),
      Reading("\\abs{x}", "fence(| x |)"),
    ])
  func fences(_ reading: Reading) { #expect(tree(reading.source) == reading.tree) }

  @Test(
    "Environments",
    arguments: [
      Reading("\\begin{pmatrix*}[r]a&b\\\\c\\end{pmatrix*}", "fence(( grid:matrix:r(a & b / c) ))"),
      Reading(
        "\\begin{array}{|l:c||}1&2\\cr\\hline3&4\\\\ \\hline\\hdashline\\end{array}",
        "grid:array:lc(|,:,||)[,─,─┄](1 & 2 / 3 & 4)"),
      Reading("\\begin{array}{*2{c}@{=}r}a&b&c\\end{array}", "grid:array:ccr@2(a & b & c)"),
      Reading("\\begin{array}{c}a\\\\[2pt]b\\end{array}", "grid:array:c+3.6(a / b)"),
      Reading("\\begin{cases}a&b\\\\c\\end{cases}", "fence({ grid:cases:l(a & b / c) .)"),
      Reading("\\begin{drcases}a\\end{drcases}", "fence(. grid:displayCases:l(a) })"),
      Reading("\\begin{alignedat}{2}a&b&c&d\\end{alignedat}", "grid:alignedAt:(a & b & c & d)"),
      Reading("\\begin{aligned}[t]a&=b\\end{aligned}", "grid:aligned:(a & =ʳ b)"),
      Reading(
        "\\begin{align}a\\tag{1}\\\\b\\nonumber\\\\c\\tag*{x}\\end{align}", "grid:aligned:#0,2(a / b / c)"),
      Reading("\\begin{equation}x\\tag{7}\\end{equation}", "{style(display) x} #text((7))"),
      Reading("x\\tag{$+$a}", "x #text(() {+ᵇ} text(a) text())"),
      Reading("\\begin{subarray}{l}a\\\\b\\end{subarray}", "grid:substack:l(a / b)"),
      Reading("\\begin{matrix}a\\\\\\end{matrix}", "grid(a)"),
      Reading("\\begin{matrix}a\\\\{}\\\\\\end {matrix}", "grid(a / {})"),
      Reading("a\\\\[1ex]b\\newline c", "grid:gathered:l(a / b / c)"),
      Reading("{a\\\\b}", "{grid:gathered:l(a / b)}"),
      Reading(
        "\\begin{CD}A@>a>b>B\\\\@VcVV@|\\\\C@=D\\end{CD}",
        "grid:diagram:c(A & arrow(→ over a under b) & B / arrow(c ↓ ) &  & arrow( ‖ ) / C & arrow(= over  under -) & D)"
      ),
    ])
  func environments(_ reading: Reading) { #expect(tree(reading.source) == reading.tree) }

  @Test(
    "Boxes, rules and room",
    arguments: [
      Reading("\\boxed{a}\\fbox{b c}", "frame(a) frame(text(b c))"),
      Reading("\\cancel x\\bcancel{y}\\xcancel z\\sout{w}", "rising(x) falling(y) crossed(z) struckOut(w)"),
      Reading("a_\\angln \\phase{30}", "a_{angle(n)} phase(3 0)"),
      Reading("\\colorbox{red}{a$b$}", "ground(Formulas.Ink.rgb(16711680), frame: nil)(text(a) {b})"),
      Reading("\\smash[b]{y}\\smash[t]y\\smash y", "smashedBelow(y) smashedAbove(y) smashed(y)"),
      Reading("\\mathrlap{/}=\\llap{x}", "lapped(left /) =ʳ lapped(right text(x))"),
      Reading("\\raisebox{-0.5em}{b}\\vcenter{x}", "raised(-9.0mu text(b)) centered(x)"),
      Reading("\\rule[1em]{2em}{0.5em}", "rule(36.0 9.0 18.0)"),
      Reading("\\kern1emb\\mkern 18mu\\hskip 1em plus 2em minus 1pt x", "18.0mu b 18.0mu 18.0mu x"),
      Reading("\\hspace*{1pc}\\mskip-3mu", "21.6mu -3.0mu"),
      Reading("\\tiny x \\Huge y", "size(0.5) x size(2.488) y"),
      Reading(
        "a\\bmod b\\pod3", "a {word(mod)}ᵇ b {choice([\"18.0mu\", \"8.0mu\", \"8.0mu\", \"8.0mu\"]) (ᵒ 3 )ᶜ}"),
      Reading("\\phantom{x}\\mathstrut", "full(x) heightOnly((ᵒ)"),
      Reading("\\textcolor{#0f0}{b}\\color[rgb]{0,0,1}c", "ink(rgb(65280) b) ink(rgb(255) c)"),
      Reading("\\char\"3B1\\char`z\\unicode{x3B2}\\char65", "α z β A"),
      Reading("\\htmlClass{a}{xy}\\href{u}{z}", "{x y} z"),
      Reading("a % b\n c", "a c"),
    ])
  func boxes(_ reading: Reading) { #expect(tree(reading.source) == reading.tree) }

  @Test(
    "Alphabets, and bold of everything",
    arguments: [
      Reading("\\boldsymbol{x+\\frac{\\Sigma}{2}}", "{x:boldItalic +!:boldᵇ frac(Σ:bold | 2:bold)}"),
      Reading("\\bm{\\mathcal L}\\pmb\\alpha", "L:boldCalligraphic α:boldItalic"),
      Reading("\\boldsymbol{\\sum}\\pmb\\infty\\mathbf{=}", "big(∑ limits bold) ∞!:bold =:boldʳ"),
      Reading("\\boldsymbol{\\log x}", "{op(𝐥𝐨𝐠) x:boldItalic}"),
      Reading("\\mathsfit{A}\\mathbfit{A}", "A:sansSerifItalic A:boldItalic"),
      Reading("\\mathsf{a}_\\mathtt b", "a:sansSerif_{b:typewriter}"),
      Reading("a \\rm bc \\it d", "a b:upright c:upright d:italic"),
      Reading(
        "\\vx\\mW\\rvx\\evx\\emA\\sA\\gG", "x:boldItalic W:boldItalic x:bold x A A:blackboard G:calligraphic"),
      Reading("\\E\\1\\loss", "E:blackboard 1:bold L:calligraphic"),
    ])
  func alphabets(_ reading: Reading) { #expect(tree(reading.source) == reading.tree) }
}

struct TypedCharacterTests {
  @Test(
    "Characters that are typed directly",
    arguments: [
      Reading("ℝ𝐀𝜃𝟙𝖠", "R:blackboard A:bold θ:italic 1:blackboard A:sansSerif"),
      Reading("x̂ŷ", "hat(x) hat(y)"),
      Reading("x̄ẋ", "accent(304 x) accent(307 x)"),
      Reading("½√2√(x+1)∛x", "frac(1 | 2) root(2) root(x +ᵇ 1) root(3 | x)"),
      Reading("x₁₂²f″", "x_{1 2}^{2} f^{′ ′}"),
      Reading("aⁿ⁺¹ᵢ", "a_{i}^{n +ᵇ 1}"),
      Reading("‖x‖ ⟨a⟩ →≠⊥", "‖ x ‖ ⟨ᵒ a ⟩ᶜ →ʳ ≠ʳ ⊥"),
      Reading("a·b−c", "a ⋅ᵇ b −ᵇ c"),
      Reading("≠", "≠ʳ"),
      Reading("градиент", "text(градиент)"),
      Reading("損失 = 0", "text(損失) =ʳ 0"),
      Reading("µ", "μ"),
      Reading("\\left‖x\\right‖", "fence(‖ x ‖)"),
    ])
  func typed(_ reading: Reading) { #expect(tree(reading.source) == reading.tree) }

  @Test("Every letter of Unicode's mathematical alphabets is read as what it shows")
  func alphabets() throws {
    for alphabet in Alphabet.allCases where alphabet != .automatic && alphabet != .upright {
      for plain in "ABHZahz".unicodeScalars {
        let shown = alphabet.letter(for: plain)
        let label = try Label(parsing: LocatedText("$\(shown)$"))
        guard case .formula(let formula) = label.lines[0][0],
          case .symbol(let symbol)? = formula.row.nodes.first
        else {
          Issue.record("no symbol for \(shown)")
          continue
        }
        #expect(symbol.plain == plain && symbol.alphabet == alphabet && symbol.shown == shown)
      }
    }
  }
}

struct TextInFormulaTests {
  @Test(
    "Text within formulas",
    arguments: [
      Reading("\\text{``a'' --- b--c}", "text(“a” — b–c)"),
      Reading("\\texttt{``a--}", "text(``a-- code)"),
      Reading("\\text{\\'e\\H{o}\\c c}", "text(e\u{301}o\u{30B}c\u{327})"),
      Reading("\\text{a  b~c\\ d}", "text(a b\u{A0}c d)"),
      Reading("\\text{\\bf b} c", "text(b bold) c"),
      Reading("\\textbf{a \\textit{b}}", "{text(a  bold) text(b bold italic)}"),
      Reading("\\text{\\tiny x}", "{size(0.5) text(x)}"),
      Reading("\\text{50\\% \\alpha}", "{text(50% ) α:upright}"),
      Reading("\\text{a \\(x\\)}", "{text(a ) {x}}"),
      Reading(
        "\\text{\\textcolor{red}{b}\\underline{c}}", "{ink(rgb(16711680) text(b)) line-under(text(c))}"),
      Reading("\\verb|a_b|\\verb*|a b|", "text(a_b code) text(a␣b code)"),
      Reading("\\mbox{if $x$ then}", "{text(if ) {x} text( then)}"),
      Reading("\\text{\\copyright\\ae\\textbackslash}", "text(©æ\\)"),
      Reading("\\'e", "error: '\\'' belongs into text"),
    ])
  func texts(_ reading: Reading) { #expect(tree(reading.source) == reading.tree) }
}
