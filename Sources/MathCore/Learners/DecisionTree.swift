/// A tree of questions about one coordinate each, whose leaves name classes.
///
/// Source: Breiman, Friedman, Olshen, Stone, "Classification and regression trees" (1984), as scikit-learn
/// grows it, but in double precision: thresholds are middles between neighboring coordinates, a node is cut
/// while it is impure, and the nodes are in the order parent, left, right. Counts are exact.
package struct DecisionTree: Hashable, Sendable {
  /// What a cut makes small.
  package enum Criterion: String, CaseIterable, Sendable {
    case gini
    case entropy
  }

  /// A part of space, and the points that are in it.
  package struct Node: Hashable, Sendable {
    /// The question that cuts it; `nil` in a leaf.
    package fileprivate(set) var question: Question?
    /// How far it is from holding a single class.
    package let impurity: Double
    /// How many points of each class it holds.
    package let counts: [Int]
    /// The number of questions above it.
    package let depth: Int
    /// Its corners, which are infinite where it has no end; the lower one is not part of it.
    package let lower: [Double]
    package let upper: [Double]

    /// The class with the most points, the lowest of those that have as many.
    package var prediction: Int { counts.indices.reduce(0) { counts[$1] > counts[$0] ? $1 : $0 } }
    /// The share of each class.
    package var shares: [Double] {
      let n = Double(counts.reduce(0, +))
      return counts.map { Double($0) / n }
    }
  }

  /// Whether a coordinate is at most a threshold.
  package struct Question: Hashable, Sendable {
    /// Which coordinate.
    package let feature: Int
    /// The largest coordinate that goes left.
    package let threshold: Double
    /// The node for yes.
    package fileprivate(set) var left: Int
    /// The node for no.
    package fileprivate(set) var right: Int
  }

  /// When a node becomes a leaf.
  package struct Limits: Hashable, Sendable {
    /// The most questions in a row, at least 0.
    package var depth: Int
    /// Nodes with fewer points are not cut; at least 2.
    package var samples: Int

    package init(depth: Int = .max, samples: Int = 2) {
      self.depth = depth
      self.samples = samples
    }
  }

  /// The root first, each node before those below it.
  package private(set) var nodes: [Node] = []
  /// The number of coordinates of a point.
  package let dimension: Int

  /// A node that is still to be made.
  private struct Pending {
    var rows: [Int]
    var depth = 0
    var lower: [Double]
    var upper: [Double]
    /// The node above, and whether this one is on its left.
    var parent: (place: Int, isLeft: Bool)?
  }

  /// Grows a tree.
  ///
  /// `spend` is told of operations to come, and may throw to stop.
  package init<Failure: Error>(
    _ data: ClassifiedPoints, by criterion: Criterion = .gini, limits: Limits = Limits(),
    spend: (Int) throws(Failure) -> Void
  ) throws(Failure) {
    dimension = data.dimension
    let nowhere = [Double](repeating: .infinity, count: dimension)
    var pending = [
      Pending(rows: Array(0..<data.count), lower: nowhere.map { -$0 }, upper: nowhere)
    ]
    while let next = pending.popLast() {
      let place = nodes.count
      if let (parent, isLeft) = next.parent {
        if isLeft { nodes[parent].question?.left = place } else { nodes[parent].question?.right = place }
      }
      var counts = [Int](repeating: 0, count: data.classCount)
      for row in next.rows { counts[data.classes[row]] += 1 }
      nodes.append(
        Node(
          impurity: criterion.impurity(of: counts), counts: counts, depth: next.depth, lower: next.lower,
          upper: next.upper))
      let isPure = counts.contains(next.rows.count)
      guard !isPure, next.depth < limits.depth, next.rows.count >= limits.samples else { continue }
      // Sorting: some comparisons for each row and each doubling of their number.
      let doublings = Int.bitWidth - next.rows.count.leadingZeroBitCount
      try spend(next.rows.count * dimension * (24 * doublings + 40 + 4 * data.classCount))
      guard let split = TreeSplit(of: next.rows, in: data, by: criterion) else { continue }
      nodes[place].question = Question(
        feature: split.feature, threshold: split.threshold, left: 0, right: 0)
      let (left, right) = Self.halves(of: next, at: place, by: split)
      pending += [right, left]
    }
  }

  private static func halves(of node: Pending, at place: Int, by split: TreeSplit) -> (Pending, Pending) {
    var left = node
    var right = node
    (left.rows, right.rows) = (split.left, split.right)
    (left.depth, right.depth) = (node.depth + 1, node.depth + 1)
    (left.upper[split.feature], right.lower[split.feature]) = (split.threshold, split.threshold)
    (left.parent, right.parent) = ((place, true), (place, false))
    return (left, right)
  }

  /// The most questions that a point is asked.
  package var depth: Int { nodes.reduce(0) { max($0, $1.depth) } }

  /// The share of each class in the leaf of a point.
  package var shares: Shares { Shares(tree: self) }

  /// The shares of the classes, as a formula.
  package struct Shares: PointFormula {
    fileprivate let tree: DecisionTree

    package var dimension: Int { tree.dimension }
    package var valueCount: Int { tree.nodes[0].counts.count }

    // Nodes come before those below them, so from the back all answers are there when they are needed.
    package func values<Number: RealNumber>(at point: [Number]) -> [Number] {
      var values: [[Number]] = tree.nodes.map { _ in [] }
      for (place, node) in tree.nodes.enumerated().reversed() {
        guard let question = node.question else {
          values[place] = node.shares.map { point[0].constant($0) }
          continue
        }
        let x = point[question.feature]
        let goesLeft = x.applying(.lessOrEqual, with: x.constant(question.threshold))
        values[place] = zip(values[question.left], values[question.right]).map {
          goesLeft.choosing($0, else: $1)
        }
      }
      return values[0]
    }

    // On numbers that are known, the way down the tree is shorter.
    package func values(atRows points: [Double]) -> [Double] {
      stride(from: 0, to: points.count, by: dimension).flatMap { start in
        var node = tree.nodes[0]
        while let question = node.question {
          let goesLeft = points[start + question.feature] <= question.threshold
          node = tree.nodes[goesLeft ? question.left : question.right]
        }
        return node.shares
      }
    }
  }
}
