import Expressions
import TestSupport
import Testing

/// Measures of information, against SciPy's.
@Suite struct InformationTests {
  private struct Oracle: Decodable {
    struct Case: Decodable {
      var function: String
      var p: [Double]?
      var q: [Double]?
    }
    var cases: [Case]
  }
  private struct Results: Decodable {
    struct Case: Decodable {
      var y: Double?

      init(from decoder: any Decoder) throws {
        y = try? decoder.container(keyedBy: Key.self).decode(Double.self, forKey: .y)
      }
    }
    enum Key: CodingKey { case y }
    var cases: [Case]
  }

  @Test func `Entropy, cross entropy and divergence are SciPy's`() throws {
    let rows = try oracle("special_functions.json", as: Oracle.self).cases
    let results = try oracle("special_functions.json", as: Results.self).cases
    var tested = 0
    for (row, result) in zip(rows, results) {
      guard let p = row.p, let expected = result.y else { continue }
      let arguments = [p, row.q].compactMap { $0 }.map { "\($0)" }.joined(separator: ", ")
      let found = try value("\(row.function)(\(arguments))").number(of: row.function, at: nil)
      #expect(isClose(found, expected, within: 1e-12), "\(row.function): \(found), \(expected)")
      tested += 1
    }
    #expect(tested == 3)
  }

  @Test(
    arguments: [
      ("entropy([0, 1])", "0"), ("cross_entropy([0, 1], [0, 1])", "0"),
      ("kl_divergence([0, 1], [0, 1])", "0"),
      ("cross_entropy([0.5, 0.5], [0, 1])", "∞"), ("kl_divergence([1, 0], [0, 1])", "∞"),
      ("entropy([[0.5, 0.5], [1, 0]])", "[0.693147 0]"),
      ("entropy([[0.5, 0.5], [0.5, 0.5]], axis=0)", "[0.693147 0.693147]"),
      ("grad(q -> cross_entropy([1, 0], q))([0.5, 0.5])", "[−2 0]"),
      ("grad(q -> kl_divergence([1, 0], q))([0.5, 0])", "[−2 0]"),
      ("logsumexp([-inf, 0])", "0"), ("logsumexp([-inf, -inf])", "−∞"), ("logsumexp([inf, 0])", "∞"),
      ("softmax([-inf, 0])", "[0 1]"), ("log_softmax([-inf, 0])", "[−∞ 0]"),
      ("softmax([nan, 0])", "[nan nan]"),
    ] as [(String, String)])
  func `What never happens does not count`(_ source: String, _ expected: String) throws {
    let found = try shown(source)
    #expect(found == expected)
  }
}
