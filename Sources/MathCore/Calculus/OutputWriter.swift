internal import Kernels

/// Brings a program's outputs to their arrays: directly, or, where those are larger than caches, in copies
/// of finished blocks that go around them.
struct OutputWriter {
  /// Arrays of more bytes together are streamed; a large part of a last-level cache.
  private static let cachedBytes = 16 << 20

  private let table: UnsafeMutablePointer<UnsafeMutablePointer<Double>?>
  private let firstOutput: Int
  private let outputs: [UnsafeMutablePointer<Double>]
  /// The run's own blocks for outputs.
  private let blocks: [UnsafeMutablePointer<Double>]
  private let isStreaming: Bool

  /// `outputs` are arrays of `count` numbers, with room for a whole vector beyond.
  init(
    _ plan: Plan, _ table: UnsafeMutablePointer<UnsafeMutablePointer<Double>?>,
    _ outputs: [UnsafeMutablePointer<Double>], count: Int
  ) {
    self.table = table
    self.outputs = outputs
    firstOutput = plan.firstOutput
    blocks = outputs.indices.compactMap { table[plan.firstOutput + $0] }
    isStreaming = 8 * count * outputs.count > Self.cachedBytes
  }

  /// Runs a program on a block of `count` points, the first of which is number `start`.
  ///
  /// Unless outputs are streamed, it may write to the end of the vector that the last point is in.
  func run(_ program: Program, at start: Int, count: Int) {
    if !isStreaming {
      for (i, output) in outputs.enumerated() { table[firstOutput + i] = output + start }
    }
    kernel_run(kernelSet, program.instructions, program.instructions.count, table, Run.padded(count))
    if isStreaming {
      for (block, output) in zip(blocks, outputs) { kernel_stream(kernelSet, block, output + start, count) }
    }
  }

  /// To be called after the last block.
  func finish() {
    if isStreaming { kernel_finish_streams() }
  }
}
