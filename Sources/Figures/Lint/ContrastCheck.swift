import Diagnostics
import Drawing
import Geometry

extension Check {
  /// Words below 4.5:1 to what lies beneath them, and marks below 3:1 to the ground (WCAG 2.2, level AA).
  static let contrast = Check("words or marks that hardly differ from their ground") { figure in
    figure.inks.texts.compactMap { text in
      let contrast = text.leastContrast(over: figure.inks.shapes, on: figure.theme.ground)
      guard contrast < Contrast.text - 0.005 else { return nil }
      return Diagnostic(
        "'\(text.name)' has a contrast of \(hundredths(contrast)):1 to its ground, expected \(Contrast.text):1",
        at: text.location)
    }
      + figure.panels.joined().compactMap { mark in
        let ground = figure.theme.ground
        let faintest = mark.mark.appearances(in: figure.theme).map { appearance in
          let color = appearance.color.opacity(mark.mark.opacity)
          return ground.mixed(with: color, color.alpha).contrast(to: ground)
        }.min()
        guard let faintest, faintest < Contrast.mark - 0.005 else { return nil }
        return Diagnostic(
          "the \(mark.mark.name) has a contrast of \(hundredths(faintest)):1 to the ground, expected \(Contrast.mark):1",
          at: mark.mark.location)
      }
  }
}

extension PaintedText {
  /// The contrast of its faintest letters to the shapes painted before them; 21 without letters.
  fileprivate func leastContrast(over shapes: [PaintedShape], on ground: Color) -> Double {
    guard let box else { return 21 }
    let beneath = shapes.prefix { $0.order < order }.filter { shape in
      shape.lines.contains { $0.box.outset(by: shape.stroke?.width ?? 0).intersects(box) }
    }
    return runs.filter { $0.size != nil }.flatMap { run in
      run.samples.map { point in
        var below = beneath.reduce(ground) { $1.covering($0, at: point, ground: ground) }
        for box in boxes where box.rect.contains(point) {
          below = below.mixed(with: box.color, box.color.alpha)
        }
        return below.mixed(with: run.color, run.color.alpha).contrast(to: below)
      }
    }.min() ?? 21
  }
}

extension PaintedShape {
  /// The color at a point once the shape is painted; of lines, only halos count, which others check for overlap.
  fileprivate func covering(_ color: Color, at point: Point, ground: Color) -> Color {
    var color = color
    if let fill, isFilled(at: point) { color = color.mixed(with: fill, fill.alpha) }
    if let stroke, stroke.color == ground, isStroked(at: point) { color = stroke.color }
    return color
  }
}
