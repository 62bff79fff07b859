import Diagnostics
import MathCore
import TestSupport
import Testing

@Suite struct NearestVoteTests {
  @Test func `The votes are scikit-learn's`() throws {
    let row = try SupervisedCase(named: "k_nearest")
    let vote = try NearestVote(row.classified, k: #require(row.k))
    let shares = vote.shares(atRows: try #require(row.probe).flatMap { $0 })
    #expect(chosenClasses(scores: shares, perRow: 3, classCount: 3) == row.predicted)
    #expect(shares.allSatisfy { [0, 0.2, 0.4, 0.6, 0.8, 1].contains($0) })
  }

  @Test(arguments: [1, 2, 3, 7])
  func `The neighbors are those of a full search, in its order`(_ dimension: Int) throws {
    var generator = SplitMix64(seed: UInt64(dimension))
    // On a coarse grid, so that many are equally far.
    let rows = (0..<200).map { _ in
      (0..<dimension).map { _ in Double(Int.random(in: 0...6, using: &generator)) }
    }
    let search = try NeighborSearch(pointMatrix(rows), k: 12)
    for _ in 0..<30 {
      let query = (0..<dimension).map { _ in Double(Int.random(in: 0...12, using: &generator)) / 2 }
      let squares = rows.map { row in zip(row, query).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) } }
      let order = squares.indices.sorted { (squares[$0], -$0) < (squares[$1], -$1) }.prefix(12)
      let found = search.neighbors(of: query)
      #expect(found.rows == Array(order))
      #expect(found.distances == order.map { squares[$0].squareRoot() })
    }
  }

  @Test func `Of equal votes the lowest class wins`() throws {
    let vote = try NearestVote(ClassifiedPoints(pointMatrix([[1], [-1]]), classes: [1, 0]), k: 2)
    #expect(chosenClasses(scores: vote.shares(atRows: [0.9]), perRow: 2, classCount: 2) == [0])
  }

  @Test func `More neighbors than points are refused`() throws {
    #expect(throws: ArgumentError("k", "expected at most the number of rows, 2, found 3")) {
      try NeighborSearch(pointMatrix([[1], [2]]), k: 3)
    }
  }

  @Test func `Far points and those that are not numbers get neighbors too`() throws {
    let search = try NeighborSearch(pointMatrix((0..<20).map { [Double($0), 0] }), k: 2)
    #expect(search.neighbors(of: [1e308, 1e308]).rows == [19, 18])
    #expect(search.neighbors(of: [.nan, 0]).rows == [19, 18])
  }
}
