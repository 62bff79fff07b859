import MathCore
import Testing

@Suite struct MiniBatchTests {
  @Test(arguments: [(10, 3), (12, 4), (7, 1), (5, 4), (1, 1)])
  func `Every epoch deals every row once`(_ count: Int, _ size: Int) {
    var batches = MiniBatches(of: count, size: size, seed: 5)
    var orders: Set<[Int]> = []
    for epoch in 0..<20 {
      var rows: [Int] = []
      while batches.epoch == epoch {
        #expect(batches.rows.count == min(size, count - rows.count))
        rows += batches.rows
        batches.advance()
      }
      #expect(rows.sorted() == Array(0..<count))
      orders.insert(rows)
    }
    #expect(count < 5 || orders.count > 15)
  }

  @Test func `A seed gives the same batches, another one others`() {
    let batches = MiniBatches(of: 100, size: 7, seed: 5)
    #expect(batches.rows == MiniBatches(of: 100, size: 7, seed: 5).rows)
    #expect(batches.rows != MiniBatches(of: 100, size: 7, seed: 6).rows)
  }

  @Test func `A batch of all rows keeps their order`() {
    var batches = MiniBatches(of: 6, size: 6, seed: 5)
    batches.advance()
    #expect(batches.rows == Array(0..<6) && batches.epoch == 1)
  }

  /// Each of the six orders of three rows comes up about as often: within 4 standard deviations.
  @Test func `All orders are equally likely`() {
    var batches = MiniBatches(of: 3, size: 2, seed: 1)
    var counts: [[Int]: Int] = [:]
    for _ in 0..<6000 {
      var order = batches.rows
      batches.advance()
      order += batches.rows
      batches.advance()
      counts[order, default: 0] += 1
    }
    #expect(counts.count == 6)
    for count in counts.values { #expect(abs(count - 1000) < 116) }
  }
}
