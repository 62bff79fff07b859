import Diagnostics
import MathCore
import TestSupport
import Testing

/// One case of learners.json: what scikit-learn or SciPy learned from answers.
struct SupervisedCase: Decodable {
  private enum Key: String, CodingKey {
    case what, x, y, w, b, r2, lambda, gamma, support, probe, decision, predicted, posterior, k, accuracy
    case points = "X"
    case penalty = "C"
    case depth = "max_depth"
    case rootFeature = "root_feature"
    case rootThreshold = "root_threshold"
    case rootImpurity = "root_impurity"
  }

  var what: String
  var x: [Double]?
  var points: [[Double]]?
  var y: [Double]?
  /// A single weight is a number.
  var w: [Double]?
  var b, r2, lambda, gamma, penalty, accuracy, rootThreshold, rootImpurity: Double?
  var k, depth, rootFeature: Int?
  var support, predicted: [Int]?
  var probe, posterior: [[Double]]?
  var decision: [Double]?

  init(from decoder: any Decoder) throws {
    let box = try decoder.container(keyedBy: Key.self)
    func read<Content: Decodable>(_ key: Key, as type: Content.Type = Content.self) -> Content? {
      try? box.decode(Content.self, forKey: key)
    }
    what = try box.decode(String.self, forKey: .what)
    (x, points, y, b, r2) = (read(.x), read(.points), read(.y), read(.b), read(.r2))
    w = read(.w) ?? read(.w, as: Double.self).map { [$0] }
    (lambda, gamma, penalty) = (read(.lambda), read(.gamma), read(.penalty))
    (support, probe, decision, predicted) = (
      read(.support), read(.probe), read(.decision), read(.predicted)
    )
    (posterior, k, accuracy, depth) = (read(.posterior), read(.k), read(.accuracy), read(.depth))
    (rootFeature, rootThreshold, rootImpurity) = (
      read(.rootFeature), read(.rootThreshold), read(.rootImpurity)
    )
  }

  init(named name: String) throws {
    struct Cases: Decodable { var cases: [SupervisedCase] }
    let cases = try oracle("learners.json", as: Cases.self).cases
    self = try #require(cases.first { $0.what == name })
  }

  /// The points and their classes.
  var classified: ClassifiedPoints {
    get throws { try ClassifiedPoints(pointMatrix(#require(points)), classes: #require(y).map { Int($0) }) }
  }

  /// The points and their values.
  var measured: MeasuredPoints {
    get throws { try MeasuredPoints(pointMatrix(points ?? #require(x).map { [$0] }), values: #require(y)) }
  }
}

/// A matrix of rows that are equally long.
func pointMatrix(_ rows: [[Double]]) -> Tensor {
  Tensor(shape: [rows.count, rows.first?.count ?? 0], elements: rows.flatMap { $0 })
}

/// Points of some classes around different centers, which overlap.
func overlappingClouds(_ count: Int, classes: Int, dimension: Int = 2, seed: UInt64) throws
  -> ClassifiedPoints
{
  var generator = SplitMix64(seed: seed)
  let labels = (0..<count).map { $0 % classes }
  let rows = labels.map { label in
    (0..<dimension).map { axis in
      Double.random(in: -1.5...1.5, using: &generator) + Double((label + axis) % classes)
    }
  }
  return try ClassifiedPoints(pointMatrix(rows), classes: labels)
}

/// Nothing is spent that anyone counts.
func anyExpense(_ operations: Int) {}
