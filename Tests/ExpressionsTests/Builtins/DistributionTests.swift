import Expressions
import MathCore
import TestSupport
import Testing

@Suite struct DistributionValueTests {
  @Test(
    arguments: [
      // Values, also for vectors of numbers and of parameters.
      ("binomial(10, 0.35).pmf([3, 3.5, 11])", "[0.25222 0 0]"), ("poisson(4).logpmf(0)", "−4"),
      ("gamma([1, 2], rate=[[1], [2]]).mean", "[[1 2] [0.5 1]]"),
      ("beta(2, [5, 2]).cdf(0.5)", "[0.890625 0.5]"),
      ("geometric(p=0.2).quantile([0, 0.2, 0.21, 1])", "[1 1 2 ∞]"), ("student_t(df=2).variance", "∞"),
      (
        "binomial([0, 2], 0.5).support",
        "1:23: a parameter of binomial: expected a number, found a vector of 2"
      ),
      ("uniform(2, 5).support", "[2 5]"), ("exponential().support", "[0 ∞]"), ("normal(0, 2).sd", "2"),
      ("poisson([4, 120.5]).entropy", "[2.08667 3.81407]"), ("gamma(2, 3).rate", "3"),
      ("fisher_f(d1=3, d2=12).sf(4)", "0.0345904"), ("normal(mean=3).mean", "3"),
      // Structured ones.
      ("categorical([0.2, 0.8], names=['rain', 'sun']).pmf('sun')", "0.8"),
      ("categorical([0.2, 0.8], names=['rain', 'sun']).names[1]", "sun"),
      ("len(sample(categorical([0.2, 0.8], names=['rain', 'sun']), 5, seed=1))", "5"),
      ("categorical([0.2, 0.8]).probabilities", "[0.2 0.8]"),
      ("mixture([normal(-1), normal(1)]).pdf(0)", "0.241971"),
      ("mixture([poisson(1), poisson(9)]).mean", "5"),
      ("mixture([normal(-1), normal(1)]).cdf(0)", "0.5"),
      ("empirical([2, 7, 7]).quantile([0.3, 0.9])", "[2 7]"),
      ("multivariate_normal([0, 1], eye(2)).pdf(0, 1)", "0.159155"),
      ("multivariate_normal([0, 1], eye(2)).pdf([[0, 1], [0, 2]])", "[0.159155 0.0965324]"),
      ("multivariate_normal([0, 1], eye(2)).logpdf([0, 1])", "−1.83788"),
      ("multivariate_normal([0, 1], eye(2)).entropy", "2.83788"),
      ("multivariate_normal([0, 1], [[4, 0], [0, 1]]).ellipse(0.5).radii", "[2.35482 1.17741]"),
      ("multivariate_normal([0, 1], eye(2)).sample(3, seed=1).shape", "[3 2]"),
      // Samples, by name and as a member.
      ("normal(100, 15).sample(3, seed=1) == sample(normal(100, 15), 3, seed=1)", "[1 1 1]"),
      ("sample(gamma(2), [2, 3], seed=4).shape", "[2 3]"),
      // Derivatives, also in parameters.
      ("derivative(m -> normal(m, 2).logpdf(3))(1)", "0.5"),
      ("derivative(r -> exponential(r).logpdf(2))(0.5)", "0"),
      ("derivative(a -> gamma(a).logpdf(2))(2)", "0.270363"),
      ("derivative(p -> binomial(10, p).logpmf(3))(0.2)", "6.25"),
      ("derivative(d -> student_t(d).logpdf(0))(5)", "0.00981385"),
      ("derivative(student_t(3).cdf)(0)", "0.367553"),
      ("derivative(beta(2, 5).quantile)(0.5)", "0.430612"),
      ("derivative(p -> bernoulli(p).entropy)(0.5)", "0"),
      ("derivative(x -> mixture([normal(-1), normal(1)]).cdf(x))(0)", "0.241971"),
      ("derivative(gamma(2).cdf)(1)", "0.367879"), ("derivative(a -> gamma(a).cdf(1))(2)", "nan"),
      ("grad((x, y) -> multivariate_normal([0, 1], eye(2)).logpdf(x, y))(1, 3)", "[−1 −2]"),
    ] as [(String, String)])
  func `Values of distributions`(_ source: String, _ expected: String) throws {
    if expected.hasPrefix("1:") {
      #expect(complaint(source) == expected)
    } else {
      #expect(try shown(source) == expected)
    }
  }

