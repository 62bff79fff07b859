internal import Kernels

/// How the elements along axes become one.
package enum Reduction: Hashable, Sendable {
  case sum
  case maximum

  var kernel: kernel_reduction { self == .sum ? KERNEL_SUM : KERNEL_LARGEST }
}

/// A reduction along axes as one along the middle axis of a box of three.
struct ReductionLayout: Hashable, Sendable {
  /// The order of axes that makes it so, or `nil` if they are in such an order.
  var order: [Int]?
  var outer: Int
  var count: Int
  var inner: Int
  /// The shape of the result.
  var shape: [Int]

  init(_ shape: [Int], axes: [Int]) {
    let reduced = shape.indices.filter { axes.contains($0) }
    let kept = shape.indices.filter { !axes.contains($0) }
    func product(_ axes: some Sequence<Int>) -> Int { axes.reduce(1) { $0 * shape[$1] } }
    self.shape = kept.map { shape[$0] }
    count = product(reduced)
    let (first, last) = (reduced.first ?? 0, reduced.last ?? -1)
    if last - first + 1 == reduced.count {
      (outer, inner) = (product(0..<first), product((last + 1)..<shape.count))
    } else {
      order = kept + reduced
      (outer, inner) = (product(kept), 1)
    }
  }

  /// A sum of `count` parts in the order that the kernels sum in.
  static func sum<Part>(
    _ parts: ArraySlice<Part>, pairwise isPairwise: Bool, _ add: (Part, Part) -> Part
  ) -> Part? {
    guard let first = parts.first else { return nil }
    guard isPairwise, parts.count >= 8 else { return parts.dropFirst().reduce(first, add) }
    if parts.count > 128 {
      let middle = parts.startIndex + parts.count / 2 / 8 * 8
      let halves = (
        sum(parts[..<middle], pairwise: true, add), sum(parts[middle...], pairwise: true, add)
      )
      if let a = halves.0, let b = halves.1 { return add(a, b) }
    }
    var sums = Array(parts.prefix(8))
    let whole = parts.count / 8 * 8
    for i in 8..<max(8, whole) { sums[i % 8] = add(sums[i % 8], parts[parts.startIndex + i]) }
    let total = add(
      add(add(sums[0], sums[1]), add(sums[2], sums[3])),
      add(add(sums[4], sums[5]), add(sums[6], sums[7])))
    return parts.dropFirst(whole).reduce(total, add)
  }
}

extension Tensor {
  /// The tensor without some axes, the elements along them joined.
  ///
  /// Sums have NumPy's order, and so its bits: pairwise along last axes, else ascending. The sum of
  /// nothing is 0 and the maximum of nothing −∞; NaN wins every maximum.
  package func reduced(_ reduction: Reduction, axes: [Int]) -> Tensor {
    let layout = ReductionLayout(shape, axes: axes)
    let source = layout.order.map { transposed($0).elements } ?? elements
    let count = layout.outer * layout.inner
    let joined = [Double](unsafeUninitializedCapacity: count) { buffer, initialized in
      initialized = count
      guard let result = buffer.baseAddress, count > 0 else { return }
      source.withUnsafeBufferPointer { values in
        kernel_reduce(
          kernelSet, reduction.kernel, values.baseAddress, result, layout.outer, layout.count,
          layout.inner)
      }
    }
    return Tensor(shape: layout.shape, elements: joined)
  }
}
