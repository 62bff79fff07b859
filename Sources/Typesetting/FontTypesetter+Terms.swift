package import Drawing
package import Formulas
package import Geometry

extension FontTypesetter {
  /// The boxes around the ink of every occurrence of a term in a label's formulas, in reading order.
  package func boxes(of term: String, in label: Label, style: TextStyle) -> [Rect] {
    // Each occurrence is painted in a color of its own, which is looked for in what was painted.
    var marked = style
    marked.color = .clear
    marked.roles = [TextStyle.Role(symbol: term, color: .black)]
    var boxes: [Rect?] = []
    var composer = BlockComposer(marked, layouts(style.fonts), tellingTermsApart: true)
    for item in composer.compose(label).block.items {
      guard let (color, ink) = item.painted, let place = occurrence(of: color) else { continue }
      while boxes.count <= place { boxes.append(nil) }
      boxes[place] = boxes[place]?.union(ink) ?? ink
    }
    return boxes.compactMap(\.self)
  }
}

/// The color of an occurrence, which no other has.
func occurrenceColor(_ place: Int) -> Color { Color(red: Double(place), green: 0, blue: 0) }

private func occurrence(of color: Color) -> Int? {
  color.alpha == 1 ? Int(exactly: color.red) : nil
}

extension DisplayItem {
  /// The color and the box around the ink of an item of a label.
  fileprivate var painted: (color: Color, ink: Rect)? {
    switch self {
    case .path(let path, let fill, _):
      guard let fill, let ink = path.inkBox else { return nil }
      return (fill, ink)
    case .glyphs(let run, let origin):
      var ink: Rect?
      for glyph in run.glyphs {
        let place = origin + (glyph.origin - .zero)
        guard let box = glyph.outline.inkBox?.scaled(by: run.size).translated(by: place - .zero) else {
          continue
        }
        ink = ink?.union(box) ?? box
      }
      return ink.map { (run.color, $0) }
    case .image, .group: return nil
    }
  }
}
