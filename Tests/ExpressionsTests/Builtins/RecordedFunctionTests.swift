import Expressions
import MathCore
import TestSupport
import Testing

/// Functions of x in terms of the library, at a point where they have a derivative.
private let recordable: [(body: String, at: Double)] = [
  ("degrees(x) + radians(x) + log2(x) + cbrt(x)", 1.3), ("round(x) + round(x, -1) + floor(x) + x^2", 1.23),
  ("mod(x, 0.7) + abs(sin(x)) + sign(x)", 2.2), ("lgamma(x) + digamma(x) + erf(x) + erfc(x)", 1.7),
  ("where(x > 1, x^2, x)", 1.5),
  ("maximum(x, [1, 9])@[1, 2] + minimum(x, 3)", 2.5), ("clip(x, 0, 1) + clip(x, 0, 5)", 2.5),
  ("lerp(2, 7, x) + ease(x) + ease(x, 'in') + ease(x, 'out')", 0.3), ("ease(x)", 0.8),
  ("ease(x, 'linear')", 0.8), ("lerp([2, x], [x^2, 7], x)@[1, 2]", 0.3), ("lerp(x, 7, 1 - x)", 0.3),
  ("keyframes(x, [0, 0.4, 1], [x, 10, 20])", 0.6),
  ("keyframes(x, [0, 0.4, 1], [[1, 2], [3, x], [5, 6]])[1]", 0.3),
  ("keyframes(0.7, [0, 0.4, 1], [x, 10, x^2], ease='in')", 0.7), ("sum(stagger(x, 0..2, 3)*[1, 2, 3])", 0.4),
  ("interp(x, [0, 1, 3], [5, 7, -1])", 0.4), ("interp(x, [0, 1, 3], [x, 7, x^2])", 2.1),
  ("interp(9, [0, 1], [x, x^2])", 1.1), ("sum([x, x^2]) + prod([x, 3, x])", 1.2),
  ("prod([[x, 2], [3, x]], axis=0)[1]", 1.2), ("mean([[x, 1], [2, x^2]], axis=1)[1]", 1.2),
  ("var([x, 2, 5], ddof=1) + std([x, 1])", 1.2), ("max([[x, 1], [2, x^2]], axis=0)@[1, 1]", 1.6),
  ("min([[x, 1], [2, x^2]], axis=1)@[1, 1]", 1.6), ("x*argmax([1, x, x^2]) + argmin([x, 1])", 1.6),
  ("x*argmax([[1, x], [x, 1]], axis=0)@[1, 2]", 1.6), ("where(any([x > 2, x > 1]), x^2, 0)", 1.5),
  ("where(all([x > 2, x > 1]), 0, x^3)", 1.5), ("cumsum([x, x^2, 1])@[1, 2, 3]", 1.1),
  ("sum(cumprod([[x, 2], [3, x]], axis=1))", 1.1), ("sum(cumsum([[x, 2], [3, x]], axis=0)@[1, 2])", 1.1),
  ("diff([x, x^2, x^3])@[1, 2]", 1.1), ("full([2, 2], x)@[1, 2]@[3, 4]", 1.1),
  ("flatten([[x, 1], [2, x^2]])@[1, 2, 3, 4]", 1.1), ("transpose([[x, 1], [2, x^2]])[0]@[1, 5]", 1.1),
  ("reverse([x, 1, x^2])@[1, 2, 3]", 1.1), ("flip([[x, 1], [2, x^2]])[0]@[1, 2]", 1.1),
  ("repeat([x, x^2], 2)@[1, 2, 3, 4]", 1.1), ("tile([x, x^2], 2)@[1, 2, 3, 4]", 1.1),
  ("sum(diag([x, x^2])@[1, 2]) + sum(diag([[x, 1], [2, x]]))", 1.1),
  ("concatenate([[x, 1], [2, x^2, 3]])@[1, 2, 3, 4, 5]", 1.1),
  ("stack([[x, 1], [2, x]], axis=1)[1]@[1, 7]", 1.1),
  ("hstack([[[x], [1]], [[2], [x^2]]])[1]@[1, 2]", 1.1), ("vstack([[x, 1], [2, x^2]])[1]@[1, 2]", 1.1),
  ("sum(outer([x, 2], [1, x]))", 1.1), ("cross([x, 1, 2], [3, x, x^2])@[1, 2, 3]", 1.1),
  ("norm([x, 2]) + norm([x, -3], 1) + norm([x, 9], inf) + norm([x, 2], 3)", 1.1),
  ("norm([[x, 2], [3, 4]], 1) + norm([[x, 2], [3, 4]], inf)", 1.1),
  ("norm([[x, 2], [x, 4]], axis=0)[0]", 1.1), ("matmul([x, 1], [x, 2]) + dot([x], [3])", 1.1),
  ("sigmoid(x) + softplus(x) + silu(x) + gelu(x) + tanh(x)", -0.7),
  ("relu(x) + leaky_relu(x) + elu(x) + x*step(x)", -0.7),
  ("relu(x) + leaky_relu(x) + elu(x) + x*step(x)", 0.7),
  ("softmax([x, 1, 0.1])@[1, 2, 3]", 0.7), ("log_softmax([x, 1, 0.1])[1] + logsumexp([x, 1])", 0.7),
  ("cross_entropy([1, 0], softmax([x, 2]))", 0.7), ("entropy([x, 1 - x])", 0.3),
  ("kl_divergence([x, 1 - x], [0.5, 0.5]) + kl_divergence([1, 0], [x, 1 - x])", 0.3),
  ("mean(sample(normal(x, x^2), 5, seed=1))", 1.2),
  ("det([[x]]) + det([[x, 2], [3, x^2]])", 1.2), ("det([[x, 1, 2], [x^2, 3, 1], [5, x, 1]])", 1.2),
  ("det([[x, 1, 2, 0], [x^2, 3, 1, x], [5, x, 1, 2], [1, 0, x, 3]])", 1.2),
  ("sum(inv([[x]])) + inv([[x, 1], [2, x^2]])[0]@[1, 3]", 2.2),
  ("inv([[x, 1, 2], [x^2, 3, 1], [5, x, 1]])[1]@[1, 3, 5]", 1.2),
  ("solve([[x, 1], [2, x^2]], [1, x])@[1, 3] + solve([[2, 1], [1, 3]], [x, x^2])@[1, 3]", 2.2),
  ("sum(solve([[x, 1, 2], [x^2, 3, 1], [5, x, 1]], [[1, x], [2, 3], [x, 4]])@[1, 3])", 1.2),
  ("matrix_power([[x, 1], [2, x]], 5)[0]@[1, 3] + matrix_power([[x, 1], [2, x]], -2)[1]@[1, 3]", 2.2),
  ("sum(kron([[x, 1]], [[2, x^2]])@[1, 2, 3, 4])", 1.2),
  ("project([x, 2, 1], onto=[1, x, 3])@[1, 2, 3] + project([x, x^2], onto=[[1], [2]])@[1, 3]", 1.2),
  ("distance([x, 1], [3, x^2]) + distance([x, 1], [3, x^2], 'manhattan')", 1.2),
  ("distance([x, 1], [3, x^2], 'chebyshev') + distance([x, 1], [3, x^2], 'cosine')", 1.2),
  ("cosine_similarity([x, 1], [3, x^2])", 1.2),
]

