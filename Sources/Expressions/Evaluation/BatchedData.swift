internal import Diagnostics
internal import MathCore

/// Tables with as many rows each, from which batches are drawn.
struct BatchedData {
  /// The rows are along the first axis.
  let tables: [Tensor]
  /// How many rows there are.
  let count: Int
  /// How many rows a batch has.
  let size: Int
  /// The batches from the first one on.
  let batches: MiniBatches

  init(_ tables: [Tensor], size: Int, seed: UInt64) {
    self.tables = tables
    count = tables.first?.shape[0] ?? 0
    self.size = size
    batches = MiniBatches(of: count, size: size, seed: seed)
  }

  /// The steps of work that drawing a batch, and copying its rows, count for.
  var work: Int { size / 4 + tables.reduce(0) { $0 + $1.count / count * size } / 64 }

  /// The first rows of each table.
  func prefix(_ count: Int) -> [Tensor] {
    tables.map { table in
      let width = table.count / table.shape[0]
      return Tensor(
        shape: [count] + table.shape.dropFirst(), elements: Array(table.elements.prefix(count * width)))
    }
  }
}

extension Call {
  /// The data, batch size and seed of a walk on batches; `nil` if there are no data.
  ///
  /// A list is tables, one for each argument that the loss takes behind the point's; a vector is one table.
  /// So is a matrix, unless the loss takes as many arguments as it has rows: `[x, y]` is a matrix too.
  func batchedData(
    from first: Int, _ loss: PointLoss, in evaluation: Evaluation
  ) throws(Diagnostic) -> BatchedData? {
    guard isGiven(first) else {
      for index in [first + 1, first + 2] where isGiven(index) {
        throw mistake(index, "expected data to draw batches from, found none")
      }
      return nil
    }
    let tables = try tables(first, loss, in: evaluation)
    let count = tables[0].shape[0]
    guard isGiven(first + 1) else {
      throw mistake(
        first, "needs the argument 'batch' too: how many rows a step looks at",
        help: "batch=1 is stochastic descent, batch=\(count) takes all rows")
    }
    guard isGiven(first + 2) else {
      throw mistake(
        first, "needs the argument 'seed' too",
        help: "give a seed, and every run draws the same batches: seed=1")
    }
    return BatchedData(
      tables, size: try integer(first + 1, in: 1...count), seed: try seed(first + 2))
  }

  private func tables(
    _ index: Int, _ loss: PointLoss, in evaluation: Evaluation
  ) throws(Diagnostic) -> [Tensor] {
    var tables: [Tensor] = []
    if case .list(let list) = values[index] {
      for value in list.elements { tables.append(try table(value, index, in: evaluation)) }
    } else {
      let table = try table(values[index], index, in: evaluation)
      let count = table.shape[0]
      let isOfTables =
        table.rank > 1 && loss.start.argumentCounts.contains { loss.function.accepts($0 + count) }
      tables = isOfTables ? (0..<count).map { table.row($0) } : [table]
    }
    guard let count = tables.first?.shape[0], count > 0 else {
      throw mistake(index, "expected at least one row, found none")
    }
    if let other = tables.first(where: { $0.shape[0] != count }) {
      throw mistake(index, "expected tables of as many rows, found \(count) and \(other.shape[0])")
    }
    return tables
  }

  private func table(
    _ value: Value, _ index: Int, in evaluation: Evaluation
  ) throws(Diagnostic) -> Tensor {
    guard case .known(let table) = try evaluation.operand(value, title(of: index), at: place(of: index))
    else {
      throw value.mismatch(title(of: index), expected: "tables", at: location(of: index))
    }
    guard table.rank > 0 else {
      throw value.mismatch(
        title(of: index), expected: "a table, or a list of tables", at: location(of: index))
    }
    if let wrong = table.elements.first(where: { !$0.isFinite }) {
      throw mistake(index, "expected finite numbers, found \(shortest(wrong))")
    }
    return table
  }
}

extension Tensor {
  /// A part along the first axis.
  fileprivate func row(_ number: Int) -> Tensor {
    let width = count / shape[0]
    return Tensor(
      shape: Array(shape.dropFirst()), elements: Array(elements[number * width..<(number + 1) * width]))
  }
}
