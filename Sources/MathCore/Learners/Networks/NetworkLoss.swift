internal import Kernels

/// What a network should give for rows of data, and so its loss.
package enum NetworkTargets: Sendable {
  /// A class for each row, from 0 to before the number of outputs: the mean cross-entropy
  /// −log softmax(z)ᵧ of the outputs z.
  case classes([Int])
  /// Numbers for each row, one for each output: the mean squared difference over rows and outputs.
  case numbers(Tensor)
}

/// The loss of some rows: summed over them, before it is divided by their number.
struct NetworkLoss {
  var sum = 0.0
  /// Rows whose class has the largest output.
  var hits = 0
}

extension NetworkTargets {
  /// Adds up the loss of a workspace's rows, and leaves the gradient of the mean over `total` rows by the
  /// outputs in its deltas; `row(i)` is the number of its i-th row.
  func add(
    to loss: inout NetworkLoss, _ workspace: borrowing NetworkWorkspace, outputs: Int, total: Int,
    row: (Int) -> Int
  ) {
    let (z, deltas, rows) = (workspace.outputs, workspace.deltas, workspace.rows)
    switch self {
    case .numbers(let targets):
      let scale = 1 / (Double(total) * Double(outputs))
      for i in 0..<rows {
        let start = row(i) * outputs
        for output in 0..<outputs {
          let difference = z[output * rows + i] - targets.elements[start + output]
          loss.sum += difference * difference / Double(outputs)
          deltas[output * rows + i] = 2 * difference * scale
        }
      }
    case .classes(let classes):
      let (tops, sums) = (workspace.rowNumbers, workspace.rowNumbers + rows)
      Self.exponentials(of: z, tops, to: deltas, outputs, rows)
      for i in 0..<rows { sums[i] = deltas[i] }
      for output in 1..<max(1, outputs) {
        for i in 0..<rows { sums[i] += deltas[output * rows + i] }
      }
      let scale = 1 / Double(total)
      for output in 0..<outputs {
        for i in 0..<rows { deltas[output * rows + i] *= scale / sums[i] }
      }
      for i in 0..<rows {
        let wanted = classes[row(i)] * rows + i
        deltas[wanted] -= scale
        loss.sum += tops[i] - z[wanted]
        if z[wanted] == tops[i], Self.isFirst(z, wanted, rows) { loss.hits += 1 }
      }
      Self.apply(.logarithm, to: sums, rows)
      for i in 0..<rows { loss.sum += sums[i] }
    }
  }

  /// Whether no earlier class has the same output, so that this is the one that is predicted.
  private static func isFirst(_ z: UnsafeMutablePointer<Double>, _ place: Int, _ rows: Int) -> Bool {
    var other = place % rows
    while other < place {
      if z[other] >= z[place] { return false }
      other += rows
    }
    return true
  }

  /// exp(z − top) for all outputs of all rows, where the top is the largest output of a row.
  private static func exponentials(
    of z: UnsafeMutablePointer<Double>, _ tops: UnsafeMutablePointer<Double>,
    to result: UnsafeMutablePointer<Double>, _ outputs: Int, _ rows: Int
  ) {
    for i in 0..<rows { tops[i] = z[i] }
    for output in 1..<max(1, outputs) {
      for i in 0..<rows { tops[i] = max(tops[i], z[output * rows + i]) }
    }
    for output in 0..<outputs {
      for i in 0..<rows { result[output * rows + i] = z[output * rows + i] - tops[i] }
    }
    apply(.exponential, to: result, outputs * rows)
  }

  /// Replaces numbers, and those up to the end of their last vector, by a function of them.
  private static func apply(
    _ function: UnaryFunction, to numbers: UnsafeMutablePointer<Double>, _ count: Int
  ) {
    var program = kernel_instruction(
      operation: function.rawValue, scalars: 0, result: 0, a: 0, b: 0, c: 0)
    var operand: UnsafeMutablePointer<Double>? = numbers
    kernel_run(kernelSet, &program, 1, &operand, Run.padded(count))
  }
}
