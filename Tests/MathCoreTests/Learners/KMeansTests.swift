import Diagnostics
import MathCore
import TestSupport
import Testing

private struct KMeansCase: Decodable {
  var points: [[Double]]
  var start: [[Double]]
  var centers: [[Double]]
  var labels: [Int]
  var inertia: Double

  private enum CodingKeys: String, CodingKey {
    case points = "X"
    case start = "init"
    case centers, labels, inertia
  }
}

private func squaredDistance(_ a: [Double], _ b: [Double]) -> Double {
  zip(a, b).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
}

@Suite struct KMeansTests {
  @Test func `Centers and labels are scikit-learn's`() throws {
    let row = try #require(try learnerOracle("kmeans", as: KMeansCase.self))
    let model = try KMeans(Tensor(rows: row.points), from: Tensor(rows: row.start))
    #expect(model.isConverged)
    #expect(model.last.labels == row.labels)
    for (found, expected) in zip(model.centers.elements, row.centers.joined()) {
      #expect(isClose(found, expected, within: 1e-10))
    }
    #expect(isClose(model.last.inertia, row.inertia, within: 1e-10))
  }

  @Test(arguments: 1...8)
  func `The inertia never rises, and its parts agree`(_ k: Int) throws {
    let points = try iris()
    for seed in 0..<4 {
      let model = try KMeans(points, from: KMeans.start(points, k: k, seed: UInt64(seed)))
      #expect(model.isConverged && model.history.count == 2 * model.moves + 1)
      #expect(model.history.last == model.last)
      for (i, (step, next)) in zip(model.history, model.history.dropFirst()).enumerated() {
        #expect(step.phase == (i.isMultiple(of: 2) ? .assign : .move))
        #expect(next.inertia <= step.inertia * (1 + 1e-14))
        let sum = zip(points.rows, next.labels).reduce(0) {
          $0 + squaredDistance($1.0, next.centers.rows[$1.1])
        }
        #expect(isClose(next.inertia, sum, within: 1e-12))
      }
    }
  }

  @Test func `At the end points have the nearest centers, which are the means of their points`() throws {
    let points = try iris()
    let model = try KMeans(points, from: KMeans.start(points, k: 4, seed: 3))
    let centers = model.centers.rows
    for (point, label) in zip(points.rows, model.last.labels) {
      #expect(centers.allSatisfy { squaredDistance(point, centers[label]) <= squaredDistance(point, $0) })
    }
    for (cluster, center) in centers.enumerated() {
      let own = zip(points.rows, model.last.labels).filter { $0.1 == cluster }.map(\.0)
      for (j, coordinate) in center.enumerated() {
        #expect(isClose(coordinate, own.map { $0[j] }.reduce(0, +) / Double(own.count), within: 1e-13))
      }
    }
  }

  @Test func `The formula and the kernel choose the same centers`() throws {
    let points = try iris()
    let model = try KMeans(points, from: KMeans.start(points, k: 5, seed: 1))
    #expect(points.rows.map { Int(model.label(of: $0)) } == model.last.labels)
    #expect(model.labels(of: points.elements) == model.last.labels)
  }

  @Test func `A center without points takes the farthest point`() throws {
    let model = try KMeans(Tensor(rows: [[0], [1], [10]]), from: Tensor(rows: [[0], [1000]]), steps: 1)
    #expect(model.history[1].centers.elements == [0.5, 10])
    #expect(model.history[1].labels == [0, 0, 1])
  }

  @Test func `Fewer different points than centers are no trouble`() throws {
    let points = Tensor(rows: [[0, 0], [0, 0], [1, 2], [1, 2], [1, 2], [5, 5]])
    let model = try KMeans(points, from: KMeans.start(points, k: 5, seed: 1))
    #expect(model.isConverged && model.last.inertia == 0)
    #expect(model.centers.elements.allSatisfy { $0.isFinite })
  }

  @Test(arguments: 0..<20)
  func `k-means++ draws far points, each once`(_ seed: UInt64) throws {
    // 30 points on one place have no chance beside the two that are elsewhere.
    let points = Tensor(rows: [[Double]](repeating: [0], count: 30) + [[1], [7]])
    #expect(try KMeans.start(points, k: 3, seed: seed).elements.sorted() == [0, 1, 7])
    #expect(try KMeans.start(points, k: 3, seed: seed) == KMeans.start(points, k: 3, seed: seed))
  }

  @Test(arguments: [
    ([[1.0], [.nan]], [[0.0]], 300, "X: expected finite numbers, found nan in row 1, column 0"),
    (
      [[1], [1e200]], [[0]], 300,
      "X: expected numbers of at most 1e140, whose squares can be added up, found 1e+200"
    ),
    ([], [[0]], 300, "X: expected at least one row, found none"),
    ([[1], [2]], [], 300, "init: expected at least one row, found none"),
    (
      [[1], [2]], [[1, 2]], 300, "init: expected centers with as many coordinates as the points, 1, found 2"
    ),
    ([[1], [2]], [[1], [2], [3]], 300, "init: expected from 1 to as many centers as points, 2, found 3"),
    ([[1], [2]], [[1]], 0, "steps: expected at least 1, found 0"),
  ])
  func `Wrong arguments are explained`(
    _ points: [[Double]], _ start: [[Double]], _ steps: Int, _ message: String
  ) throws {
    let error = #expect(throws: ArgumentError.self) {
      try KMeans(Tensor(rows: points), from: Tensor(rows: start), steps: steps)
    }
    #expect("\(error?.argument ?? ""): \(error?.message ?? "")" == message)
  }

  @Test func `One row and constant columns are clusters`() throws {
    let one = try KMeans(Tensor(rows: [[3, 4]]), from: Tensor(rows: [[0, 0]]))
    #expect(one.centers.elements == [3, 4] && one.last.inertia == 0)
    let constant = try KMeans(
      Tensor(rows: [[1, 7], [2, 7], [9, 7]]), from: Tensor(rows: [[1, 7], [9, 7]]))
    #expect(constant.centers.elements == [1.5, 7, 9, 7])
  }
}
