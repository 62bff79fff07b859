/// Numbers by color 0xRRGGBB, 0 where none is set: a hash table, since dictionaries are too slow for every pixel.
struct ColorTable {
  /// Colors with a bit above them, 0 where nothing is; their number is a power of two.
  private var keys: [UInt32]
  private var values: [Int]
  private(set) var count = 0

  init() {
    keys = [UInt32](repeating: 0, count: 1 << 10)
    values = [Int](repeating: 0, count: 1 << 10)
  }

  subscript(color: UInt32) -> Int {
    get {
      let place = place(of: color)
      return keys[place] == 0 ? 0 : values[place]
    }
    set {
      var place = place(of: color)
      if keys[place] == 0 {
        if count * 2 >= keys.count {
          grow()
          place = self.place(of: color)
        }
        keys[place] = color | 1 << 24
        count += 1
      }
      values[place] = newValue
    }
  }

  /// Everything in it, by ascending color.
  var sorted: [(color: UInt32, count: Int)] {
    var entries: [(color: UInt32, count: Int)] = []
    for (key, value) in zip(keys, values) where key != 0 { entries.append((key & 0xFF_FFFF, value)) }
    return entries.sorted { $0.color < $1.color }
  }

  /// Where a color stands, or could.
  private func place(of color: UInt32) -> Int {
    let last = keys.count - 1
    // Knuth's multiplicative hashing: the golden ratio of 2³².
    var place = Int(truncatingIfNeeded: (color &* 0x9E37_79B1) >> 8) & last
    let key = color | 1 << 24
    while keys[place] != 0, keys[place] != key { place = (place + 1) & last }
    return place
  }

  private mutating func grow() {
    let (oldKeys, oldValues) = (keys, values)
    keys = [UInt32](repeating: 0, count: oldKeys.count * 2)
    values = [Int](repeating: 0, count: oldKeys.count * 2)
    for (key, value) in zip(oldKeys, oldValues) where key != 0 {
      let place = place(of: key & 0xFF_FFFF)
      keys[place] = key
      values[place] = value
    }
  }
}
