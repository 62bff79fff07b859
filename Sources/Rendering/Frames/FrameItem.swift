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
