internal import Kernels

/// The memory of one run of a plan: a table of addresses and the registers behind it.
struct Run: ~Copyable {
  private let plan: Plan
  /// Points that a program handles at a time.
  private let block: Int
  private let memory: UnsafeMutablePointer<Double>
  private let table: UnsafeMutablePointer<UnsafeMutablePointer<Double>?>
  /// Padded lengths of lifted columns and rows.
  private let columns: Int
  private let rows: Int

  /// Room for a run; `columns` and `rows` are a grid's, or 0.
  init(_ plan: Plan, block: Int? = nil, columns: Int, rows: Int) {
    self.plan = plan
    let registers = max(
      plan.program.registerCount, plan.columnProgram.registerCount, plan.rowProgram.registerCount)
    self.block = block ?? Self.block(for: registers + plan.outputCount + plan.inputCount)
    self.columns = Self.padded(columns)
    self.rows = Self.padded(rows)
    // How many arrays of which size the table lists, in the plan's order.
    let sizes = [
      (plan.constants.count, 1), (plan.inputCount, self.block), (plan.columnLiftCount, self.columns),
      (plan.rowLiftCount, self.rows), (plan.outputCount + registers, self.block),
    ]
    let listed = sizes.reduce(0) { $0 + Self.padded($1.0 * $1.1) }
    let count = listed + self.columns + self.rows
    // Blocks that start at cache lines are loaded and stored in one access a vector.
    memory = UnsafeMutableRawPointer.allocate(byteCount: count * 8, alignment: 64)
      .initializeMemory(as: Double.self, repeating: 0, count: count)
    table = .allocate(capacity: plan.firstRegister + registers)
    spare = memory + listed
    var start = memory
    var index = 0
    for (number, size) in sizes {
      for i in 0..<number { (table + index + i).initialize(to: start + i * size) }
      index += number
      start += Self.padded(number * size)
    }
    for (index, value) in plan.constants.enumerated() { memory[index] = value }
  }

  /// The padded copies of a grid's columns, then rows.
  private let spare: UnsafeMutablePointer<Double>

  deinit {
    memory.deallocate()
    table.deallocate()
  }

  static func padded(_ count: Int) -> Int { (count + blockLanes - 1) / blockLanes * blockLanes }

  /// As many points as keep the registers within a first-level cache.
  static func block(for arrays: Int) -> Int {
    let fitting = 32_768 / (8 * max(arrays, 1))
    return min(max(fitting / 64 * 64, 64), 1024)
  }

  private func run(_ program: Program, _ count: Int) {
    kernel_run(kernelSet, program.instructions, program.instructions.count, table, count)
  }

  func at(_ point: [Double]) -> [Double] {
    for (input, value) in point.enumerated() {
      table[plan.firstInput + input]?.update(repeating: value, count: blockLanes)
    }
    run(plan.program, blockLanes)
    return (plan.firstOutput..<plan.firstRegister).map { table[$0]?.pointee ?? .nan }
  }

  func overPoints(_ inputs: [[Double]], count: Int, _ outputs: [UnsafeMutablePointer<Double>]) {
    let whole = count / blockLanes * blockLanes
    let scratch = (0..<inputs.count).map { table[plan.firstInput + $0] }
    let writer = OutputWriter(plan, table, outputs, count: count)
    withPointers(inputs) { pointers in
      for start in stride(from: 0, to: whole, by: block) {
        for (i, pointer) in pointers.enumerated() {
          table[plan.firstInput + i] = UnsafeMutablePointer(mutating: pointer + start)
          let next = start + block
          if next < whole { kernel_prefetch(pointer + next, min(block, whole - next)) }
        }
        writer.run(plan.program, at: start, count: min(block, whole - start))
      }
      guard whole < count else { return }
      // The last points, in a vector of their own: inputs end here, outputs have room.
      for (i, pointer) in pointers.enumerated() {
        for lane in 0..<blockLanes {
          scratch[i]?[lane] = pointer[whole + min(lane, count - whole - 1)]
        }
        table[plan.firstInput + i] = scratch[i]
      }
      writer.run(plan.program, at: whole, count: count - whole)
    }
    writer.finish()
  }

  func overGrid(_ xs: [Double], _ ys: [Double], _ outputs: [UnsafeMutablePointer<Double>]) {
    if xs.isEmpty || ys.isEmpty { return }
    let (columnNumbers, rowNumbers) = (spare, spare + columns)
    for i in 0..<columns { columnNumbers[i] = xs[min(i, xs.count - 1)] }
    for i in 0..<rows { rowNumbers[i] = ys[min(i, ys.count - 1)] }
    let lifts = (plan.firstColumnLift..<plan.firstOutput).map { table[$0] }
    lift(plan.columnProgram, input: 0, columnNumbers, columns, plan.firstColumnLift..<plan.firstRowLift)
    lift(plan.rowProgram, input: 1, rowNumbers, rows, plan.firstRowLift..<plan.firstOutput)
    let writer = OutputWriter(plan, table, outputs, count: xs.count * ys.count)
    for row in ys.indices {
      table[plan.firstInput + 1] = rowNumbers + row
      for i in 0..<plan.rowLiftCount {
        table[plan.firstRowLift + i] = lifts[plan.columnLiftCount + i].map { $0 + row }
      }
      for start in stride(from: 0, to: xs.count, by: block) {
        table[plan.firstInput] = columnNumbers + start
        for i in 0..<plan.columnLiftCount {
          table[plan.firstColumnLift + i] = lifts[i].map { $0 + start }
        }
        // What a row writes beyond its end, the next one overwrites.
        writer.run(plan.program, at: row * xs.count + start, count: min(block, xs.count - start))
      }
    }
    writer.finish()
  }

  /// Computes the values of one axis for all its numbers.
  private func lift(
    _ program: Program, input: Int, _ numbers: UnsafeMutablePointer<Double>, _ count: Int,
    _ places: Range<Int>
  ) {
    if program.instructions.isEmpty { return }
    let starts = places.map { table[$0] }
    for start in stride(from: 0, to: count, by: block) {
      table[plan.firstInput + input] = numbers + start
      for (i, index) in places.enumerated() { table[index] = starts[i].map { $0 + start } }
      run(program, min(block, count - start))
    }
  }
}
