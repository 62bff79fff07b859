internal import Kernels

/// The memory of a tensor program, which is run in it any number of times.
package struct TensorRun: ~Copyable {
  private let program: TensorProgram
  private let memory: UnsafeMutablePointer<Double>
  private let table: UnsafeMutablePointer<UnsafeMutablePointer<Double>?>

  package init(_ program: TensorProgram) {
    self.program = program
    let count = program.tensorSize + program.scratchSize
    let raw = UnsafeMutableRawPointer.allocate(byteCount: count * 8, alignment: 64)
    kernel_expect_filling(raw, count * 8)
    memory = raw.initializeMemory(as: Double.self, repeating: 0, count: count)
    table = .allocate(capacity: program.tableSize)
    table.initialize(repeating: nil, count: program.tableSize)
    for (place, elements) in program.given {
      for (i, element) in elements.enumerated() { memory[place + i] = element }
    }
  }

  deinit {
    memory.deallocate()
    table.deallocate()
  }

  /// Sets an input; there must be as many elements as it has.
  package func set(_ input: Int, to elements: some Collection<Double>) {
    let (place, count) = program.inputs[input]
    precondition(elements.count == count, "an input needs all its elements")
    let target = UnsafeMutableBufferPointer(start: memory + place, count: count)
    _ = target.update(fromContentsOf: elements)
  }

  /// Sets an input to some rows of a table that has `width` numbers in each; all rows are in the table.
  package func set(_ input: Int, toRows rows: [Int], of table: [Double], width: Int) {
    let (place, count) = program.inputs[input]
    precondition(rows.count * width == count, "an input needs all its elements")
    table.withUnsafeBufferPointer { table in
      for (number, row) in rows.enumerated() {
        let source = UnsafeBufferPointer(rebasing: table[row * width..<(row + 1) * width])
        _ = UnsafeMutableBufferPointer(start: memory + place + number * width, count: width)
          .update(fromContentsOf: source)
      }
    }
  }

  /// Computes the outputs from the inputs.
  package func run() {
    let scratch = memory + program.tensorSize
    for step in program.plan {
      switch step {
      case .elements(let step): step.run(memory, registers: scratch, table)
      case .product(let step): step.run(memory, panel: scratch)
      case .reduce(let reduction, let layout, let from, let to):
        kernel_reduce(
          kernelSet, reduction.kernel, memory + from, memory + to, layout.outer, layout.count,
          layout.inner)
      case .copy(let walk, let from, let to): walk.run(from: memory + from, to: memory + to)
      case .gather(let positions, let from, let to):
        for (i, position) in positions.enumerated() { memory[to + i] = memory[from + position] }
      case .scatter(let positions, let count, let from, let to):
        (memory + to).update(repeating: 0, count: count)
        for (i, position) in positions.enumerated() { memory[to + position] += memory[from + i] }
      case .stack(let parts, var to):
        for part in parts {
          (memory + to).update(from: memory + part.from, count: part.count)
          to += part.count
        }
      }
    }
  }

  /// The elements of an output after a run.
  package func output(_ number: Int) -> UnsafeBufferPointer<Double> {
    let (place, shape) = program.outputs[number]
    return UnsafeBufferPointer(start: memory + place, count: shape.reduce(1, *))
  }
}
