import Expressions
import MathCore
import TestSupport
import Testing

@Suite struct LinearAlgebraTests {
  @Test(
    arguments: [
      ("solve([[0, 2], [1, 0]], [4, 3])", "[3 2]"),
      ("solve([[2, 0], [0, 4]], [[2, 4], [4, 8]])", "[[1 2] [1 2]]"), ("solve(zeros(0, 0), [])", "[]"),
      ("solve([[2]], 1..1)", "[0.5]"), ("inv([[4]])", "[[0.25]]"), ("det(zeros(0, 0))", "1"),
      ("det([[1, 2, 3], [4, 5, 6], [7, 8, 9]])", "0"), ("slogdet(1e200*eye(4)).logabsdet", "1842.07"),
      ("lstsq([[1, 1], [1, 1]], [1, 3]).x", "[1 1]"), ("lstsq([[1, 1], [1, 1]], [1, 3]).rank", "1"),
      ("lstsq([[1, 1], [1, 1]], [1, 3]).residual", "[−1 1]"),
      ("lstsq([[1], [1]], [[1, 2], [3, 4]]).fitted", "[[2 3] [2 3]]"),
      ("lstsq(zeros(0, 2), []).x", "[0 0]"), ("pinv([[2, 0]])", "[[0.5] [0]]"),
      ("lu([[0, 1], [2, 3]]).P", "[[0 1] [1 0]]"), ("lu([[0, 1], [2, 3]]).L", "[[1 0] [0 1]]"),
      ("qr([[-2]]).Q", "[[−1]]"), ("qr([[-2]]).R", "[[2]]"),
      ("eigh([[2, 1], [1, 2]]).vectors[:, 0]", "[0.707107 −0.707107]"),
      ("eig([[0, -1], [1, 0]]).imaginary", "[−1 1]"), ("eig([[0, -1], [1, 0]]).is_real", "false"),
      ("eig([[0, -1], [1, 0]]).vectors", "[[0.707107 0.707107] [0 0]]"),
      ("eig([[0, -1], [1, 0]]).imaginary_vectors", "[[0 0] [0.707107 −0.707107]]"),
      ("eigvals([[2, 7], [0, 1]])", "[1 2]"), ("svd([[0, 2], [0, 0]]).Vt", "[[0 1] [1 0]]"),
      ("svd([[3], [4]]).U", "[[0.6] [0.8]]"), ("svd([[3], [4]], full_matrices=true).U[:, 1]", "[0.8 −0.6]"),
      ("svd([[3, 4]]).U", "[[1]]"), ("matrix_rank(ones(3, 5))", "1"), ("rank(zeros(2, 2))", "0"),
      ("rank([[1, 0], [0, 1e-3]], tol=0.01)", "1"), ("rank(zeros(0, 2))", "0"),
      ("matrix_power([[2, 0], [0, 4]], -2)", "[[0.25 0] [0 0.0625]]"),
      ("matrix_power([[1, 2], [3, 4]], 0)", "[[1 0] [0 1]]"),
      ("matrix_power([[1, 1], [0, 1]], 7)", "[[1 7] [0 1]]"),
      ("expm(zeros(2, 2))", "[[1 0] [0 1]]"), ("cond([[1, 2], [3, 4]], 1)", "21"),
      ("cond([[1, 2], [3, 4]], inf)", "21"), ("cond([[1, 2], [3, 4]], 'fro')", "15"),
      ("cond([[1, 0], [0, 0]])", "∞"), ("cond([[1, 1], [1, 1]], 1)", "∞"),
      ("norm([[3, 0], [0, -4]], 2)", "4"), ("norm([[3, 0], [0, -4]], 'nuc')", "7"),
      ("norm([[3, 0], [0, -4]])", "5"), ("norm(zeros(0, 3), 2)", "0"),
      ("kron(eye(2), [[1, 2]])", "[[1 2 0 0] [0 0 1 2]]"), ("null_space(eye(2))", "[[] []]"),
      ("null_space([[2, 0], [0, 0], [0, 0]])", "[[0] [1]]"),
      ("orth(zeros(2, 2))", "[[] []]"), ("project([1, 2, 3], onto=[[1, 0], [0, 1], [0, 0]])", "[1 2 0]"),
      ("project([1, 2, 3], onto=[1, 1, 1])", "[2 2 2]"),
      ("project(eye(2), onto=[[1], [1]])", "[[0.5 0.5] [0.5 0.5]]"),
      ("gram_schmidt([[3, 1], [4, 2]]).orthogonal[:, 1]", "[−0.32 0.24]"),
      ("gram_schmidt([[3, 1], [4, 2]]).projections[1, 0]", "[1.32 1.76]"),
      ("distance([1, 2], [4, -2], metric='chebyshev')", "4"), ("distance([], [])", "0"),
      ("distance([1, 0], [0, 2], 'cosine')", "1"), ("distance([3, 4], [6, 8], 'cosine')", "0"),
      ("cosine_similarity([0, 0], [1, 2])", "nan"),
      ("distances([[0, 0], [3, 4]], [[3, 0]], metric='manhattan')", "[[3] [4]]"),
    ] as [(String, String)])
  func `Answers are known`(_ source: String, _ expected: String) throws {
    #expect(try shown(source) == expected, "\(source)")
  }

