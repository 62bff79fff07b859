import Drawing
import Geometry

/// A part of a panel, shown enlarged in a frame within it, and the lines that join both.
struct ZoomLayout {
  /// The enlarged part's own coordinate system.
  let panel: Panel
  private(set) var axes: AxesLayout
  private var figure: EvaluatedPlot
  /// The enlarged part where it lies among the other marks.
  private let region: Rect
  /// The frame with the names of its ticks.
  private let box: Rect
  /// Where it covers what lies below.
  private let ground: Rect

  /// Gives an enlarged part its place, and takes it in `obstacles`, which know the panel's marks.
  init(_ zoom: EvaluatedZoom, in whole: Panel, avoiding obstacles: inout ObstacleMap) {
    figure = zoom.plot
    region = Self.region(of: zoom.plot, in: whole)
    let press = whole.press.forZooms
    let (frame, gap) = (whole.frame, whole.canvas.type.tick * 0.8)
    let wanted = Size(width: frame.width * zoom.size, height: frame.height * zoom.size)
    // As for panels: names depend on the size, and the frame on the names.
    var layout = PanelLayout(zoom.plot, in: wanted, press: press)
    for _ in 0..<2 {
      let insets = layout.insets
      let size = Size(
        width: wanted.width - insets.left - insets.right, height: wanted.height - insets.top - insets.bottom)
      layout = PanelLayout(zoom.plot, in: size, press: press)
    }
    let (size, insets) = (layout.panel.frame.size, layout.insets)
    let boxSize = Size(
      width: size.width + insets.left + insets.right, height: size.height + insets.top + insets.bottom)
    let room = frame.inset(by: gap)
    let places = zoom.place.map { [$0] } ?? ZoomDescription.Place.allCases
    obstacles.add(region.outset(by: gap / 2), .solid)
    var best: (box: Rect, cost: Double)?
    for (rank, place) in places.enumerated() {
      let box = place.box(of: boxSize, in: room)
      let cost = obstacles.coverage(of: box.outset(by: gap / 2)) + Double(rank) * 0.01
      // What covers its own subject shows nothing.
      let penalty = box.intersects(region) ? 1.0 : 0
      if cost + penalty < best?.cost ?? .infinity { best = (box, cost + penalty) }
    }
    box = best?.box ?? room
    ground = box.outset(by: gap * 0.45)
    obstacles.add(ground, .solid)
    let placed = layout.placed(minX: box.minX + insets.left, maxY: box.maxY - insets.bottom)
    (panel, axes) = (placed.panel, placed.axes)
    axes.namesHaveHalos = true
  }

  /// The same place with other marks.
  func refilled(with plot: EvaluatedPlot) -> ZoomLayout {
    var copy = self
    copy.figure.marks = plot.marks
    return copy
  }

  private static func region(of part: EvaluatedPlot, in whole: Panel) -> Rect {
    let (x, y) = (part.x.scale.domain, part.y.scale.domain)
    let box = Rect(
      minX: whole.place(x: x.lowerBound), minY: whole.place(y: y.upperBound),
      maxX: whole.place(x: x.upperBound), maxY: whole.place(y: y.lowerBound))
    return box.intersection(whole.frame)
  }

  /// The two lines that join corresponding corners of the region and the frame and cross neither: the common
  /// tangents of both rectangles, which leave all their corners on one side.
  var lines: [(start: Point, end: Point)] {
    let (one, other) = (region.corners, panel.frame.corners)
    let all = one + other
    return zip(one, other).filter { start, end in
      let along = end - start
      let sides = all.map { corner in
        let toward = corner - start
        return along.x * toward.y - along.y * toward.x
      }
      let slack = 1e-9 * (along.length + 1) * (along.length + 1)
      return along.length > 0 && (sides.allSatisfy { $0 <= slack } || sides.allSatisfy { $0 >= -slack })
    }.prefix(2).map { (start: $0, end: $1) }
  }

  func block(in obstacles: inout ObstacleMap) {
    obstacles.add(ground, .solid)
    let corners = region.corners
    obstacles.add(polyline: corners + corners.prefix(1), width: 2, .heavy)
    for line in lines { obstacles.add(polyline: [line.start, line.end], width: 2, .heavy) }
  }

  /// Paints it over the panel's marks, on a ground of its own.
  func draw(into list: inout DisplayList, mark drawMark: (EvaluatedMark, Panel, inout DisplayList) -> Void) {
    let (theme, canvas) = (panel.theme, panel.canvas)
    let stroke = Stroke(theme.quietInk, width: canvas.lines.thin * 0.75, join: .miter)
    var outline = Path()
    for line in lines { outline.append(polyline: [line.start, line.end]) }
    outline.append(polyline: region.corners, closed: true)
    list.fill(Path(ground), theme.ground)
    list.stroke(outline, stroke)
    for mark in figure.marks { drawMark(mark, panel.along(mark.axes, of: figure), &list) }
    axes.draw(on: panel, into: &list)
    list.stroke(Path(panel.frame), Stroke(theme.quietInk, width: canvas.lines.thin, join: .miter))
  }
}

extension ObstacleMap {
  /// Which share of a box is taken by what should stay visible, from 0 to 1.
  fileprivate func coverage(of box: Rect) -> Double {
    let (columns, rows) = (16, 12)
    let tile = Size(width: box.width / Double(columns), height: box.height / Double(rows))
    var taken = 0
    for row in 0..<rows {
      for column in 0..<columns {
        let corner = Point(
          x: box.minX + Double(column) * tile.width, y: box.minY + Double(row) * tile.height)
        if cost(of: Rect(x: corner.x, y: corner.y, width: tile.width, height: tile.height)) > 0 { taken += 1 }
      }
    }
    return Double(taken) / Double(columns * rows)
  }
}

extension Press {
  /// Slightly smaller type, for what is said in passing.
  fileprivate var forZooms: Press {
    var press = self
    press.canvas.type.tick = press.canvas.type.small
    return press
  }
}

extension Rect {
  /// From the top left one around.
  fileprivate var corners: [Point] {
    [
      Point(x: minX, y: minY), Point(x: maxX, y: minY), Point(x: maxX, y: maxY), Point(x: minX, y: maxY),
    ]
  }
}

extension ZoomDescription.Place {
  /// A box of that size at this place of a room.
  fileprivate func box(of size: Size, in room: Rect) -> Rect {
    let x: Double =
      switch self {
      case .topLeft, .bottomLeft, .left: room.minX
      case .top, .bottom: room.midX - size.width / 2
      case .topRight, .bottomRight, .right: room.maxX - size.width
      }
    let y: Double =
      switch self {
      case .topLeft, .topRight, .top: room.minY
      case .left, .right: room.midY - size.height / 2
      case .bottomLeft, .bottomRight, .bottom: room.maxY - size.height
      }
    return Rect(x: x, y: y, width: size.width, height: size.height)
  }
}
