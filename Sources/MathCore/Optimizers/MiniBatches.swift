/// The rows of a table in random batches, dealt anew in every epoch: each row once, the last batch what is left.
///
/// As PyTorch's `DataLoader(shuffle=True)` without `drop_last`. A batch of all rows keeps their order.
package struct MiniBatches: Hashable, Sendable {
  /// How often all rows were dealt out before this batch.
  package private(set) var epoch = 0
  private let count: Int
  private let size: Int
  private var generator: Xoshiro256
  private var order: [Int]
  private var first = 0

  /// The first batch; there are as many rows as a batch has, or more.
  package init(of count: Int, size: Int, seed: UInt64) {
    precondition(1...max(1, count) ~= size, "a batch has at least one row, and no more than there are")
    self.count = count
    self.size = size
    generator = Xoshiro256(seed: seed)
    order = []
    deal()
  }

  /// The numbers of the rows of this batch.
  package var rows: [Int] { Array(order[first..<min(first + size, count)]) }

  /// Goes on to the next batch.
  package mutating func advance() {
    first += size
    guard first >= count else { return }
    first = 0
    epoch += 1
    deal()
  }

  private mutating func deal() {
    order = size == count ? Array(0..<count) : generator.drawn(count, of: count)
  }
}
