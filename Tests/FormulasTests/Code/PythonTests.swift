import Formulas
import Testing

@Suite struct PythonTests {
  /// The tokens but for blanks, each as `kind(text)`; plain names and punctuation as they are.
  private func text(_ source: String) -> String {
    CodeLanguage.python.tokens(source).filter { $0.kind != .space }.map { token in
      switch token.kind {
      case .name, .punctuation, .operator: token.text
      default: "\(token.kind.rawValue)(\(token.text))"
      }
    }.joined(separator: " ")
  }

  @Test(
    "Words are what Python takes them for",
    arguments: [
      ("for i in range(3):", "keyword(for) i keyword(in) builtin(range) ( number(3) ) :"),
      ("def step(w, eta=0.1):", "keyword(def) definition(step) ( w , eta = number(0.1) ) :"),
      ("class Net(Model): pass", "keyword(class) definition(Net) ( Model ) : keyword(pass)"),
      (
        "async def f(): await g()",
        "keyword(async) keyword(def) definition(f) ( ) : keyword(await) call(g) ( )"
      ),
      ("x = None if y else True", "x = keyword(None) keyword(if) y keyword(else) keyword(True)"),
      ("w -= eta * grad(w)", "w -= eta * call(grad) ( w )"),
      ("np.sum(x).item", "module(np) . attribute(sum) ( x ) . attribute(item)"),
      ("import numpy as np", "keyword(import) module(numpy) keyword(as) module(np)"),
      ("x.np.print(len)", "x . attribute(np) . attribute(print) ( builtin(len) )"),
      ("self.w = model.w", "self . w = model . attribute(w)"),
      (
        "f(x=1, y = 2, z == 3)",
        "call(f) ( parameter(x) = number(1) , parameter(y) = number(2) , z == number(3) )"
      ),
      ("f(a)(b=1)[c](d=2)", "call(f) ( a ) ( parameter(b) = number(1) ) [ c ] ( parameter(d) = number(2) )"),
      ("(x := 3) + y", "( x := number(3) ) + y"),
      ("x=1", "x = number(1)"), ("[x := 1, y]", "[ x := number(1) , y ]"),
      ("η = θ_1 @ Ω", "η = θ_1 @ Ω"), ("été, 変数 = f(Ж)", "été , 変数 = call(f) ( Ж )"),
      ("print (x)", "builtin(print) ( x )"), ("lambda w: w", "keyword(lambda) w : w"),
      ("x -> y ** 2 // 3 <<= 4 ... != ~z", "x -> y ** number(2) // number(3) <<= number(4) ... != ~ z"),
      ("a $ b ? c", "a plain($) b plain(?) c"),
    ])
  func words(source: String, expected: String) { #expect(text(source) == expected) }

  @Test(
    "Soft keywords only where a statement is made of them",
    arguments: [
      ("match x:", "keyword(match) x :"), ("match = 3", "match = number(3)"),
      ("match(x)", "call(match) ( x )"),
      ("match (x):", "keyword(match) ( x ) :"), ("match - x", "match - x"),
      ("match is x", "match keyword(is) x"),
      ("  case _: return 1", "keyword(case) _ : keyword(return) number(1)"),
      ("case[0] = 1", "case [ number(0) ] = number(1)"),
      ("type Point = tuple", "keyword(type) Point = builtin(tuple)"), ("type(x)", "builtin(type) ( x )"),
      ("x = type", "x = builtin(type)"), ("y = match x", "y = match x"),
    ])
  func softKeywords(source: String, expected: String) { #expect(text(source) == expected) }

  @Test(
    "Decorators start a line, the operator @ does not",
    arguments: [
      ("@jit\ndef f(): pass", "decorator(@) decorator(jit) keyword(def) definition(f) ( ) : keyword(pass)"),
      (
        "@app.route(x=1)",
        "decorator(@) decorator(app) decorator(.) decorator(route) ( parameter(x) = number(1) )"
      ),
      ("  @property", "decorator(@) decorator(property)"), ("X @ W", "X @ W"), ("X @= W", "X @= W"),
      ("y = (X\n @ W)", "y = ( X @ W )"), ("y = X \\\n @ W", "y = X \\ @ W"),
    ])
  func decorators(source: String, expected: String) { #expect(text(source) == expected) }

  @Test(
    "Numbers in all of Python's spellings",
    arguments: [
      "0", "42", "1_000", "1e-3", "1E+5", "1.e5", "1.", ".5", "3.14_15", "1j", "2.5e3J", "0x_FF",
      "0XdeadBEEF", "0o17",
      "0b1010", "1_0.0_1e1_0j",
    ])
  func numbers(source: String) {
    #expect(text(source) == "number(\(source))")
    #expect(text("-\(source)+x") == "- number(\(source)) + x")
  }

  @Test(
    "A number ends where it stops being one",
    arguments: [
      ("1__0", "number(1) __0"), ("0x", "number(0) x"), ("1e", "number(1) e"), ("1_", "number(1) _"),
      ("1..2", "number(1.) number(.2)"), ("x1", "x1"), ("1if x", "number(1) keyword(if) x"),
      ("x[1].y", "x [ number(1) ] . attribute(y)"), ("0b2", "number(0) b2"),
      ("٣", "plain(٣)"),
    ])
  func numberEnds(source: String, expected: String) { #expect(text(source) == expected) }

  @Test(
    "Strings, with prefixes, escapes and line breaks",
    arguments: [
      ("'a'", "string('a')"), (#""it's""#, #"string("it's")"#), (#"'\''"#, #"string('\'')"#),
      (#"r'\' + x"#, #"string(r'\' + x)"#),
      ("b'x' rb\"y\" Rb'z'", "string(b'x') string(rb\"y\") string(Rb'z')"),
      ("u'x' bu'y'", "string(u'x') bu string('y')"), ("'' \"\"", "string('') string(\"\")"),
      ("'''a\n'b''c''' x", "string('''a\n'b''c''') x"), (#""""a\"""b""" x"#, #"string("""a\"""b""") x"#),
      ("'open\nx", "string('open) x"), ("'a\\\nb' x", "string('a\\\nb') x"),
      ("'''open\nx", "string('''open\nx)"),
      ("x = 'a' 'b'# c", "x = string('a') string('b') comment(# c)"), ("'a # b'", "string('a # b')"),
      ("# 'a'\nx", "comment(# 'a') x"), ("\"#\"", "string(\"#\")"),
    ])
  func strings(source: String, expected: String) { #expect(text(source) == expected) }

  @Test(
    "The holes of f-strings hold code",
    arguments: [
      ("f'{x}'", "string(f') { x } string(')"), ("f'a{x+1}b'", "string(f'a) { x + number(1) } string(b')"),
      ("f'{{x}}'", "string(f'{{x}}')"), ("'{x}'", "string('{x}')"),
      ("f'{loss:.3f}'", "string(f') { loss : string(.3f) } string(')"),
      ("f'{x:{w}.{p}f}'", "string(f') { x : { w } string(.) { p } string(f) } string(')"),
      ("f'{x!r:>8}'", "string(f') { x !r : string(>8) } string(')"),
      ("f'{a != b}'", "string(f') { a != b } string(')"),
      ("f'{x=}'", "string(f') { x = } string(')"),
      ("f'{d[\"k\"]}'", "string(f') { d [ string(\"k\") ] } string(')"),
      ("f'{f\"{x}\"}'", "string(f') { string(f\") { x } string(\") } string(')"),
      (
        "f'{x[1:2]} {(lambda: 1)()}'",
        "string(f') { x [ number(1) : number(2) ] } string( ) { ( keyword(lambda) : number(1) ) ( ) } string(')"
      ),
      ("f'{x' + y\nz", "string(f') { x string(' + y) z"), ("f'{x:.2f'\nz", "string(f') { x : string(.2f') z"),
      ("f'''{\nx\n}''' y", "string(f''') { x } string(''') y"),
      ("f'''a\n{x}\nb''' y", "string(f'''a\n) { x } string(b''') y"),
      ("f'\\N{EM DASH}{x}'", "string(f'\\N{EM DASH}) { x } string(')"),
      ("rf'\\{x}'", "string(rf'\\) { x } string(')"),
      ("f'}'", "string(f'}')"), ("t'{x}'", "string(t') { x } string(')"),
      ("f'{x}", "string(f') { x }"), ("f'{", "string(f') {"), ("f'{'", "string(f') { string(')"),
    ])
  func holes(source: String, expected: String) { #expect(text(source) == expected) }
}
