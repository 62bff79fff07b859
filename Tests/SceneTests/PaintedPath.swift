import Drawing
import Geometry

/// A path of a picture, with its place on the page and what it is cut to.
struct PaintedPath {
  /// In page coordinates.
  var path: Path
  var fill: Color?
  var stroke: Stroke?
  var clip: Rect?

  /// The subpaths; control points of curves are left out.
  var polylines: [[Point]] {
    var lines: [[Point]] = []
    var next = 0
    for verb in path.verbs {
      next += verb.pointCount
      switch verb {
      case .move: lines.append([path.points[next - 1]])
      case .line, .curve: lines[lines.count - 1].append(path.points[next - 1])
      case .close: break
      }
    }
    return lines
  }
}

extension DisplayList {
  /// The paths of a picture, in painting order.
  var paths: [PaintedPath] { items.flatMap { $0.paths(.identity, clip: nil) } }

  /// What labels say, as their scenes spell them after values were put in.
  var labels: [String] { items.flatMap(\.labels) }
}

extension DisplayItem {
  fileprivate func paths(_ transform: Transform, clip: Rect?) -> [PaintedPath] {
    switch self {
    case .path(let path, let fill, let stroke):
      return [PaintedPath(path: path.transformed(by: transform), fill: fill, stroke: stroke, clip: clip)]
    case .group(let group):
      let map = group.transform.then(transform)
      let cut = group.clip?.controlBox.map(map.apply) ?? clip
      return group.items.flatMap { $0.paths(map, clip: cut) }
    case .glyphs, .image:
      return []
    }
  }

  fileprivate var labels: [String] {
    guard case .group(let group) = self else { return [] }
    return (group.label.map { [$0] } ?? []) + group.items.flatMap(\.labels)
  }
}