  @Test(
    arguments: [
      (
        "binomial(10, 0.35).pdf(3)", "1:20: a binomial distribution has no 'pdf'; it is discrete: write 'pmf'"
      ),
      ("normal().pmf(3)", "1:10: a normal distribution has no 'pmf'; it is continuous: write 'pdf'"),
      ("poisson(4).cfd(1)", "1:12: a poisson distribution has no 'cfd'; did you mean 'cdf'?"),
      ("gamma(0, 1)", "1:7: gamma: shape: expected more than 0, found 0"),
      ("gamma(2, rate=[1, -1])", "1:10: gamma: rate: expected more than 0, found −1"),
      ("gamma([1, 2], [1, 2, 3])", "1:1: gamma: shapes (2,) and (3,) do not fit: 2 ≠ 3"),
      ("uniform(3, 3)", "1:12: uniform: high: expected more than low, found 3"),
      ("uniform(0, [1, -1])", "1:12: uniform: high: expected more than low, found −1"),
      ("bernoulli(1.2)", "1:11: bernoulli: p: expected a probability in 0…1, found 1.2"),
      ("binomial(2.5, 0.5)", "1:10: binomial: n: expected a whole number of at least 0, found 2.5"),
      ("discrete_uniform(1, 0.5)", "1:21: discrete_uniform: high: expected a whole number, found 0.5"),
      ("student_t('a')", "1:11: student_t: df: expected a number, found a text"),
      ("normal(nan)", "1:8: normal: mean: expected a finite number, found nan"),
      (
        "categorical([0.2, 0.7])",
        "1:13: categorical: probabilities: expected probabilities that sum to 1, found a sum of 0.8999999999999999; divide them by their sum"
      ),
      (
        "categorical([0.2, 0.8], names=['a'])",
        "1:25: categorical: names: expected 2 names, found 1"
      ),
      ("categorical([0.2, 0.8], names=['a', 'a'])", "1:25: categorical: names: 'a' is there twice"),
      (
        "categorical([0.2, 0.8], names=['rain', 'sun']).pmf('snow')",
        "1:1: categorical.pmf: expected one of rain, sun, found 'snow'"
      ),
      (
        "mixture(normal())",
        "1:9: mixture: components: expected a list of distributions, found a normal distribution"
      ),
      (
        "mixture([normal(), poisson(1)])",
        "1:9: mixture: components: expected distributions that are all continuous, or all discrete"
      ),
      ("mixture([normal([0, 1], 2)])", "1:9: a parameter of normal: expected a number, found a vector of 2"),
      (
        "mixture([normal(), normal()], weights=[1, 1])",
        "1:31: mixture: weights: expected probabilities that sum to 1, found a sum of 2.0; divide them by their sum"
      ),
      (
        "mixture([normal(), normal(1)]).entropy",
        "1:32: a mixture distribution has no 'entropy'; it has pdf, logpdf, cdf, sf, quantile, mean, variance, sd, support, sample, components"
      ),
      (
        "derivative(p -> mixture([normal(), normal(1)]).quantile(p))(0.5)",
        "1:17: mixture.quantile: expected a probability that is known, found one that the function is given; it has to be known before the function is compiled or differentiated"
      ),
      (
        "derivative(r -> poisson(r).entropy)(2)",
        "1:28: poisson.entropy is a sum without a formula, so that its parameters have to be known"
      ),
      ("empirical([])", "1:11: empirical: data: expected at least one number, found none"),
      (
        "multivariate_normal([0, 0], [[1, 2], [2, 1]])",
        "1:29: multivariate_normal: covariance: expected a positive definite matrix, found one where its leading 2 × 2 block is not; all its eigenvalues have to be greater than 0: see eigh(covariance).values"
      ),
      (
        "multivariate_normal([0, 0], eye(2)).ellipse(2)",
        "1:45: ellipse: probability: expected a probability between 0 and 1, found 2.0"
      ),
      (
        "multivariate_normal([0], eye(1)).cdf(2)",
        "1:34: a multivariate_normal distribution has no 'cdf'; did you mean 'pdf'?"
      ),
      (
        "sample(gamma(2), 1000000, seed=1)",
        "1:1: the evaluation takes too long: more than 15000000 steps; a scene can raise it, as in limits: {work: 150000000}; at most 2000000000"
      ),
    ] as [(String, String)])
  func `What is wrong is said where it stands`(_ source: String, _ expected: String) {
    #expect(complaint(source) == expected)
  }

  /// What is compiled over a grid is what is evaluated point by point.
  @Test(arguments: [
    "gamma(2.5, 0.8).pdf", "x -> fisher_f(3, 12).cdf(x)", "poisson(4).pmf",
    "mixture([normal(), gamma(2)]).pdf",
  ])
  func `Functions of distributions are compiled`(_ source: String) throws {
    let compiled = try function(source).compiled(inputs: 1, at: nil)
    for x in [-1.0, 0, 0.5, 2, 7] {
      let expected = try value("(\(source))(\(x))").number(of: source, at: nil)
      #expect(isClose(compiled.at([x])[0], expected, within: 1e-14))
    }
  }

  @Test func `A density of vectors is compiled over the plane`() throws {
    let source = "multivariate_normal([1, -1], [[2, 0.5], [0.5, 1]]).pdf"
    let compiled = try function(source).compiled(inputs: 2, at: nil)
    for (x, y) in [(0.0, 0.0), (1, -1), (-3, 2)] {
      let expected = try value("\(source)(\(x), \(y))").number(of: source, at: nil)
      #expect(isClose(compiled.at([x, y])[0], expected, within: 1e-14))
    }
  }
}
