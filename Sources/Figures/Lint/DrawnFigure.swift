import Diagnostics
import Drawing
import Geometry

/// A figure that was drawn, as lint looks at it: what was meant, where it stands, and what is painted.
struct DrawnFigure {
  /// A mark and what it paints, but for its labels.
  struct Mark {
    let mark: EvaluatedMark
    let panel: Panel
    let inks: Inks
  }

  let placed: PlacedFigure
  let list: DisplayList
  /// Everything on the page.
  let inks: Inks
  /// For each panel its marks, in painting order.
  let panels: [[Mark]]
  /// The canvas before the theme changed its sizes.
  let canvas: Canvas
  /// Symbols and what they mean.
  let symbols: [(symbol: String, role: Role)]
  let hasAlternativeText: Bool
  /// Where the scene starts.
  let location: SourceLocation

  var theme: Theme { placed.press.theme }
  var page: Rect { Rect(x: 0, y: 0, width: canvas.size.width, height: canvas.size.height) }

  init(_ placed: PlacedFigure, _ list: DisplayList, of scene: Scene, on canvas: Canvas) {
    self.placed = placed
    self.list = list
    self.canvas = canvas
    symbols = scene.symbols
    hasAlternativeText = placed.figure.alternativeText.contains { !$0.isWhitespace }
    location = scene.location
    let panels = zip(placed.layout.panels, placed.labels).map { layout, labels in
      zip(layout.figure.marks, labels).map { mark, labels in
        var alone = DisplayList(size: list.size, pixelsPerPoint: list.pixelsPerPoint)
        mark.draw(labels: labels, on: layout.panel, into: &alone)
        return Mark(mark: mark, panel: layout.panel, inks: Inks(alone))
      }
    }
    self.panels = panels
    let writers = zip(panels, placed.labels).flatMap { zip($0, $1) }
    inks = Inks(list).located { text in
      // Numbers that the program itself writes stand where their mark does, or somewhere in the scene.
      let writer = writers.first { mark, labels in
        labels.contains { $0.isPainted(as: text) } || mark.inks.texts.contains { $0.isPainted(as: text) }
      }
      return writer?.0.mark.location ?? scene.location
    }
  }
}

extension PlacedLabel {
  /// Whether that text is what was painted of the label.
  fileprivate func isPainted(as text: PaintedText) -> Bool {
    text.source == block.source && text.box.map { ink.intersects($0) } ?? false
  }
}

extension PaintedText {
  /// Whether both show the same in one place.
  fileprivate func isPainted(as other: PaintedText) -> Bool { source == other.source && box == other.box }
}