@Suite struct RecordedFunctionTests {
  /// The central difference of sixth order.
  private func difference(_ f: (Double) throws -> Double, at x: Double) rethrows -> Double {
    let h = 1e-2
    let weights = [(1.0, 0.75), (2.0, -0.15), (3.0, 1.0 / 60)]
    return try weights.reduce(0) { $0 + $1.1 * (try f(x + $1.0 * h) - f(x - $1.0 * h)) } / h
  }

  @Test(arguments: recordable)
  func `What is recorded, compiled and differentiated is what is computed`(
    _ row: (body: String, at: Double)
  ) throws {
    let function = try function("x -> \(row.body)")
    func computed(_ x: Double) throws -> Double {
      try value("(x -> \(row.body))(\(x))").number(of: "a value", at: nil)
    }
    let compiled = try function.compiled(inputs: 1, at: nil)
    #expect(isClose(compiled.at([row.at])[0], try computed(row.at), within: 1e-13))
    let slope = try value("derivative(x -> \(row.body))(\(row.at))").number(of: "a slope", at: nil)
    // Where whole numbers come out, the difference is taken of what lies between the steps.
    let expected = try difference(computed, at: row.at)
    #expect(isClose(slope, expected, within: 1e-8, absolute: 1e-8), "\(slope), \(expected)")
  }

  @Test func `Factorials have the derivative of the gamma function`() throws {
    let slope = try value("derivative(factorial)(3) - 6*digamma(4)").number(of: "a slope", at: nil)
    #expect(abs(slope) < 1e-13)
    let other = try value("derivative(k -> comb(5, k))(2) - 10*(digamma(4) - digamma(3))")
    #expect(abs(try other.number(of: "a slope", at: nil)) < 1e-12)
  }

  @Test(arguments: ["sort", "argsort", "median", "unique"])
  func `What depends on the order of numbers wants to know them`(_ name: String) {
    let message = complaint("derivative(x -> sum(\(name)([x, 1])))(2)")
    #expect(message.contains("\(name): its numbers have to be known"), "\(message)")
  }
}
