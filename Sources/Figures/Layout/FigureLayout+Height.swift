import Formulas
import Geometry

/// The height of a page whose scene gives none, and how panels stand on it.
extension FigureLayout {
  /// From one try to the next: 4 mm.
  private static let step = 4 * Canvas.pointsPerMillimeter

  /// Makes the page as high as it takes for all to read well, but no higher than helps.
  mutating func growPage(for figure: EvaluatedFigure) {
    let most = press.canvas.mostHeight ?? 0
    var (press, best, idle) = (press, comfort, 0)
    while best < 1, best < 0.5 || idle < 4, press.canvas.size.height + Self.step <= most + 1e-9 {
      press.canvas.size.height += Self.step
      let higher = FigureLayout(trying: figure, press: press)
      let comfort = higher.comfort
      idle += 1
      // What is as narrow as before gains nothing.
      if comfort > best * 1.02 || (best == 0 && higher.isLessShort(than: self)) {
        (self, best, idle) = (higher, comfort, 0)
      }
    }
    growForLabels(figure, to: most)
  }

  /// Makes the page a little higher if labels find their places then.
  private mutating func growForLabels(_ figure: EvaluatedFigure, to most: Double) {
    guard shortage == nil else { return }
    var (press, complaints) = (press, placeLabels().complaints.count)
    for _ in 0..<3 where complaints > 0 && press.canvas.size.height + Self.step <= most + 1e-9 {
      press.canvas.size.height += Self.step
      let higher = FigureLayout(trying: figure, press: press)
      let left = higher.placeLabels().complaints.count
      if left < complaints { (self, complaints) = (higher, left) }
    }
  }

  /// Whether more of what it needs is there.
  private func isLessShort(than other: FigureLayout) -> Bool {
    (shortage?.share ?? 1) > (other.shortage?.share ?? 1)
  }

  /// From 0, where something has too little room, to 1, where frames are as high as curves need that are read and
  /// not only seen, and all words have their usual size.
  private var comfort: Double {
    guard shortage == nil else { return 0 }
    let rows = Set(panels.map { $0.panel.frame.maxY.rounded() }).count
    let least = press.canvas.type.label * (rows > 1 ? 7 : 12)
    let frames = panels.map { layout in
      let frame = layout.panel.frame
      // Equal units make frames as flat as the data.
      let width = layout.figure.hasEqualUnits ? frame.width / (least * 1.4) : 0
      return min(max(frame.height / least, width), 1)
    }
    return (frames.min() ?? 1) * legibility * blockLegibility
  }

  /// That of the scene; words alone stand below each other where lines beside each other would be too short.
  func arrangement(of figure: EvaluatedFigure) -> Arrangement<Label> {
    let arrangement = figure.arrangement
    let columns = arrangement.rows.map(\.cells.count).max() ?? 1
    let hasOnlyWords = figure.panels.allSatisfy { panel in
      if case .block = panel.content { true } else { false }
    }
    guard arrangement.isFree, hasOnlyWords, columns > 1,
      room.width / Double(columns) < press.canvas.type.label * 14
    else { return arrangement }
    return arrangement.stacked
  }
}
