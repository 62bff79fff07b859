import MathCore
import TestSupport
import Testing

@Suite struct NumericsTests {
  @Test func `The Kronrod rule is exact for polynomials up to degree 22, on each piece`() {
    for degree in 0...22 {
      let integral = Integral(from: -1, to: 1) { xs in
        xs.map { x in (0..<degree).reduce(1.0) { power, _ in power * x } }
      }
      let expected = degree % 2 == 0 ? 2 / Double(degree + 1) : 0
      #expect(isClose(integral.value, expected, within: 1e-15, absolute: 1e-16), "\(degree)")
      #expect(integral.isAccurate)
    }
  }

  @Test func `The estimated error bounds the true one`() {
    for frequency in stride(from: 1.0, through: 200, by: 17) {
      let integral = Integral(from: 0, to: 3) { xs in xs.map { UnaryFunction.sine(frequency * $0) } }
      let expected = (1 - UnaryFunction.cosine(3 * frequency)) / frequency
      #expect(abs(integral.value - expected) <= integral.error + 1e-13)
    }
  }

  @Test func `A divergent integral is not accurate, and a pole inside is found`() {
    let divergent = Integral(from: 0, to: 1) { xs in xs.map { 1 / $0 } }
    #expect(!divergent.isAccurate)
    let nan = Integral(from: 0, to: 1) { xs in xs.map { ($0 - 0.5).squareRoot() } }
    #expect(nan.singularity.map { $0 < 0.5 } == true)
  }

  @Test func `Roots are within an ulp or two, and take few steps`() {
    for target in [1e-290, 1e-5, 0.3, 2, 1e10, 1e300] {
      var steps = 0
      let root = Root(between: (0, 1e308), values: (-target, 1e308)) { x -> Double in
        steps += 1
        return x - target
      }
      #expect(isClose(root.point, target, within: 1e-15), "\(root)")
      #expect(steps < 4000)
    }
    var steps = 0
    let root = Root(between: (0, 2), values: (-2, 6)) { (x: Double) -> Double in
      steps += 1
      return x * x * x - 2
    }
    #expect(isClose(root.point, 1.2599210498948732, within: 5e-16))
    #expect(steps <= 12, "\(steps)")
  }

  @Test func `The lowest of many valleys is found`() throws {
    let minimum = try #require(
      IntervalMinimum(on: -20...20) { xs in
        xs.map { 0.01 * $0 * $0 - UnaryFunction.cosine(3 * ($0 - 1)) }
      })
    #expect(abs(minimum.point - 0.997) < 0.01, "\(minimum)")
    #expect(IntervalMinimum(on: 0...1) { xs in xs.map { _ in Double.nan } } == nil)
  }

  @Test func `BFGS goes down Rosenbrock's valley in many dimensions`() {
    let walk = QuasiNewton(from: [Double](repeating: -1, count: 10)) { x -> LossAndGradient in
      var loss = 0.0
      var gradient = [Double](repeating: 0, count: x.count)
      for i in 0..<x.count - 1 {
        let (a, b) = (x[i + 1] - x[i] * x[i], 1 - x[i])
        loss += 100 * a * a + b * b
        gradient[i] += -400 * a * x[i] - 2 * b
        gradient[i + 1] += 200 * a
      }
      return LossAndGradient(loss: loss, gradient: gradient)
    }
    #expect(walk.end == .minimum)
    #expect(walk.here.loss < 1e-18 || abs(walk.here.loss - 3.986) < 0.01, "\(walk.here.loss)")
    #expect(walk.steps < 200, "\(walk.steps)")
  }

  @Test func `Pascal's triangle`() {
    for n in 1...56 {
      for k in 1...n {
        let (n, k) = (Double(n), Double(k))
        #expect(
          binomialCoefficient(n, k)
            == binomialCoefficient(n - 1, k - 1) + binomialCoefficient(n - 1, k))
      }
    }
    #expect(binomialCoefficient(.nan, 1).isNaN && binomialCoefficient(3, .nan).isNaN)
    #expect(binomialCoefficient(1e300, 1) == 1e300 && binomialCoefficient(.infinity, 0) == 1)
    #expect(binomialCoefficient(.infinity, 3) == .infinity && binomialCoefficient(5, .infinity) == 0)
  }
}
