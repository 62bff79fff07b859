import Diagnostics
import Drawing
import Geometry

extension FigureLayout {
  /// Places of all labels, for each panel and mark, and the labels that found no free place.
  func placeLabels() -> (labels: [[[PlacedLabel]]], complaints: [Diagnostic]) {
    let marks = panels.map { $0.figure.marks.map { [$0] } }
    let requests = panels.map { layout in layout.figure.marks.map { layout.requests(of: $0) } }
    let (placed, complaints) = place(requests, among: obstacles(of: marks))
    return (placed.map { $0.map { $0.compactMap { $0 } } }, complaints)
  }

  /// Places for labels of each panel and mark; `nil` for those that are left out.
  func place(
    _ requests: [[[LabelRequest]]], among obstacles: ObstacleMap
  ) -> (labels: [[[PlacedLabel?]]], complaints: [Diagnostic]) {
    var placer = LabelPlacer(obstacles: obstacles)
    var placed = placer.place(requests.flatMap { $0 })[...]
    let labels = requests.map { requests in
      defer { placed = placed.dropFirst(requests.count) }
      return Array(placed.prefix(requests.count))
    }
    return (labels, placer.complaints)
  }

  /// What labels keep clear of: words, axes, and for each panel and mark what it is at one moment or several.
  func obstacles(of marks: [[[EvaluatedMark]]]) -> ObstacleMap {
    var obstacles = ObstacleMap(page: press.canvas.size)
    for legend in legends { obstacles.add(legend.box, .solid) }
    for text in texts {
      obstacles.add(
        text.block.ink.translated(by: Vector(x: text.origin.x, y: text.origin.y)), .solid)
    }
    var number = 0
    for (layout, marks) in zip(panels, marks) {
      obstacles.owner = ObstacleMap.Owner()
      layout.block(in: &obstacles)
      for moments in marks {
        for mark in moments {
          obstacles.owner = ObstacleMap.Owner(mark: number)
          mark.block(on: layout.panel(of: mark), in: &obstacles)
        }
        number += 1
      }
    }
    return obstacles
  }
}

extension PanelLayout {
  /// The labels of a mark that want a place: not its name where a legend tells it.
  func requests(of mark: EvaluatedMark) -> [LabelRequest] {
    guard mark.labelOpacity > 0 else { return [] }
    let labels = mark.labels(on: panel(of: mark))
    return figure.namesMarks ? labels : labels.filter { !$0.isName }
  }

  /// Takes what stands behind and around the marks: grid, axes, title, color bar, insets, legend.
  fileprivate func block(in obstacles: inout ObstacleMap) {
    for zoom in zooms { zoom.block(in: &obstacles) }
    if let box = legend?.box(in: panel.frame) { obstacles.add(box, .solid) }
    var ground = DisplayList(size: panel.canvas.size, pixelsPerPoint: 1)
    axes.drawGrid(on: panel, into: &ground)
    obstacles.add(ground, .light, clearance: 0)
    var frame = DisplayList(size: panel.canvas.size, pixelsPerPoint: 1)
    axes.draw(on: panel, into: &frame)
    drawSurroundings(into: &frame)
    // A label beside an axis keeps its distance.
    obstacles.add(frame, .heavy, clearance: panel.canvas.type.tick * 0.35)
  }
}

extension ObstacleMap {
  /// Takes what is drawn: words are solid, everything else is as bad to cover as `weight` says.
  fileprivate mutating func add(_ list: DisplayList, _ weight: Weight, clearance: Double) {
    for item in list.items { add(item, .identity, weight, clearance) }
  }

  private mutating func add(
    _ item: DisplayItem, _ transform: Transform, _ weight: Weight, _ clearance: Double
  ) {
    switch item {
    case .path(let path, let fill, let stroke):
      let shape = path.transformed(by: transform)
      if fill != nil, let box = shape.controlBox { add(box, weight) }
      let width = (stroke?.width ?? 0) + 2 * clearance
      for line in shape.polylines { add(polyline: line, width: width, weight) }
    case .glyphs(let run, let place):
      for glyph in run.glyphs {
        guard let box = glyph.outline.controlBox else { continue }
        let shift = Vector(x: place.x + glyph.origin.x, y: place.y + glyph.origin.y)
        let letter = Rect(
          minX: box.minX * run.size, minY: box.minY * run.size, maxX: box.maxX * run.size,
          maxY: box.maxY * run.size)
        add(transform.apply(letter.translated(by: shift)), .solid)
      }
    case .image(_, let frame):
      add(transform.apply(frame), weight)
    case .group(let group):
      let isText = group.label != nil
      for item in group.items {
        add(item, group.transform.then(transform), isText ? .solid : weight, isText ? 0 : clearance)
      }
    }
  }
}

extension Path {
  /// The subpaths as points, closed ones with their first point again; curves as their control polygons.
  fileprivate var polylines: [[Point]] {
    var lines: [[Point]] = []
    var next = 0
    for verb in verbs {
      switch verb {
      case .move: lines.append([points[next]])
      case .line, .curve:
        if !lines.isEmpty { lines[lines.count - 1] += points[next..<next + verb.pointCount] }
      case .close:
        if let line = lines.last, let first = line.first { lines[lines.count - 1].append(first) }
      }
      next += verb.pointCount
    }
    return lines
  }
}
