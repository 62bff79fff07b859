/// The lines of a row that has line breaks in it.
struct LineCollector {
  private var lines: [Row] = []
  private var line = Row()

  mutating func append(_ row: Row) {
    if line.nodes.isEmpty { line = row } else { line.nodes += row.nodes }
  }

  mutating func breakLine() {
    lines.append(line)
    line = Row()
  }

  /// The only line, or all of them below one another.
  var row: Row {
    if lines.isEmpty { return line }
    let all = line.nodes.isEmpty ? lines : lines + [line]
    if all.count == 1 { return all[0] }
    return Row([.grid(Grid(.gathered, rows: all.map { [$0] }, alignments: [.left]))])
  }
}
