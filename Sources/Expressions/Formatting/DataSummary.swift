internal import MathCore

/// What a data file holds, for a terminal: how large it is, then a line for each column or array.
package func dataSummary(of value: Value) -> String {
  switch value {
  case .table(let table):
    let size = "\(counted(table.rowCount, "row")), \(counted(table.columns.count, "column"))"
    return ([size + (table.layout.map { ", \($0)" } ?? "")] + lines(of: table)).joined(separator: "\n")
  case .record(let record):
    let tensors = record.fields.map { "\($0.name): \(dataSummary(of: $0.value))" }
    return ([counted(tensors.count, "array")] + tensors).joined(separator: "\n")
  case .tensor(let tensor):
    let numbers = Numbers(tensor.elements)
    return "\(value.typeDescription), " + numbers.words.joined(separator: ", ")
  default: return "\(value.typeDescription), \(promptText(of: value, isOneLine: true))"
  }
}

private func lines(of table: Table) -> [String] {
  let hasTitles = table.columns.contains { $0.name != $0.title }
  var rows = [["column", "type", "missing", "min", "mean", "max", ""]]
  for column in table.columns {
    let note = hasTitles && column.name != column.title ? "'\(column.title)'" : nil
    switch column.content {
    case .numbers(let elements):
      let numbers = Numbers(elements)
      rows.append([column.name, "number", "\(numbers.missing)"] + numbers.texts + [note ?? ""])
    case .truth(let truth):
      let share = "true in \(truth.count { $0 != 0 })"
      rows.append([column.name, "truth", "0", "", "", "", joined([note, share])])
    case .texts(let texts):
      let missing = (0..<texts.count).count { texts[$0].isEmpty }
      let reason = column.reason.map { "because of \($0)" }
      rows.append(
        [column.name, "text", "\(missing)", "", "", "", joined([note, reason, commonest(of: texts)])])
    }
  }
  return alignedLines(rows, leftAligned: [0, 1, 6])
}

private func joined(_ notes: [String?]) -> String { notes.compactMap { $0 }.joined(separator: "; ") }

/// `3 different: setosa 50, versicolor 50, virginica 50`, the commonest first.
private func commonest(of texts: TextColumn) -> String {
  let (different, codes) = texts.sorted
  var counts = [Int](repeating: 0, count: different.count)
  for code in codes { counts[code] += 1 }
  let order = different.indices.sorted { (-counts[$0], $0) < (-counts[$1], $1) }
  let shown = order.prefix(4).map { "\(shortened(different[$0], to: 20)) \(counts[$0])" }
  return "\(different.count) different: " + shown.joined(separator: ", ") + (order.count > 4 ? ", …" : "")
}

/// How large some numbers are, missing ones left out.
private struct Numbers {
  let missing: Int
  private let least: Double
  private let greatest: Double
  private let mean: Double

  init(_ elements: [Double]) {
    let known = elements.filter { !$0.isNaN }
    missing = elements.count - known.count
    least = known.min() ?? .nan
    greatest = known.max() ?? .nan
    mean = known.reduce(0, +) / Double(known.count)
  }

  var texts: [String] { [least, mean, greatest].map { $0.isNaN ? "" : sixDigits($0) } }

  var words: [String] {
    var words = zip(["min", "mean", "max"], texts).filter { !$0.1.isEmpty }.map { "\($0) \($1)" }
    if missing > 0 { words.append("\(missing) missing") }
    return words
  }
}
