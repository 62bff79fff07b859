/// The place of each number in rising order, from 1; equal numbers share the mean of their places.
///
/// The numbers must not be NaN. Source: Spearman, "The proof and measurement of association between two
/// things" (1904); ties as SciPy's `rankdata(method='average')`.
package func ranks(of x: [Double]) -> [Double] {
  let order = x.indices.sorted { x[$0] < x[$1] }
  var ranks = [Double](repeating: 0, count: x.count)
  var first = 0
  while first < order.count {
    var last = first
    while last + 1 < order.count, x[order[last + 1]] == x[order[first]] { last += 1 }
    for place in first...last { ranks[order[place]] = Double(first + last) / 2 + 1 }
    first = last + 1
  }
  return ranks
}

/// The class that occurs most often among codes from 0 to before `classCount`, the first one of several.
package func mostFrequent(_ codes: [Int], classCount: Int) -> Int? {
  var counts = [Int](repeating: 0, count: classCount)
  for code in codes { counts[code] += 1 }
  guard let most = counts.max() else { return nil }
  return counts.firstIndex(of: most)
}
