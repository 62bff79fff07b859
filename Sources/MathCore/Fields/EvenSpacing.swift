/// Numbers at equal distances, both ends included; `count` is at least 2.
package func evenly(spaced count: Int, over range: ClosedRange<Double>) -> [Double] {
  let last = Double(max(count - 1, 1))
  return (0..<count).map { i in
    let t = Double(i) / last
    return range.lowerBound * (1 - t) + range.upperBound * t
  }
}
