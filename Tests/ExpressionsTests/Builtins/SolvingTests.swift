import Expressions
import TestSupport
import Testing

@Suite struct SolvingTests {
  @Test(
    arguments: [
      ("root(cos, [0, 3])", 1.5707963267948966), ("root(x -> x^2 - 2, [2, 0])", 1.4142135623730951),
      ("root(x -> exp(x) - 1e5, [0, 20])", 11.512925464970229), ("root(x -> x, [0, 5])", 0),
      ("root(x -> x^9, [-1, 3])", 0), ("root(x -> normal().cdf(x) - 0.975, [0, 5])", 1.959963984540054),
      // What cannot be compiled is evaluated point by point.
      ("root(x -> median([x, x - 1, 7]) - 2, [0, 9])", 2),
      ("root(b -> integrate(x -> 2*x, 0, b) - 9, [0, 5])", 3),
      ("integrate(sin, 0, pi)", 2), ("integrate(sin, pi, 0)", -2), ("integrate(exp, 1, 1)", 0),
      ("integrate(x -> x^9, -1, 2)", 102.3), ("integrate(normal(2, 0.01).pdf, -10, 10)", 1),
      ("integrate(normal(3, 2).pdf, -inf, inf)", 1), ("integrate(x -> exp(-x), 0, inf)", 1),
      ("integrate(x -> 1/(1 + x^2), -inf, 1)", 2.356194490192345),
      ("integrate(x -> 1/sqrt(abs(x)), -1, 1)", 4),
      ("integrate(log, 0, 1)", -1), ("integrate(x -> abs(x - 0.3), 0, 1)", 0.29),
      ("integrate(x -> sin(50*x)^2, 0, pi)", 1.5707963267948966),
      ("integrate(x -> integrate(y -> x*y, 0, x), 0, 2)", 2),
      ("integrate(x -> step(x - 1/3), 0, 1)", 2.0 / 3),
      ("minimize(x -> (x - 1/3)^2, interval=[-4, 4]).point", 1.0 / 3),
      ("minimize(cos, interval=[0, 6]).point", .pi),
      ("minimize(x -> x, interval=[2, 5]).point", 2),
      ("round(minimize(x -> abs(x - 0.7), interval=[0, 1]).point, 7)", 0.7),
      // The deeper one of two valleys.
      ("minimize(x -> (x^2 - 1)^2 + 0.1*x, interval=[-2, 2]).point", -1.012273131032681),
      ("minimize(x -> (x - 2)^4 + 1, from=0).value", 1), ("minimize(cosh, from=3).gradient", 0),
      ("minimize((x, y) -> 100*(y - x^2)^2 + (1 - x)^2, from=[-1.2, 1]).point[1]", 1),
      ("minimize(w -> sum((w - [1, 2, 3])^2), from=[0, 0, 0]).point[2]", 3),
      ("minimize((x, y) -> abs(x) + 3*abs(y - 1), from=[3, -2]).point[1]", 1),
    ] as [(String, Double)])
  func `Answers are closed forms`(_ source: String, _ expected: Double) throws {
    let found = try value(source).number(of: source, at: nil)
    #expect(isClose(found, expected, within: 1e-9, absolute: 1e-9), "\(found)")
  }

  @Test(
    arguments: [
      ("integrate(exp, 0, 1)", 1.718281828459045), ("integrate(x -> 1/x, 1, 1000)", 6.907755278982137),
      ("integrate(x -> exp(-x^2), -inf, inf)", 1.772453850905516),
      ("integrate(x -> sin(x)/x, 0, 1)", 0.946083070367183),
      ("root(x -> x - cos(x), [0, 1])", 0.7390851332151607),
      ("minimize(x -> x - log(x), interval=[0.1, 3]).point", 1),
    ] as [(String, Double)])
  func `Smooth functions are answered to twelve digits`(_ source: String, _ expected: Double) throws {
    let found = try value(source).number(of: source, at: nil)
    #expect(isClose(found, expected, within: 1e-12), "\(found)")
  }
}
