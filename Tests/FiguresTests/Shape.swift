import Drawing
import Geometry

/// One painted thing of a picture, with its place on the page.
struct Shape {
  /// In page coordinates.
  var path: Path
  var fill: Color?
  var stroke: Stroke?
  /// The part of the page to which it is cut.
  var clip: Rect?
  /// The source of the label that it belongs to.
  var label: String?

  /// The box around everything that it paints.
  var box: Rect? {
    guard let box = path.controlBox?.outset(by: (stroke?.width ?? 0) / 2) else { return nil }
    guard let clip else { return box }
    let common = box.intersection(clip)
    return common.minX <= common.maxX && common.minY <= common.maxY ? common : nil
  }

  /// The subpaths as points; control points of curves are left out.
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

  /// How many subpaths are closed.
  var closedCount: Int { path.verbs.count { $0 == .close } }
}

extension DisplayList {
  /// Everything that is painted, in order, with groups dissolved.
  var shapes: [Shape] {
    var shapes: [Shape] = []
    for item in items { item.append(to: &shapes, .identity, clip: nil, label: nil) }
    return shapes
  }
}

extension DisplayItem {
  fileprivate func append(
    to shapes: inout [Shape], _ transform: Transform, clip: Rect?, label: String?
  ) {
    switch self {
    case .path(let path, let fill, let stroke):
      shapes.append(
        Shape(
          path: path.transformed(by: transform), fill: fill, stroke: stroke, clip: clip, label: label))
    case .glyphs, .image:
      // The tests' typesetter draws boxes, and no mark draws images.
      break
    case .group(let group):
      let map = group.transform.then(transform)
      var cut = clip
      if let box = group.clip?.controlBox {
        let moved = map.apply(box)
        cut = clip.map { $0.intersection(moved) } ?? moved
      }
      for item in group.items { item.append(to: &shapes, map, clip: cut, label: group.label ?? label) }
    }
  }
}

/// The area inside a closed polyline, positive whichever way it runs.
func area(inside points: [Point]) -> Double {
  let next = points.dropFirst() + points.prefix(1)
  return abs(zip(points, next).reduce(0) { $0 + ($1.0.x * $1.1.y - $1.1.x * $1.0.y) / 2 })
}
