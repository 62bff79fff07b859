internal import Kernels

/// Arrays whose elements `fill` writes, with room for a whole vector beyond the end of each.
///
/// Few arrays are written in place; many, which are small in practice, are copied out of one block.
func uninitializedArrays(
  _ number: Int, of count: Int, _ fill: ([UnsafeMutablePointer<Double>]) -> Void
) -> [[Double]] {
  if number <= 16 {
    var arrays: [[Double]] = []
    nest(number, count, [], &arrays, fill)
    return arrays.reversed()
  }
  let length = count + blockLanes
  let memory = UnsafeMutablePointer<Double>.allocate(capacity: number * length)
  defer { memory.deallocate() }
  fill((0..<number).map { memory + $0 * length })
  return (0..<number).map {
    Array(UnsafeBufferPointer(start: memory + $0 * length, count: count))
  }
}

private func nest(
  _ number: Int, _ count: Int, _ found: [UnsafeMutablePointer<Double>], _ arrays: inout [[Double]],
  _ fill: ([UnsafeMutablePointer<Double>]) -> Void
) {
  guard found.count < number else { return fill(found) }
  let array = [Double](unsafeUninitializedCapacity: count + blockLanes) { buffer, initialized in
    if let base = buffer.baseAddress {
      kernel_expect_filling(base, count * 8)
      nest(number, count, found + [base], &arrays, fill)
    }
    initialized = count
  }
  arrays.append(array)
}
