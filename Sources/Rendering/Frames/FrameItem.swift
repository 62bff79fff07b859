import Drawing
import Geometry

/// An item as it is painted, apart from its neighbors: with the groups around it.
struct FrameItem: Equatable {
  /// What a group does to an item in it.
  struct Surrounding: Equatable {
    let transform: Transform
    let clip: Path?
  }

  let item: DisplayItem
  /// From the outermost on; the same array for all items of a group.
  let groups: [Surrounding]
  /// Differs for most items that do, and is quick to compare.
  private let mark: Int

  init(item: DisplayItem, groups: [Surrounding]) {
    self.item = item
    self.groups = groups
    mark = item.mark
  }

  static func == (a: FrameItem, b: FrameItem) -> Bool {
    a.mark == b.mark && a.item == b.item && a.groups == b.groups
  }

  /// The items of a list, those of larger groups each on its own.
  ///
  /// Groups that fade as a whole stay whole, and so do small ones such as labels.
  static func items(of list: DisplayList) -> [FrameItem] {
    var result: [FrameItem] = []
    result.reserveCapacity(list.items.count)
    append(list.items, in: [], to: &result)
    return result
  }

  private static let smallGroup = 4
  /// Deeper groups stay whole.
  private static let mostGroups = 8

  private static func append(_ items: [DisplayItem], in groups: [Surrounding], to result: inout [FrameItem]) {
    for item in items {
      if case .group(let group) = item, !(group.opacity < 1), groups.count < mostGroups,
        group.items.count > smallGroup || group.clip != nil
      {
        let inside = groups + [Surrounding(transform: group.transform, clip: group.clip)]
        append(group.items, in: inside, to: &result)
      } else {
        result.append(FrameItem(item: item, groups: groups))
      }
    }
  }
}

extension DisplayItem {
  /// Made of a few of its numbers.
  fileprivate var mark: Int {
    switch self {
    case .path(let path, let fill, let stroke):
      let ends = (path.points.first, path.points.last)
      return Int.mark(
        path.points.count, ends.0?.x, ends.0?.y, ends.1?.x, ends.1?.y, fill?.green, stroke?.width,
        stroke?.color.green)
    case .glyphs(let run, let origin):
      return Int.mark(run.glyphs.count, origin.x, origin.y, run.size, run.color.green)
    case .image(let image, let frame): return Int.mark(image.width, frame.minX, frame.minY)
    case .group(let group):
      return Int.mark(group.items.count, group.transform.tx, group.transform.ty, group.opacity)
    }
  }
}

extension Int {
  /// FNV-1's way of mixing, with its prime.
  fileprivate static func mark(_ count: Int, _ numbers: Double?...) -> Int {
    numbers.reduce(count) { $0 &* 0x100_0000_01B3 ^ Int(truncatingIfNeeded: ($1 ?? -1).bitPattern) }
  }
}

extension [FrameItem] {
  /// The items as a list has them, in groups again.
  var grouped: [DisplayItem] {
    var result: [DisplayItem] = []
    var start = startIndex
    while start < endIndex {
      let groups = self[start].groups
      var end = start + 1
      while end < endIndex, self[end].groups == groups { end += 1 }
      let items = self[start..<end].map(\.item)
      result += groups.reversed().reduce(items) { items, group in
        [.group(DisplayGroup(items, transform: group.transform, clip: group.clip))]
      }
      start = end
    }
    return result
  }
}