  @Test(
    arguments: [
      (
        "inv([[1, 2], [2, 4]])",
        "1:5: inv: a: expected a matrix that has an inverse, found a singular one, of rank 1 of 2; "
          + "lstsq(a, b) finds the best solution, pinv(a) the pseudo-inverse, matrix_rank(a) the rank"
      ),
      ("solve([[1, 2], [2, 4]], [1, 2])", "1:7: solve: a: expected a matrix that has an inverse, found"),
      ("solve(eye(2), [1, 2, 3])", "1:15: solve: b: expected 2 elements, as a has rows, found 3"),
      ("solve(eye(2), 3)", "1:15: solve: b: expected a vector or a matrix, found a number"),
      ("solve(eye(2), [[1, nan], [1, 2]])", "1:15: solve: b: expected finite numbers, found nan in row 0"),
      ("inv([[1, 2, 3]])", "1:5: inv: a: expected a square matrix, found 1 × 3"),
      ("inv([[1, nan], [0, 1]])", "1:5: inv: a: expected finite numbers, found nan in row 0, column 1"),
      ("det([1, 2])", "1:5: det: a: expected a matrix, found a vector of 2"),
      (
        "eigh([[1, 2], [3, 4]])",
        "1:6: eigh: a: expected a symmetric matrix, found 2 in row 0, column 1 but 3 in row 1, column 0"
      ),
      (
        "cholesky([[1, 2], [2, 1]])",
        "1:10: cholesky: a: expected a positive definite matrix, found one where its leading 2 × 2 block is not; "
          + "all its eigenvalues have to be greater than 0: see eigh(a).values"
      ),
      (
        "eigvals([[0, -2], [2, 0]])",
        "1:9: eigvals: a: expected real eigenvalues, found 0 ± 2i; "
          + "eig(a) gives their real parts as values and their imaginary parts as imaginary"
      ),
      ("cond(eye(2), 3)", "1:14: cond: ord: expected 1, 2, inf or 'fro', found 3"),
      ("cond(eye(2), 'for')", "1:14: cond: ord: expected one of fro, found 'for'; did you mean 'fro'?"),
      ("cond(zeros(0, 2))", "1:6: cond: x: expected at least one element, found none"),
      (
        "norm(eye(2), 3)",
        "1:1: norm: expected order 1, 2, inf, 'nuc' or 'fro' for a matrix of 2 × 2, found 3"
      ),
      ("norm([[1, nan]], 2)", "1:6: norm: x: expected finite numbers, found nan in row 0, column 1"),
      (
        "matrix_power([[1, 2]], 2)",
        "1:14: matrix_power: a: expected a square matrix, found a matrix of 1 × 2"
      ),
      (
        "matrix_power([[1, 1], [1, 1]], -1)",
        "1:1: inv: a: expected a matrix that has an inverse, found a singular"
      ),
      ("matrix_power(eye(2), 0.5)", "1:22: matrix_power: n: expected a whole number, found 0.5"),
      (
        "expm([[1000]])",
        "1:6: expm: a: expected a matrix whose exponential is finite, found one of norm 1000"
      ),
      (
        "project([1, 2], onto=[0, 0])",
        "1:17: project: onto: expected a vector that has a direction, found zeros"
      ),
      ("project([1, 2], onto=[1, 2, 3])", "1:17: project: onto: expected 2 elements, as v has, found 3"),
      (
        "project(3, onto=[1, 2])",
        "1:1: project: expected a vector, and a vector or matrix to project it onto"
      ),
      (
        "gram_schmidt([[1, 2], [2, 4]])",
        "1:14: gram_schmidt: a: expected independent columns, but column 1 is a combination of those before it"
      ),
      (
        "distance([1], [1, 2])",
        "1:1: distance: expected two vectors of equal length, found a vector of 1 and a"
      ),
      (
        "distance([1], [2], 'manhatan')",
        "1:20: distance: metric: expected one of euclidean, manhattan, chebyshev, cosine, found 'manhatan'; did you"
      ),
      ("distances([[1, 2]], [[1]])", "1:21: distances: Y: expected 2 columns, as X has, found 1"),
      ("kron([1], eye(2))", "1:6: kron: a: expected a matrix, found a vector of 1"),
      ("svd(zeros(20000, 1), full_matrices=true)", "1:1: a tensor of shape (20000, 20000) is too large"),
      (
        "svd(1e308*ones(2, 2))",
        "1:5: svd: a: expected smaller numbers: the largest singular value is not finite"
      ),
      ("qr(1e308*ones(4, 4))", "1:1: qr: expected smaller numbers: they overflow on the way"),
      ("svd(ones(3000, 3000))", "1:1: the evaluation takes too long"),
      ("expm(1e300*ones(300, 300))", "1:1: the evaluation takes too long"),
      (
        "derivative(x -> det(x*eye(5)))(2)",
        "1:21: det: a: expected at most 4 × 4 in a function that is compiled or differentiated, found 5 × 5"
      ),
      (
        "derivative(x -> det([[x, 1]]))(2)", "1:21: det: a: expected a square matrix, found a matrix of 1 × 2"
      ),
      (
        "derivative(x -> eigh([[x, 1], [1, x]]).values[0])(2)",
        "1:22: eigh: a: expected a matrix that is known, found"
      ),
    ] as [(String, String)])
  func `Each mistake says what was found`(_ source: String, _ expected: String) {
    let message = complaint(source)
    #expect(message.hasPrefix(expected), "\(message)")
  }
}
