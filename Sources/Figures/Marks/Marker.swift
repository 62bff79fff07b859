import Diagnostics
import Geometry
import Glibc

/// The shape of a point of a cloud.
package enum Marker: Hashable, Sendable, CaseIterable {
  case dot
  case triangle
  case square
  case diamond
  case ring
  case cross
  case star

  /// Whether it is a line and has no inside.
  var isOpen: Bool { self == .ring || self == .cross }

  /// How far it reaches from the middle, for a radius of 1.
  var reach: Double {
    switch self {
    case .dot, .ring: 1
    case .triangle, .cross: 1.42
    case .square: 1.25
    case .diamond: 1.35
    case .star: 1.9
    }
  }

  /// Its outline; all shapes look equally large.
  func path(at center: Point, radius: Double) -> Path {
    func corners(_ count: Int, _ reach: Double, turnedBy turn: Double) -> Path {
      let points = (0..<count).map { i in
        let angle = turn + 2 * .pi * Double(i) / Double(count)
        return Point(x: center.x + reach * radius * cos(angle), y: center.y + reach * radius * sin(angle))
      }
      return Path(polyline: points, closed: true)
    }
    switch self {
    case .dot: return Path(circle: center, radius: radius)
    case .triangle: return corners(3, 1.4, turnedBy: -.pi / 2)
    case .square: return corners(4, 1.25, turnedBy: .pi / 4)
    case .diamond: return corners(4, 1.35, turnedBy: 0)
    case .ring: return Path(circle: center, radius: radius * 0.85)
    case .cross:
      var path = Path()
      for sign in [1.0, -1.0] {
        path.append(
          polyline: [
            Point(x: center.x - radius, y: center.y - sign * radius),
            Point(x: center.x + radius, y: center.y + sign * radius),
          ])
      }
      return path
    case .star:
      let corners = (0..<10).map { i in
        let angle = Double(i) * .pi / 5
        let reach = radius * (i.isMultiple(of: 2) ? 1.9 : 1.9 * 0.45)
        return Point(x: center.x + reach * sin(angle), y: center.y - reach * cos(angle))
      }
      return Path(polyline: corners, closed: true)
    }
  }
}

/// The shapes by the names that scenes use; the groups of a cloud take them in this order.
let markers = Catalogue<Marker>(
  "marker",
  [
    "dot": .dot, "triangle": .triangle, "square": .square, "diamond": .diamond, "ring": .ring,
    "cross": .cross, "star": .star,
  ])

extension Catalogue<Marker> {
  /// The shape of a group for which the scene names none.
  func standard(_ group: Int) -> Marker { Marker.allCases[group % Marker.allCases.count] }
}
