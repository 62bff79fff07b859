/// A walk over elements at regular distances, written one after another: a transpose, or a broadcast.
struct StridedCopy: Hashable, Sendable {
  /// Extents and the distances between neighbors, the last axis running fastest.
  private var extents: [Int] = []
  private var steps: [Int] = []
  let count: Int

  /// A walk over `shape` with a step along each axis; axes that are one walk together are joined.
  init(shape: [Int], steps: [Int]) {
    count = shape.reduce(1, *)
    for (extent, step) in zip(shape, steps) where extent != 1 {
      if let last = self.steps.last, last == step * extent {
        self.extents[extents.count - 1] *= extent
        self.steps[extents.count - 1] = step
      } else {
        self.extents.append(extent)
        self.steps.append(step)
      }
    }
  }

  /// Copies along the axes that a shape lacks or that have one element there.
  init(broadcasting shape: [Int], to target: [Int]) {
    let own = strides(of: shape)
    let missing = target.count - shape.count
    self.init(
      shape: target,
      steps: target.indices.map { axis in
        axis < missing || shape[axis - missing] == 1 ? 0 : own[axis - missing]
      })
  }

  /// The axes of a shape in another order.
  init(transposing shape: [Int], _ order: [Int]) {
    let own = strides(of: shape)
    self.init(shape: order.map { shape[$0] }, steps: order.map { own[$0] })
  }

  func run(from source: UnsafePointer<Double>, to target: UnsafeMutablePointer<Double>) {
    if count == 0 { return }
    guard let length = extents.last, let step = steps.last else {
      target.initialize(to: source[0])
      return
    }
    var counters = [Int](repeating: 0, count: extents.count)
    var from = source
    var to = target
    while true {
      switch step {
      case 0: to.initialize(repeating: from[0], count: length)
      case 1: to.initialize(from: from, count: length)
      default: for i in 0..<length { (to + i).initialize(to: from[i * step]) }
      }
      to += length
      var axis = extents.count - 2
      while axis >= 0 {
        counters[axis] += 1
        from += steps[axis]
        if counters[axis] < extents[axis] { break }
        from -= steps[axis] * extents[axis]
        counters[axis] = 0
        axis -= 1
      }
      if axis < 0 { return }
    }
  }
}

extension Tensor {
  /// The elements that a walk visits, under its shape.
  fileprivate func walked(_ walk: StridedCopy, shape: [Int]) -> Tensor {
    let walked = [Double](unsafeUninitializedCapacity: walk.count) { buffer, initialized in
      initialized = walk.count
      elements.withUnsafeBufferPointer { source in
        guard let from = source.baseAddress, let to = buffer.baseAddress else { return }
        walk.run(from: from, to: to)
      }
    }
    return Tensor(shape: shape, elements: walked)
  }

  /// A copy stretched to a larger shape; its own must broadcast to it.
  package func broadcast(to target: [Int]) -> Tensor {
    if target == shape { return self }
    if count == 1 { return Tensor(repeating: elements[0], shape: target) }
    return walked(StridedCopy(broadcasting: shape, to: target), shape: target)
  }

  /// The same numbers with the axes in another order.
  package func transposed(_ order: [Int]) -> Tensor {
    walked(StridedCopy(transposing: shape, order), shape: order.map { shape[$0] })
  }

  /// The same numbers in the same order under another shape of as many elements.
  package func reshaped(to target: [Int]) -> Tensor {
    Tensor(shape: target, elements: elements)
  }
}
