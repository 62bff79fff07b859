/// Places in one block of memory, handed out for as long as they are needed.
struct MemoryPlan {
  /// Free stretches, by offset; they never touch each other.
  private var free: [(offset: Int, count: Int)] = []
  /// How many numbers the block holds.
  private(set) var size = 0

  /// A place for that many numbers, padded to whole vectors.
  mutating func place(for count: Int) -> Int {
    let count = Self.padded(count)
    if count == 0 { return 0 }
    if let best = free.indices.filter({ free[$0].count >= count }).min(by: { free[$0].count < free[$1].count }
    ) {
      let offset = free[best].offset
      free[best] = (offset + count, free[best].count - count)
      if free[best].count == 0 { free.remove(at: best) }
      return offset
    }
    // A free stretch at the end grows.
    if let last = free.last, last.offset + last.count == size {
      free.removeLast()
      size = last.offset + count
      return last.offset
    }
    size += count
    return size - count
  }

  /// Takes a place back.
  mutating func release(_ offset: Int, _ count: Int) {
    var (offset, count) = (offset, Self.padded(count))
    if count == 0 { return }
    var at = free.firstIndex { $0.offset > offset } ?? free.count
    if at < free.count, offset + count == free[at].offset {
      count += free[at].count
      free.remove(at: at)
    }
    if at > 0, free[at - 1].offset + free[at - 1].count == offset {
      at -= 1
      offset = free[at].offset
      count += free[at].count
      free.remove(at: at)
    }
    free.insert((offset, count), at: at)
  }

  static func padded(_ count: Int) -> Int { (count + blockLanes - 1) / blockLanes * blockLanes }
}
