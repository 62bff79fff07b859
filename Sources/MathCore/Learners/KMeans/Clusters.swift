internal import Kernels

/// Points with their centers, while k-means runs.
struct Clusters {
  /// The place of each point's center.
  private(set) var labels: [Int]

  private let points: [Double]
  private let columns: PointColumns
  private var centers: Tensor
  /// The nearest centers and squared distances as the kernel writes them, with room for whole vectors.
  private var nearest: [Double]
  private var distances: [Double]

  init(_ points: Tensor, centers: Tensor) {
    (self.points, self.centers) = (points.elements, centers)
    columns = PointColumns(points)
    labels = [Int](repeating: -1, count: columns.count)
    (nearest, distances) = (columns.column, columns.column)
  }

  /// The state after a step.
  func step(_ phase: KMeans.Phase) -> KMeans.Step {
    var inertia = 0.0
    distances.withUnsafeBufferPointer {
      kernel_reduce(kernelSet, KERNEL_SUM, $0.baseAddress, &inertia, 1, columns.count, 1)
    }
    return KMeans.Step(phase: phase, centers: centers, labels: labels, inertia: inertia)
  }

  /// Gives each point its nearest center; says whether that changed anything.
  mutating func assign() -> Bool {
    columns.withKernelPoints { points in
      kernel_nearest(kernelSet, points, centers.elements, centers.shape[0], &nearest, &distances)
    }
    let found = nearest.withUnsafeBufferPointer { nearest in
      [Int](unsafeUninitializedCapacity: columns.count) { labels, initialized in
        for i in 0..<columns.count { labels[i] = Int(nearest[i]) }
        initialized = columns.count
      }
    }
    // Arrays that stay equal stay one in the history.
    if found == labels { return false }
    labels = found
    return true
  }

  /// Moves each center to the mean of its points.
  mutating func move() {
    let (k, d) = (centers.shape[0], columns.dimensions)
    var sums = [Double](repeating: 0, count: k * d)
    var counts = [Int](repeating: 0, count: k)
    addUp(&sums, &counts)
    for cluster in 0..<k where counts[cluster] == 0 { fill(cluster, &sums, &counts) }
    for cluster in 0..<k where counts[cluster] > 0 {
      for j in cluster * d..<(cluster + 1) * d {
        centers.elements[j] = sums[j] / Double(counts[cluster])
      }
    }
    measure()
  }

  /// The sums and numbers of each cluster's points.
  private func addUp(_ sums: inout [Double], _ counts: inout [Int]) {
    let d = columns.dimensions
    sums.withUnsafeMutableBufferPointer { sums in
      counts.withUnsafeMutableBufferPointer { counts in
        points.withUnsafeBufferPointer { points in
          labels.withUnsafeBufferPointer { labels in
            for i in 0..<labels.count {
              counts[labels[i]] += 1
              let (from, to) = (i * d, labels[i] * d)
              for j in 0..<d { sums[to + j] += points[from + j] }
            }
          }
        }
      }
    }
  }

  /// Gives an empty cluster the point that is farthest from its center and not the only one there.
  private mutating func fill(_ cluster: Int, _ sums: inout [Double], _ counts: inout [Int]) {
    var farthest: Int?
    for i in labels.indices where counts[labels[i]] > 1 && distances[i] > farthest.map({ distances[$0] }) ?? 0
    {
      farthest = i
    }
    guard let farthest else { return }
    let d = columns.dimensions
    for j in 0..<d {
      sums[labels[farthest] * d + j] -= points[farthest * d + j]
      sums[cluster * d + j] = points[farthest * d + j]
    }
    counts[labels[farthest]] -= 1
    counts[cluster] = 1
    labels[farthest] = cluster
    distances[farthest] = 0
  }

  /// The squared distance of each point from its own center.
  private mutating func measure() {
    let d = columns.dimensions
    distances.withUnsafeMutableBufferPointer { distances in
      points.withUnsafeBufferPointer { points in
        labels.withUnsafeBufferPointer { labels in
          centers.elements.withUnsafeBufferPointer { centers in
            for i in 0..<labels.count {
              var sum = 0.0
              for j in 0..<d {
                let offset = points[i * d + j] - centers[labels[i] * d + j]
                sum += offset * offset
              }
              distances[i] = sum
            }
          }
        }
      }
    }
  }
}
