import Diagnostics
import Geometry
import Drawing

extension Check {
  /// Words over words, and words over the lines and points that the picture is about.
  ///
  /// What fills the plane as a ground, such as a field of arrows, may pass under words, which wear a halo.
  static let overlap = Check("words over words, lines or points") { figure in
    var findings: [Diagnostic] = []
    let texts = figure.inks.texts
    for (index, text) in texts.enumerated() {
      if let other = texts[..<index].first(where: { $0.overlaps(text) }) {
        findings.append(
          Diagnostic(
            "'\(text.name)' lies over '\(other.name)'", at: text.location ?? other.location,
            help: "move or shorten one of them"))
      }
      let subject = figure.panels.lazy.joined().filter(\.isSubject).first {
        $0.isCovered(by: text, in: figure.inks)
      }
      if let subject {
        findings.append(
          Diagnostic(
            "'\(text.name)' lies over the \(subject.mark.name)", at: text.location ?? subject.mark.location,
            help: "move it, or let it find a place of its own"))
      }
    }
    return findings
  }
}

extension PaintedText {
  /// Whether ink of both lies in one place; a touch is none.
  fileprivate func overlaps(_ other: PaintedText) -> Bool {
    guard let box, let another = other.box, box.intersects(another) else { return false }
    return runs.contains { run in
      other.runs.contains { run.overlaps($0) }
    }
  }
}

extension DrawnFigure.Mark {
  /// Whether words should keep clear of it: it is no ground for others.
  fileprivate var isSubject: Bool { mark.traits.sampling != .overPlane }

  fileprivate func isCovered(by text: PaintedText, in page: Inks) -> Bool {
    let ground = panel.theme.ground
    let lines = panel.canvas.lines
    return inks.shapes.contains { shape in
      var shape = shape
      if !mark.traits.mayLeavePanel { shape.clip = panel.frame }
      if let stroke = shape.stroke, stroke.color != ground, stroke.width > lines.thin * 1.25,
        text.runs.contains(where: { shape.meets($0, within: stroke.width / 2 - 0.25) }),
        !page.hides(shape, below: text)
      {
        return true
      }
      // Large fills are areas, on which words may stand.
      guard let fill = shape.fill, fill != ground, fill.alpha > 0.5 else { return false }
      let points = shape.lines.filter { max($0.box.width, $0.box.height) <= lines.bold * 8 }
      return points.contains { point in
        text.runs.contains {
          $0.box.inset(by: 0.25).intersects(shape.visible(point.box)) && !shape.holds($0)
        }
      } && !isArea && !page.hides(shape, below: text)
    }
  }

  private var isArea: Bool { mark.appearances(in: panel.theme).contains { $0.shape == .area } }
}

extension Inks {
  /// Whether something opaque lies between a shape and words, such as the ground of an inset or of a number.
  fileprivate func hides(_ shape: PaintedShape, below text: PaintedText) -> Bool {
    guard let order = shapes.first(where: { $0.lines.first == shape.lines.first })?.order else {
      return false
    }
    let covers = shapes.filter { order < $0.order && $0.order < text.order }
    return text.runs.allSatisfy { run in covers.contains { $0.holds(run) } }
  }
}

extension PaintedShape {
  /// Whether it is an opaque ground on which all of some letters stand.
  fileprivate func holds(_ run: PaintedText.Run) -> Bool {
    guard let fill, fill.alpha > 0.99 else { return false }
    let box = run.box
    let places = [
      box.center, Point(x: box.minX, y: box.midY), Point(x: box.maxX, y: box.midY),
      Point(x: box.midX, y: box.minY), Point(x: box.midX, y: box.maxY),
    ]
    return places.allSatisfy(isFilled)
  }

  /// Whether a line of it is seen in or near some letters.
  fileprivate func meets(_ run: PaintedText.Run, within margin: Double) -> Bool {
    let seen = visible(run.box.outset(by: margin))
    guard !seen.isEmpty else { return false }
    if run.turn == .identity { return lines.contains { $0.meets(seen) } }
    return lines.contains { $0.turned(by: run.turn).meets(run.ownBox.outset(by: margin)) }
  }

  /// The part of a box that is not cut away.
  fileprivate func visible(_ box: Rect) -> Rect { clip.map { $0.intersection(box) } ?? box }
}
