import Diagnostics
import Drawing
import Formulas
import Geometry

/// A figure all of whose parts have their places: what is drawn, and what lint looks at.
struct PlacedFigure {
  let figure: EvaluatedFigure
  var layout: FigureLayout
  /// For each panel and mark.
  var labels: [[[PlacedLabel]]]
  /// Labels that found no free place.
  let complaints: [Diagnostic]

  var press: Press { layout.press }

  /// What is legal but probably not meant, as far as it is known before drawing.
  var warnings: [Diagnostic] {
    press.theme.warnings + figure.warnings + layout.complaints + complaints
  }

  /// A canvas with the height that the figure has taken.
  func page(of canvas: Canvas) -> Canvas {
    var canvas = canvas
    canvas.size = press.canvas.size
    return canvas
  }

  /// A page on which nothing is painted.
  func emptyPage(isTransparent: Bool) -> DisplayList {
    let canvas = press.canvas
    return DisplayList(
      size: canvas.size, pixelsPerPoint: canvas.pixelsPerPoint,
      background: isTransparent ? nil : press.theme.ground,
      title: figure.title?.plainText ?? "", alternativeText: figure.description)
  }

  func drawn(isTransparent: Bool) -> DisplayList {
    var list = emptyPage(isTransparent: isTransparent)
    for part in parts { draw(part, into: &list) }
    return list
  }
}

/// What is painted at one go: each part looks the same as long as the things that it is made of do.
///
/// Panels and marks are told by their numbers.
enum FigurePart: Hashable, Sendable {
  case grid(panel: Int)
  case mark(Int, panel: Int)
  case axes(panel: Int)
  case zooms(panel: Int)
  /// Those of a mark.
  case labels(Int, panel: Int)
  case surroundings(panel: Int)
  case legends
  case text(Int)
}

extension PlacedFigure {
  /// All parts in painting order: panel by panel the grid, marks, axes, then the labels of marks over everything.
  var parts: [FigurePart] {
    let panels = layout.panels.enumerated().flatMap { panel, layout -> [FigurePart] in
      let marks = layout.figure.marks.indices
      return [.grid(panel: panel)] + marks.map { .mark($0, panel: panel) }
        + [.axes(panel: panel), .zooms(panel: panel)] + marks.map { .labels($0, panel: panel) }
        + [.surroundings(panel: panel)]
    }
    return panels + [.legends] + layout.texts.indices.map { .text($0) }
  }

  func draw(_ part: FigurePart, into list: inout DisplayList) {
    switch part {
    case .grid(let panel): layout.panels[panel].drawGrid(into: &list)
    case .mark(let mark, let panel):
      layout.panels[panel].draw(mark: mark, labels: labels[panel][mark], into: &list)
    case .axes(let panel): layout.panels[panel].drawAxes(into: &list)
    case .zooms(let panel): layout.panels[panel].drawZooms(into: &list)
    case .labels(let mark, let panel):
      layout.panels[panel].draw(labels[panel][mark], of: mark, into: &list)
    case .surroundings(let panel): layout.panels[panel].drawSurroundings(into: &list)
    case .legends:
      for legend in layout.legends {
        legend.layout.draw(at: Point(x: legend.box.minX, y: legend.box.minY), into: &list)
      }
    case .text(let index): list.draw(layout.texts[index].block, at: layout.texts[index].origin)
    }
  }
}

extension PanelLayout {
  fileprivate func drawGrid(into list: inout DisplayList) { axes.drawGrid(on: panel, into: &list) }

  fileprivate func drawAxes(into list: inout DisplayList) { axes.draw(on: panel, into: &list) }

  fileprivate func draw(mark number: Int, labels: [PlacedLabel], into list: inout DisplayList) {
    let mark = figure.marks[number]
    drawLayer(of: mark, on: panel(of: mark), isCut: !mark.traits.mayLeavePanel, into: &list) {
      mark.draw(labels: labels, on: panel(of: mark), into: &$0)
    }
  }

  fileprivate func drawZooms(into list: inout DisplayList) {
    for zoom in zooms {
      zoom.draw(into: &list) { mark, panel, list in
        drawLayer(of: mark, on: panel, isCut: true, isBroken: false, into: &list) {
          mark.draw(labels: [], on: panel, into: &$0)
        }
      }
    }
  }

  fileprivate func draw(_ labels: [PlacedLabel], of number: Int, into list: inout DisplayList) {
    let mark = figure.marks[number]
    let isCut = !mark.traits.mayLeavePanel && !mark.traits.labelsMayLeavePanel
    drawLayer(
      of: mark, on: panel, isCut: isCut, isBroken: false, opacity: mark.labelOpacity, into: &list
    ) { layer in
      for var label in labels {
        if mark.traits.drawsLeaders { label.leader = nil }
        layer.draw(label, on: panel)
      }
    }
  }

  /// Draws what belongs to a mark, as opaque as it is or as said, and cut at the frame if asked and at breaks of its axes.
  private func drawLayer(
    of mark: EvaluatedMark, on panel: Panel, isCut: Bool, isBroken: Bool = true, opacity: Double? = nil,
    into list: inout DisplayList, _ draw: (inout DisplayList) -> Void
  ) {
    var layer = DisplayList(size: list.size, pixelsPerPoint: list.pixelsPerPoint)
    draw(&layer)
    list.report(layer.problems)
    guard !layer.items.isEmpty else { return }
    let region = isCut ? panel.frame : Rect(x: 0, y: 0, width: list.size.width, height: list.size.height)
    let clip = isBroken ? axes.shown(of: region, in: panel.frame) : nil
    list.append(
      .group(
        DisplayGroup(
          layer.items, clip: clip ?? (isCut ? Path(panel.frame) : nil), opacity: opacity ?? mark.opacity)))
  }
}
