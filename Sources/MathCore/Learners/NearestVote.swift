package import Diagnostics

/// The vote of the nearest known points.
///
/// Source: Cover and Hart, "Nearest neighbor pattern classification" (1967). Exact but for the rounding of
/// the distances; of classes with as many votes, the lowest wins, as in scikit-learn.
package struct NearestVote: Hashable, Sendable {
  /// The search for neighbors.
  package let search: NeighborSearch
  private let classes: [Int]
  private let classCount: Int

  /// A vote of `k` neighbors.
  package init(_ data: ClassifiedPoints, k: Int) throws(ArgumentError) {
    search = try NeighborSearch(data.points, k: k)
    classes = data.classes
    classCount = data.classCount
  }

  /// The share of the votes of each class, for points in row-major order.
  package func shares(atRows points: [Double]) -> [Double] {
    let neighbors = search.neighbors(of: points).rows
    let k = search.neighborCount
    var shares = [Double](repeating: 0, count: points.count / search.dimension * classCount)
    for (place, row) in neighbors.enumerated() { shares[place / k * classCount + classes[row]] += 1 }
    return shares.map { $0 / Double(k) }
  }
}
