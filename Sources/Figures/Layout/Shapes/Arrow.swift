import Drawing
import Geometry

/// An arrow whose tip touches its end point exactly.
struct Arrow {
  private let shaft: Path
  private let head: Path
  private let width: Double

  /// An arrow with a head at most `headLength` long, and never longer than 60 % of the whole.
  ///
  /// An arrow without length is nothing at all.
  init(from start: Point, to end: Point, width: Double, headLength: Double) {
    let along = end - start
    let length = along.length
    guard length > 0, length.isFinite else {
      (shaft, head, self.width) = (Path(), Path(), width)
      return
    }
    let head = min(headLength, 0.6 * length)
    let direction = along.normalized
    let side = direction.quarterTurn * (head * 0.38)
    let base = end - direction * head
    // The notch makes the head slimmer; the shaft ends inside it, so that no blunt end shows.
    let notch = end - direction * (head * 0.8)
    self.width = min(width, head * 0.45)
    self.head = Path(polyline: [end, base + side, notch, base - side], closed: true)
    shaft = Path(polyline: [start, end - direction * (head * 0.7)])
  }

  /// Takes what the arrow covers.
  func block(in obstacles: inout ObstacleMap, _ weight: ObstacleMap.Weight) {
    obstacles.add(polyline: shaft.points, width: width, weight)
    // The head's sides and its middle line cover it, for it is slim.
    guard head.points.count == 4 else { return }
    let corners = head.points
    obstacles.add(polyline: corners + corners.prefix(1), width: 0, weight)
    obstacles.add(polyline: [corners[0], corners[2]], width: (corners[1] - corners[3]).length / 2, weight)
  }

  func draw(_ color: Color, dash: DashPattern = .solid, into list: inout DisplayList) {
    list.stroke(shaft, Stroke(color, width: width, dash: dash.lengths(width: width)))
    list.fill(head, color)
  }

  /// Draws the head alone, for those who bring a shaft of their own.
  func drawHead(_ color: Color, into list: inout DisplayList) { list.fill(head, color) }

  /// Appends shaft and head, for many arrows of one color painted at once.
  func append(toShafts shafts: inout Path, heads: inout Path) {
    shafts.append(shaft)
    heads.append(head)
  }
}
