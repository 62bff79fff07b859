import Expressions
import TestSupport
import Testing

/// The course's first learner, written as in its notes, on the numbers that its students see.
@Suite struct CourseTests {
  private static let lines: KeyValuePairs = [
    "z": "numpy_randn(200, seed=42)", "x": "z[:100]", "y": "2*x + 1 + 0.1*z[100:]",
    "loss(w, b)": "mean((y - (w*x + b))^2)",
    "walk": "descend(loss, from=[0, 0], with=sgd(rate=0.1), steps=50)",
  ]

  @Test func `Fifty epochs of linear regression end where NumPy's loop ends`() throws {
    let last = try value("walk.last", Self.lines).vector(of: "walk.last", at: nil)
    // Source: learners.json, linear_regression_gradient_descent.
    #expect(isClose(last[0], 1.9852498333213935, within: 1e-13), "\(last)")
    #expect(isClose(last[1], 1.0005431617146872, within: 1e-13), "\(last)")
    let losses = try value("walk.losses", Self.lines).vector(of: "walk.losses", at: nil)
    for (epoch, loss) in [(0, 3.859593332936508), (1, 2.7533266479364995), (49, 0.008836565135586318)] {
      #expect(isClose(losses[epoch], loss, within: 1e-12), "epoch \(epoch): \(losses[epoch])")
    }
    #expect(try shown("round(walk.last, 5)", Self.lines) == "[1.98525 1.00054]")
  }

  @Test func `The best line is where BFGS ends too`() throws {
    let point = try value("minimize(loss, from=[0, 0]).point", Self.lines).vector(of: "point", at: nil)
    // Source: learners.json, linear_regression.
    #expect(isClose(point[0], 1.9856742839728556, within: 1e-8), "\(point)")
    #expect(isClose(point[1], 1.0007427829863966, within: 1e-8), "\(point)")
  }
}
