internal import Kernels

/// A formula of a few numbers that is computed over whole arrays, block by block.
struct ArrayFormula: Sendable {
  private let plan: Plan

  /// Numbers of each array that are computed at a time.
  private static let block = 256

  /// Compiles a formula of `count` numbers.
  init(inputs count: Int, _ formula: ([RecordedNumber]) -> RecordedNumber) {
    let recording = Recording(Graph())
    let inputs = (0..<count).map { _ in recording.graph.variable(shape: []) }
    let output = formula(inputs.map { RecordedNumber($0, in: recording) }).node
    guard let compiled = try? CompiledFunction(recording.graph, inputs: inputs, outputs: [output]) else {
      preconditionFailure("a formula of a few numbers is never too large")
    }
    plan = compiled.cloud
  }

  /// Computes `count` numbers, rounded up to whole vectors: all arrays must have room for these.
  ///
  /// The output must be none of the inputs.
  func callAsFunction(
    _ inputs: [UnsafeMutablePointer<Double>], to output: UnsafeMutablePointer<Double>, count: Int
  ) {
    let registers = plan.program.registerCount
    let length = plan.program.instructions.count
    let all = Run.padded(count)
    plan.constants.withUnsafeBufferPointer { constants in
      withUnsafeTemporaryAllocation(of: Double.self, capacity: max(1, registers) * Self.block) { memory in
        withUnsafeTemporaryAllocation(
          of: UnsafeMutablePointer<Double>?.self, capacity: plan.firstRegister + registers
        ) { table in
          table.initialize(repeating: nil)
          for i in constants.indices {
            table[i] = constants.baseAddress.map { UnsafeMutablePointer(mutating: $0 + i) }
          }
          for i in 0..<registers {
            table[plan.firstRegister + i] = memory.baseAddress.map { $0 + i * Self.block }
          }
          for start in stride(from: 0, to: all, by: Self.block) {
            for (i, input) in inputs.enumerated() { table[plan.firstInput + i] = input + start }
            table[plan.firstOutput] = output + start
            kernel_run(
              kernelSet, plan.program.instructions, length, table.baseAddress, min(Self.block, all - start))
          }
        }
      }
    }
  }
}
