internal import Kernels

/// The memory in which rows of data go through a network, forwards and backwards.
///
/// Each layer's numbers lie unit by unit, a column for each row of data, below a line of ones, with
/// which the biases are weights like others and every step is a product of matrices.
struct NetworkWorkspace: ~Copyable {
  /// Rows that are handled at a time, so few that a small network stays within caches.
  static let blockRows = 256

  private let layers: [MultilayerPerceptron.Layer]
  private let activations: [Activation]
  private let memory: UnsafeMutablePointer<Double>
  /// The lines of ones, and below them the data, then each layer's activations.
  private let values: [UnsafeMutablePointer<Double>]
  /// What comes into each layer.
  private let sums: [UnsafeMutablePointer<Double>]
  /// The gradients by sums; those by activations; that of one layer's parameters.
  let deltas: UnsafeMutablePointer<Double>
  private let returns: UnsafeMutablePointer<Double>
  private let products: UnsafeMutablePointer<Double>
  private let panel: UnsafeMutablePointer<Double>
  /// Room for numbers of each row.
  let rowNumbers: UnsafeMutablePointer<Double>
  /// How many rows are in.
  private(set) var rows = 0

  init(_ network: MultilayerPerceptron, rows: Int) {
    layers = network.layers
    activations = network.activations
    let rows = max(1, min(rows, Self.blockRows))
    let widest = network.sizes.max() ?? 1
    // A vector beyond the end may be computed with.
    func room(_ count: Int) -> Int { Run.padded(count) + blockLanes }
    let sizes =
      network.sizes.map { room((1 + $0) * rows) } + network.sizes.dropFirst().map { room($0 * rows) }
      + [
        room(widest * rows), room(widest * rows), room(layers.reduce(0) { max($0, $1.range.count) }),
        room(max(widest + 1, rows) * Int(KERNEL_PANEL)), room(2 * rows),
      ]
    let total = sizes.reduce(0, +)
    let memory = UnsafeMutablePointer<Double>.allocate(capacity: total)
    memory.initialize(repeating: 0, count: total)
    var starts: [UnsafeMutablePointer<Double>] = []
    var offset = 0
    for size in sizes {
      starts.append(memory + offset)
      offset += size
    }
    let count = network.sizes.count
    self.memory = memory
    values = Array(starts[..<count])
    sums = Array(starts[count..<2 * count - 1])
    deltas = starts[2 * count - 1]
    returns = starts[2 * count]
    products = starts[2 * count + 1]
    panel = starts[2 * count + 2]
    rowNumbers = starts[2 * count + 3]
  }

  deinit { memory.deallocate() }

  /// Makes room for some rows, at most as many as the workspace is for, and gives the place of their data:
  /// coordinate by coordinate.
  mutating func enter(_ count: Int) -> UnsafeMutablePointer<Double> {
    if rows != count {
      rows = count
      for line in values { line.update(repeating: 1, count: count) }
    }
    return values[0] + count
  }

  /// The numbers of a layer's units, unit by unit; layer 0 is the data.
  func activations(of layer: Int) -> UnsafeMutablePointer<Double> { values[layer] + rows }

  /// The numbers out, unit by unit.
  var outputs: UnsafeMutablePointer<Double> { activations(of: layers.count) }

  /// Computes the numbers out.
  func forward(_ parameters: UnsafePointer<Double>) {
    for (number, layer) in layers.enumerated() {
      multiply(
        kernel_matrix(start: parameters + layer.offset, row_step: layer.columns, column_step: 1),
        kernel_matrix(start: values[number], row_step: rows, column_step: 1), to: sums[number],
        layer.outputs, layer.columns, rows)
      activations[number].values([sums[number]], to: values[number + 1] + rows, count: layer.outputs * rows)
    }
  }

  /// Adds the gradient by the parameters, where `deltas` holds that by the numbers out, unit by unit.
  ///
  /// The last layer must be linear.
  func backward(_ parameters: UnsafePointer<Double>, addTo gradient: UnsafeMutablePointer<Double>) {
    for number in layers.indices.reversed() {
      let layer = layers[number]
      // δ aᵀ, the line of ones giving the biases' part.
      multiply(
        kernel_matrix(start: deltas, row_step: rows, column_step: 1),
        kernel_matrix(start: values[number], row_step: 1, column_step: rows), to: products,
        layer.outputs, rows, layer.columns)
      for i in 0..<layer.range.count { gradient[layer.offset + i] += products[i] }
      if number == 0 { return }
      // Wᵀ δ, without the biases.
      multiply(
        kernel_matrix(start: parameters + layer.offset + 1, row_step: 1, column_step: layer.columns),
        kernel_matrix(start: deltas, row_step: rows, column_step: 1), to: returns, layer.inputs,
        layer.outputs, rows)
      activations[number - 1].gradients(
        [sums[number - 1], values[number] + rows, returns], to: deltas, count: layer.inputs * rows)
    }
  }

  private func multiply(
    _ left: kernel_matrix, _ right: kernel_matrix, to result: UnsafeMutablePointer<Double>, _ n: Int,
    _ k: Int, _ m: Int
  ) {
    kernel_matrix_product(kernelSet, left, right, result, n, k, m, panel)
  }
}

extension MultilayerPerceptron {
  /// The numbers of all units at rows of data: for each layer, the data first, a row for each row.
  package func activations(at points: [Double], _ count: Int) -> [[Double]] {
    layerNumbers(at: points, count, from: 0)
  }

  /// The numbers out at rows of data, row by row.
  package func outputs(at points: [Double], _ count: Int) -> [Double] {
    layerNumbers(at: points, count, from: sizes.count - 1)[0]
  }

  private func layerNumbers(at points: [Double], _ count: Int, from first: Int) -> [[Double]] {
    var results = sizes[first...].map { [Double](repeating: 0, count: count * $0) }
    var workspace = NetworkWorkspace(self, rows: count)
    for start in stride(from: 0, to: count, by: NetworkWorkspace.blockRows) {
      let rows = min(NetworkWorkspace.blockRows, count - start)
      let data = workspace.enter(rows)
      for i in 0..<sizes[0] {
        for row in 0..<rows { data[i * rows + row] = points[(start + row) * sizes[0] + i] }
      }
      parameters.withUnsafeBufferPointer { parameters in
        if let base = parameters.baseAddress { workspace.forward(base) }
      }
      for (number, layer) in (first..<sizes.count).enumerated() {
        let (values, size) = (workspace.activations(of: layer), sizes[layer])
        results[number].withUnsafeMutableBufferPointer { result in
          for row in 0..<rows {
            for unit in 0..<size { result[(start + row) * size + unit] = values[unit * rows + row] }
          }
        }
      }
    }
    return results
  }
}
