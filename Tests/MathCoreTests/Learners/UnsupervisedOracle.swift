import MathCore

/// One case of `learners.json`, whose cases have different fields.
func learnerOracle<Content: Decodable>(_ what: String, as type: Content.Type) throws -> Content? {
  try oracle("learners.json", as: LearnerCases<Content>.self).cases.first { $0.what == what }?.content
}

private struct LearnerCases<Content: Decodable>: Decodable {
  struct Case: Decodable {
    var what: String
    var content: Content?

    private enum CodingKeys: CodingKey { case what }

    init(from decoder: any Decoder) throws {
      what = try decoder.container(keyedBy: CodingKeys.self).decode(String.self, forKey: .what)
      content = try? Content(from: decoder)
    }
  }
  var cases: [Case]
}

extension Tensor {
  /// Points by rows, evenly spread over the unit cube by a linear recurrence.
  static func scattered(_ count: Int, _ dimensions: Int) -> Tensor {
    var state = 0.5
    let elements = (0..<count * dimensions).map { _ in
      state = (state * 997 + 0.618_033_988_749_895).truncatingRemainder(dividingBy: 1)
      return state
    }
    return Tensor(shape: [count, dimensions], elements: elements)
  }
}

/// The four measures of 150 irises.
func iris() throws -> Tensor {
  struct Content: Decodable {
    var points: [[Double]]

    enum CodingKeys: String, CodingKey { case points = "X" }
  }
  return Tensor(rows: try learnerOracle("pca", as: Content.self)?.points ?? [])
}
