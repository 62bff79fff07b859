import Expressions
import Testing

/// What NumPy prints for the same program, or what a textbook says.
@Suite struct SyntaxTests {
  @Test(arguments: [
    // Masks, pairs, new axes and steps, as NumPy's.
    ("[1, -2, 3, 4][[1, -2, 3, 4] > 0]", "[1 3 4]"),
    ("x[x > 1 and x < 4]", "[2 3]"), ("x[not x > 2]", "[1 2]"), ("M[M > 2]", "[3 4 5 6]"),
    ("M[[true, false]]", "[[1 2 3]]"), ("M[:, [false, true, true]]", "[[2 3] [5 6]]"),
    ("M[[0, 1], [2, 0]]", "[3 4]"), ("M[0..1, [1]]", "[2 5]"), ("M[[0, 1], 2]", "[3 6]"),
    ("T[0, :, [1, 0]]", "[[2 4] [1 3]]"), ("T[:, 0, [1, 0]]", "[[2 1] [6 5]]"),
    ("T[:, [0, 1], [1, 0]]", "[[2 3] [6 7]]"), ("x[:, None] * [1, 10]", "[[1 10] [2 20] [3 30] [4 40]]"),
    ("x[None].shape", "[1 4]"), ("x[::-1]", "[4 3 2 1]"), ("x[1::2]", "[2 4]"), ("x[-3:-1]", "[2 3]"),
    ("M[-1]", "[4 5 6]"), ("M[:, -1]", "[3 6]"),
    ("M[::-1, ::2]", "[[4 6] [1 3]]"),
    ("x[x > 9].size", "0"), ("x[4:].shape", "[0]"),
    // Comprehensions.
    ("[i for i in 0..9 if i % 3 == 0]", "[0 3 6 9]"), ("[i for i in 0..9 if i > 2 if i < 5]", "[3 4]"),
    ("[[i, j] for i in 0..1 for j in 0..1]", "[[0 0] [0 1] [1 0] [1 1]]"),
    ("[j for i in 0..3 if i > 1 for j in 0..i if j % 2 == 0]", "[0 2 0 2]"),
    ("[[i*j for j in 1..2] for i in 1..2]", "[[1 2] [2 4]]"),
    ("[a - b for a, b in [[5, 1], [9, 2]]]", "[4 7]"),
    ("[(i if i > 1 else 0) for i in 0..3]", "[0 0 2 3]"), ("[i if i > 1 else 0 for i in 0..3]", "[0 0 2 3]"),
    // Functions as values.
    ("(sin ∘ (x -> 0*x))(5)", "0"), ("(f ∘ f)(2)", "16"), ("twice(f)(3)", "81"), ("adder(3)(4)", "7"),
    ("[h(2) for h in [f, x -> x + 1]]", "[4 3]"), ("(() -> 7)()", "7"),
    // Signs of the blackboard.
    ("-2²", "−4"), ("2⁻¹", "0.5"), ("x₁ + η", "5.5"), ("[1, 2]·[3, 4]", "11"), ("[1, 2] ⊙ [3, 4]", "[3 8]"),
    ("1 ≤ 2 ∧ ¬(2 ≥ 3) ∨ false", "true"), ("‖[3, 4]‖²", "25"), ("√16 + √(9)", "7"), ("Mᵀ.shape", "[3 2]"),
    ("M⊤.shape", "[3 2]"), ("2 × 3 ÷ 4 − 1", "0.5"), ("∇f(3)", "6"), ("f′(3)", "6"), ("f′′(3)", "2"),
    ("f'(3)", "6"), ("f''(3)", "2"),
    ("(x -> x^3)'(2)", "12"), ("['a', 'b'][1]", "b"), ("1 if f'(3) == 6 else'no'", "1"),
    // NumPy's spelling.
    ("2**3**2", "512"), ("2**-1", "0.5"), ("M.T.shape", "[3 2]"), ("M.size + M.ndim", "8"), ("M.sum()", "21"),
    ("M.sum(axis=0)", "[5 7 9]"), ("M.mean(1)", "[2 5]"), ("(M @ M.T).max()", "77"),
    ("sum(-[0.5, 0.5] * log([0.5, 0.5]))", "0.693147"), ("mean(M, axis=0)", "[2.5 3.5 4.5]"),
    // Matrices of matrices.
    ("T @ [[1, 0], [0, 1]]", "[[[1 2] [3 4]] [[5 6] [7 8]]]"), ("(T @ T).shape", "[2 2 2]"),
    ("T @ [1, 1]", "[[3 7] [11 15]]"), ("([1, 1] @ T)", "[[4 6] [12 14]]"),
    ("zeros([2, 3, 4, 5]).shape", "[2 3 4 5]"),
    ("T + [[10], [20]]", "[[[11 12] [23 24]] [[15 16] [27 28]]]"),
    // Lists of different shapes stay lists.
    ("[[1, 2], 3, M][2].shape", "[2 3]"), ("[[1, 2], 3][1]", "3"), ("[[1, 2], 'a', 3][0:2]", "[[1 2] a]"),
  ])
  func `A program is worth what NumPy or a textbook says`(_ program: String, _ expected: String) throws {
    #expect(try shown(program, Self.names) == expected)
  }

  @Test(arguments: [
    ("x[[true, false]]", "1:3: a mask of shape (2,) does not fit the shape (4,)"),
    ("M[[0, 1], [0, 1, 2]]", "1:2: an index: shapes (2,) and (3,) do not fit: 2 ≠ 3"),
    ("x[None, 0, 0]", "1:2: too many indices: a vector of 4 takes 1, found 2"),
    ("[i for i in 0..3 if i]", "1:21: a condition: expected true or false, found a number"),
    ("T @ [1, 2, 3]", "1:3: @: shapes (2, 2, 2) and (3,) do not fit: 2 ≠ 3"),
    ("zeros([3, 2, 2]) @ T", "1:18: @: shapes (3,) and (2,) do not fit: 3 ≠ 2"),
    ("ones([2, 1, 1, 1])[None]", "1:19: a tensor of shape (1, 2, 1, 1, 1) has too many axes: more than 4"),
    ("f ∘ 3", "1:3: ∘: expected a function, found a number"),
    (
      "grad(w -> sum(w[w > 0]))([1, 2])",
      "1:17: an index has to be known before the function is compiled; where(condition, a, b) chooses by unknown numbers"
    ),
    (
      "grad(w -> sum([i for i in w if i > 0]))([1, 2])",
      "1:32: a condition after 'if' has to be known when a function is compiled; where(condition, x, 0) keeps the length of the list"
    ),
    (
      "[i for i in 0..1 for j in 0..1 for k in 0..1 for l in 0..1 for m in 0..1 for n in 0..1 for o in 0..1 for p in 0..1 for q in 0..1]",
      "1:129: too many 'for' in one list: more than 8"
    ),
  ])
  func `What does not fit is said where it is`(_ program: String, _ expected: String) {
    #expect(
      complaint(program, Self.names) == expected)
  }

  private static let names: KeyValuePairs<String, String> = [
    "x": "[1, 2, 3, 4]", "M": "[[1, 2, 3], [4, 5, 6]]", "T": "[[[1, 2], [3, 4]], [[5, 6], [7, 8]]]",
    "f(x)": "x^2", "twice(g)": "x -> g(g(x))", "adder(n)": "x -> x + n", "η": "0.5", "x1": "5",
  ]
}
