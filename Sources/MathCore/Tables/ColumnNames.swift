/// Names of columns that can be written after a dot.
///
/// Letters, digits and `_` stay; every run of other characters becomes one `_`, none at the ends; a digit in
/// front gets a `_` before it; no name at all becomes `column` with its place from 0; an equal name further
/// right gets `_2`, `_3` and so on.
package func columnNames(of titles: [String]) -> [String] {
  var taken: Set<String> = []
  return titles.enumerated().map { place, title in
    let name = memberName(of: title) ?? "column\(place)"
    var candidate = name
    var number = 2
    while !taken.insert(candidate).inserted {
      candidate = "\(name)_\(number)"
      number += 1
    }
    return candidate
  }
}

private func memberName(of title: String) -> String? {
  var name = String.UnicodeScalarView()
  var isGap = false
  for scalar in title.unicodeScalars {
    let isMark = scalar.properties.generalCategory == .nonspacingMark && !name.isEmpty && !isGap
    guard scalar == "_" || ("0"..."9").contains(scalar) || scalar.properties.isAlphabetic || isMark else {
      isGap = true
      continue
    }
    if isGap, !name.isEmpty { name.append("_") }
    isGap = false
    name.append(scalar)
  }
  guard let first = name.first else { return nil }
  return ("0"..."9").contains(first) ? "_" + String(name) : String(name)
}
