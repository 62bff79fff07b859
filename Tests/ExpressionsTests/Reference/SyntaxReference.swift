import Testing

/// One row of the reference of syntax: how something is written, what it is, and an example that is run.
struct SyntaxRow: Sendable, CustomTestStringConvertible {
  var spelling: String
  var meaning: String
  var example: String
  var result: String

  init(_ spelling: String, _ meaning: String, _ example: String, _ result: String) {
    (self.spelling, self.meaning, self.example, self.result) = (spelling, meaning, example, result)
  }

  var testDescription: String { example }
}

/// The operators, the tightest first; each row binds tighter than the one below it.
let operatorRows: [SyntaxRow] = [
  SyntaxRow(
    "`f(x)` `x[i]` `r.name` `Mᵀ` `f′` `x²`", "calls, indices, members, transpose, derivative, raised numbers",
    "[5, 6][1]²", "36"),
  SyntaxRow("`√x` `∇f`", "roots and gradients of what stands above in this table", "√9²", "9"),
  SyntaxRow("`^` `**`", "powers, from the right", "2^3^2", "512"),
  SyntaxRow("`-x` `+x`", "signs, which bind less tightly than a power", "-2^2", "−4"),
  SyntaxRow(
    "`*` `·` `×` `⊙` `/` `÷` `//` `%` `@` `∘`",
    "products (`·` of two vectors is their scalar product), quotients, whole quotients, remainders with the "
      + "sign of the divisor, matrix products, one function after another", "-7 % 3", "2"),
  SyntaxRow("`+` `-`", "sums and differences", "10 - 4 - 3", "3"),
  SyntaxRow("`a..b`", "the whole numbers from a to b, both included", "0..3", "[0 1 2 3]"),
  SyntaxRow(
    "`<` `<=` `≤` `>` `>=` `≥` `==` `!=` `≠`", "comparisons, chained as in Python", "1 < 2 < 3", "true"),
  SyntaxRow("`not` `¬`", "the opposite of a condition", "not 1 < 2", "false"),
  SyntaxRow(
    "`and` `∧`", "both; the second is not looked at if the first is false", "1 < 2 and 2 < 1", "false"),
  SyntaxRow("`or` `∨`", "at least one", "1 < 2 or 2 < 1", "true"),
  SyntaxRow("`a if c else b`", "one of two values", "(5 if 1 > 2 else 6)", "6"),
  SyntaxRow("`x -> …` `(x, y) -> …`", "a function", "(x -> x^2)(3)", "9"),
]

/// The kinds of values, and what is special about them.
let valueRows: [SyntaxRow] = [
  SyntaxRow("`0.5` `1e-3` `1_000`", "numbers, with 53 bits", "1_000 + 1e-1", "1000.1"),
  SyntaxRow("`true` `false`", "conditions; 1 and 0 in arithmetic", "true + true", "2"),
  SyntaxRow("`'text'` `\"text\"`", "texts", "'a' == 'a'", "true"),
  SyntaxRow("`[1, 2]`", "a vector; arithmetic is with each element", "[1, 2] * 10", "[10 20]"),
  SyntaxRow("`[[1, 2], [3, 4]]`", "a matrix, by rows", "[[1, 2], [3, 4]] @ [1, 1]", "[3 7]"),
  SyntaxRow(
    "`x[0]` `x[-1]`", "elements are counted from 0, or from the end; `M[i, j]` is one of a matrix",
    "[[1, 2], [3, 4]][1, 0]", "3"),
  SyntaxRow("`x[a:b:step]` `M[:, 1]`", "parts, the end not included", "[5, 6, 7, 8][1:3]", "[6 7]"),
  SyntaxRow("`x[[2, 0]]`", "several elements", "[5, 6, 7][[2, 0]]", "[7 5]"),
  SyntaxRow("`P[[0, 1], [2, 0]]`", "several elements by pairs", "[[1, 2], [3, 4]][[0, 1], [1, 0]]", "[2 3]"),
  SyntaxRow("`x[x > 0]`", "the elements at which a condition holds", "(x -> x[x > 0])([-1, 5, 7])", "[5 7]"),
  SyntaxRow("`x[:, None]`", "one axis more", "[1, 2][:, None]", "[[1] [2]]"),
  SyntaxRow(
    "`a + b`", "shapes fit if their extents, from the last on, are equal or 1", "[[1], [2]] + [10, 20]",
    "[[11 21] [12 22]]"),
  SyntaxRow("`[… for i in …]`", "a list, made step by step", "[i^2 for i in 0..4]", "[0 1 4 9 16]"),
  SyntaxRow(
    "`[… for i in … for j in … if …]`", "steps within steps, and only some of them",
    "[10*i + j for i in 0..2 for j in 0..2 if i < j]", "[1 2 12]"),
  SyntaxRow(
    "`x.shape` `x.size` `x.ndim` `x.T`", "extents, number of elements and of axes, transpose",
    "[[1, 2, 3]].shape", "[1 3]"),
  SyntaxRow(
    "`x.sum()` `x.mean(axis=0)`", "functions that NumPy has as methods too", "[[1, 2], [3, 4]].sum(axis=0)",
    "[4 6]"),
  SyntaxRow("`‖v‖`", "the length of a vector", "‖[3, 4]‖", "5"),
  SyntaxRow("`η` `w₁`", "the same names as `eta` and `w1`", "τ == 2*pi", "true"),
  SyntaxRow("`f(a, name=b)`", "arguments by place, then by name", "round(2.346, decimals=2)", "2.35"),
]
