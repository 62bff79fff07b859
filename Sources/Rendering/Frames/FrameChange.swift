/// Which items of a frame were in the one before, in the same order.
struct FrameChange {
  /// For every item where it was; `nil` for one that was not there.
  private(set) var origins: [Int?]
  /// The places of items that are not there any more.
  private(set) var gone: [Int] = []
  /// How many items at the front are the same.
  let firstDifference: Int

  var isEmpty: Bool { gone.isEmpty && !origins.contains(nil) }

  /// How far equal items are looked for among changed ones.
  private static let farthest = 8

  init(from old: [FrameItem], to new: [FrameItem]) {
    let common = min(old.count, new.count)
    var front = 0
    while front < common, old[front] == new[front] { front += 1 }
    var back = 0
    while back < common - front, old[old.count - 1 - back] == new[new.count - 1 - back] { back += 1 }
    firstDifference = front
    origins = [Int?](repeating: nil, count: new.count)
    for i in 0..<front { origins[i] = i }
    for i in 0..<back { origins[new.count - 1 - i] = old.count - 1 - i }
    if old.count == new.count {
      // Most often items change where they are.
      for i in front..<new.count - back {
        if old[i] == new[i] { origins[i] = i } else { gone.append(i) }
      }
    } else {
      match(old, front..<old.count - back, new, front..<new.count - back)
    }
  }

  /// Passes over as few items as possible on both sides until two are equal, again and again.
  private mutating func match(_ old: [FrameItem], _ from: Range<Int>, _ new: [FrameItem], _ to: Range<Int>) {
    var (i, j) = (from.lowerBound, to.lowerBound)
    while i < from.upperBound, j < to.upperBound {
      guard let (a, b) = Self.nearest(old, i..<from.upperBound, new, j..<to.upperBound) else {
        gone.append(i)
        (i, j) = (i + 1, j + 1)
        continue
      }
      gone += i..<a
      origins[b] = a
      (i, j) = (a + 1, b + 1)
    }
    gone += i..<from.upperBound
  }

  private static func nearest(
    _ old: [FrameItem], _ from: Range<Int>, _ new: [FrameItem], _ to: Range<Int>
  ) -> (Int, Int)? {
    for far in 0..<farthest {
      for a in 0...far {
        let (i, j) = (from.lowerBound + a, to.lowerBound + far - a)
        if i < from.upperBound, j < to.upperBound, old[i] == new[j] { return (i, j) }
      }
    }
    return nil
  }
}
