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
      let subject = figure.panels.lazy.joined().filter(\.isSubject).first { $0.isCovered(by: text) }
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
      other.runs.contains { run.box.inset(by: 0.25).intersects($0.box.inset(by: 0.25)) }
    }
  }
}

extension DrawnFigure.Mark {
  /// Whether words should keep clear of it: it is no ground for others.
  fileprivate var isSubject: Bool { mark.traits.sampling != .overPlane }

  fileprivate func isCovered(by text: PaintedText) -> Bool {
    let ground = panel.theme.ground
    let lines = panel.canvas.lines
    return inks.shapes.contains { shape in
      var shape = shape
      if !mark.traits.mayLeavePanel { shape.clip = panel.frame }
      if let stroke = shape.stroke, stroke.color != ground, stroke.width > lines.thin * 1.25,
        text.runs.contains(where: { shape.meets($0.box.outset(by: stroke.width / 2 - 0.25)) })
      {
        return true
      }
      // Large fills are areas, on which words may stand.
      guard let fill = shape.fill, fill != ground, fill.alpha > 0.5 else { return false }
      let points = shape.lines.filter { max($0.box.width, $0.box.height) <= lines.bold * 8 }
      return points.contains { point in
        text.runs.contains { $0.box.inset(by: 0.25).intersects(shape.visible(point.box)) }
      } && !isArea
    }
  }

  private var isArea: Bool { mark.appearances(in: panel.theme).contains { $0.shape == .area } }
}

extension PaintedShape {
  /// Whether a line of it is seen in a box.
  fileprivate func meets(_ box: Rect) -> Bool {
    let seen = visible(box)
    return !seen.isEmpty && lines.contains { $0.meets(seen) }
  }

  /// The part of a box that is not cut away.
  fileprivate func visible(_ box: Rect) -> Rect { clip.map { $0.intersection(box) } ?? box }
}
