import Diagnostics
import Formulas
import Testing

struct PlainTextTests {
  @Test(
    "Formulas are spelled on one line, with parentheses only where they are needed",
    arguments: [
      Reading("w_{t+1} = w_t - \\eta\\nabla L(w_t)", "w_{t + 1} = w_t − η∇L(w_t)"),
      Reading("\\frac{a}{b}", "a/b"),
      Reading("\\frac{a+b}{2}", "(a + b)/2"),
      Reading("\\frac{1}{ab}", "1/(ab)"),
      Reading("\\frac{1}{12}x", "1/12 x"),
      Reading("\\frac{\\partial L}{\\partial w}", "∂L/∂w"),
      Reading("2\\frac ab", "2 a/b"),
      Reading("\\sqrt x + \\sqrt{x+y} + \\sqrt[3]{x} + \\sqrt[n]x", "√x + √(x + y) + ∛x + root n of x"),
      Reading("-1", "−1"),
      Reading("x=-1", "x = −1"),
      Reading("\\log x", "log x"),
      Reading("\\log(x)", "log(x)"),
      Reading("\\max_w L", "max_w L"),
      Reading("\\sum_{i=1}^n x_i", "∑_{i = 1}^n x_i"),
      Reading("\\hat y", "ŷ"),
      Reading("f''^2", "f′′^2"),
      Reading("\\left( \\frac ab \\middle| c \\right]", "(a/b | c]"),
      Reading("\\begin{bmatrix}1&2\\\\3&4\\end{bmatrix}", "[1, 2; 3, 4]"),
      Reading("\\begin{aligned}a&=b\\\\&=c\\end{aligned}", "a = b; = c"),
      Reading("\\text{if } x", "if x"),
      Reading("\\mathbf W\\boldsymbol{\\log}", "W log"),
      Reading("A\\xrightarrow{f}B", "A →^f B"),
      Reading("\\phantom{x}a\\not\\alpha", "aα̸"),
      Reading("\\boxed{E}\\cancel x\\foo", "Ex\\foo"),
      Reading("x\\tag{1}", "x (1)"),
      Reading("\\binom nk", "(n over k)"),
      Reading("\\textcolor{red}{a}-\\role{b}{b}", "a − b"),
    ])
  func plain(_ reading: Reading) throws {
    #expect(try Label(parsing: LocatedText("$\(reading.source)$"), in: lenient).plainText == reading.tree)
  }
}
