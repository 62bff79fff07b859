/// The known word that a misspelled one was probably meant to be, or `nil` if none is near.
///
/// Optimal string alignment distance (insertion, deletion, substitution, swap of neighbors), at most a
/// third of the word's length, ignoring case; of equally near words the one wins that begins most alike, then
/// the earlier one.
package func nearestWord(to word: String, in known: some Sequence<String>) -> String? {
  // Longer words are nobody's typing mistake, and the table below is quadratic.
  guard word.utf8.count <= 64 else { return nil }
  let typed = Array(word.lowercased().unicodeScalars)
  let limit = max(1, (typed.count + 1) / 3)
  var best: (word: String, distance: Int, start: Int)?
  for candidate in known {
    let letters = Array(candidate.lowercased().unicodeScalars)
    let distance = alignmentDistance(typed, letters)
    guard distance <= limit, distance <= best?.distance ?? .max else { continue }
    let start = zip(typed, letters).prefix { $0 == $1 }.count
    if let best, distance == best.distance, start <= best.start { continue }
    best = (candidate, distance, start)
  }
  return best?.word
}

/// `did you mean 'word'?` for the nearest known word.
package func suggestion(for word: String, in known: some Sequence<String>) -> String? {
  nearestWord(to: word, in: known).map { "did you mean '\($0)'?" }
}

private func alignmentDistance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
  if a.isEmpty || b.isEmpty { return max(a.count, b.count) }
  var beforeLast: [Int] = []
  var last = Array(0...b.count)
  for i in 1...a.count {
    var row = [i] + [Int](repeating: 0, count: b.count)
    for j in 1...b.count {
      let change = a[i - 1] == b[j - 1] ? 0 : 1
      row[j] = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + change)
      if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
        row[j] = min(row[j], beforeLast[j - 2] + 1)
      }
    }
    beforeLast = last
    last = row
  }
  return last[b.count]
}
