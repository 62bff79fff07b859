import Diagnostics
import Geometry
import Drawing

extension Check {
  /// Ink beyond the page, and words that are cut at the frame of their panel.
  static let clipping = Check("ink outside the canvas, or words cut by their panel") { figure in
    figure.inks.texts.compactMap { text in
      guard let box = text.box else { return nil }
      if let place = box.overhang(beyond: figure.page) {
        return Diagnostic("'\(text.name)' is cut at the \(place) of the canvas", at: text.location)
      }
      return text.clip.flatMap { box.overhang(beyond: $0) }.map { place in
        Diagnostic("'\(text.name)' is cut at the \(place) of its panel", at: text.location)
      }
    }
      + figure.panels.joined().compactMap { mark in
        guard mark.mark.traits.mayLeavePanel, let box = mark.inks.box else { return nil }
        return box.overhang(beyond: figure.page).map { place in
          Diagnostic(
            "the \(mark.mark.name) is cut at the \(place) of the canvas", at: mark.mark.location,
            help: "widen the domain of the axes")
        }
      }
  }
}

extension Inks {
  /// The box around all lines and shapes.
  fileprivate var box: Rect? {
    shapes.reduce(nil as Rect?) { box, shape in
      let width = shape.stroke?.width ?? 0
      return shape.lines.reduce(box) { box, line in
        let own = line.box.outset(by: width / 2)
        return box?.union(own) ?? own
      }
    }
  }
}

extension Rect {
  /// Where it reaches out of another by more than a hair, and how far, such as `right edge, by 12 pt,`.
  fileprivate func overhang(beyond other: Rect) -> String? {
    let sides = [
      ("left", other.minX - minX), ("top", other.minY - minY), ("right", maxX - other.maxX),
      ("bottom", maxY - other.maxY),
    ]
    guard let worst = sides.max(by: { $0.1 < $1.1 }), worst.1 > 0.5 else { return nil }
    return "\(worst.0) edge, \(Int(min(worst.1, 1e6).rounded(.up))) pt beyond that"
  }
}
