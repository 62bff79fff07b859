import Diagnostics
import Drawing
import Formulas
import Geometry

/// Notation, code and caption, beside or below the panels.
extension FigureLayout {
  /// From the panels to the column beside them.
  var columnGap: Double { gap * 2.2 }

  /// Beside a lone plot if that leaves room, or if there is code and the page is wide; else below.
  ///
  /// Code is given the width of its lines, the others what the panel leaves.
  func usualPlaceOfWords(of figure: EvaluatedFigure, beside group: inout PanelGroup) -> WordsPlace {
    guard !isNarrowColumn, figure.panels.count == 1, case .plot? = figure.panels.first?.content else {
      return .below
    }
    if let code = figure.code {
      guard room.width > room.height * 1.25 else { return .below }
      let natural = press.typeset(code, size: press.canvas.type.label).extent.maxX
      return .beside(min(natural, room.width * 0.46) + columnGap)
    }
    guard figure.notation != nil || figure.caption != nil else { return .below }
    let box = group.settled(in: room.size)
    let left = room.width - group.size(around: box).width
    return left > max(room.width * 0.24, press.canvas.type.label * 10) ? .beside(0) : .below
  }

  /// Notation, code and caption to the right of the panels, centered along them.
  mutating func placeSideColumn(_ figure: EvaluatedFigure, beside panelsBox: Rect) {
    let left = panelsBox.maxX + columnGap
    let width = max(room.maxX - left, 1)
    let type = press.canvas.type
    var blocks: [TextBlock] = []
    if let notation = figure.notation {
      blocks.append(fitted(notation, figure.callouts, size: type.formula * 1.25, width: width))
    }
    if let caption = figure.caption {
      blocks.append(press.typeset(caption, size: type.label, within: width))
      // A long one is as small as the names of ticks before it takes the page from the panels.
      if blocks.reduce(0, { $0 + $1.extent.height + gap }) > room.height {
        blocks[blocks.count - 1] = press.typeset(caption, size: type.tick, within: width)
      }
    }
    let spacing = gap * (figure.code == nil ? 1.2 : 1.8)
    if let code = figure.code {
      let rest = room.height - blocks.reduce(0) { $0 + $1.extent.height + spacing }
      let place = figure.notation == nil ? 0 : 1
      blocks.insert(fitted(code, into: Size(width: width, height: max(rest, 1))), at: place)
    }
    let height = blocks.map(\.extent.height).reduce(0, +) + spacing * Double(max(blocks.count - 1, 0))
    let given = room.height
    demand(
      given / max(height, 1),
      "the words need \(Int(min(height, 1e6).rounded(.up))) pt of height and have \(Int(max(given, 0))) pt",
      at: figure.caption?.location ?? figure.notation?.location)
    let middle = panels.count == 1 ? panels[0].panel.frame.midY : panelsBox.midY
    var y = max(min(middle - height / 2, room.maxY - height), room.minY)
    for block in blocks {
      texts.append(Text(block: block, origin: Point(x: left, y: y - block.extent.minY)))
      y += block.extent.height + spacing
    }
  }

  /// Notation, code and caption centered below the panels.
  mutating func placeFooter(_ figure: EvaluatedFigure) {
    let first = texts.count
    defer { footer = first..<texts.count }
    let type = press.canvas.type
    var blocks: [TextBlock] = []
    if let notation = figure.notation {
      blocks.append(fitted(notation, figure.callouts, size: type.formula, width: room.width))
    }
    if let code = figure.code {
      // The better half is the picture's, unless the page grows with what stands on it.
      let share = isNarrowColumn ? 1 : 0.45
      blocks.append(fitted(code, into: Size(width: room.width, height: max(room.height * share, 1))))
    }
    if let caption = figure.caption {
      blocks.append(press.typeset(caption, size: type.label, within: room.width, alignment: .center))
    }
    for block in blocks.reversed() {
      let x = room.midX - block.width / 2
      texts.append(Text(block: block, origin: Point(x: x, y: room.maxY - block.descent)))
      room.maxY -= block.height + gap * 0.8
    }
  }

  /// Lifts the words below panels that leave a part of their room free, as if both were one.
  mutating func liftFooter(below box: Rect) {
    let free = room.maxY - box.maxY
    guard free > 3 * gap else { return }
    let lift = free - gap
    for index in footer { texts[index].origin.y -= lift }
    for index in legends.indices where legends[index].box.minY >= room.maxY {
      legends[index].box = legends[index].box.translated(by: Vector(x: 0, y: -lift))
    }
  }

  /// A formula is never broken, but it may be set smaller.
  private mutating func fitted(
    _ label: Label, _ callouts: [TermCallout], size: Double, width: Double
  ) -> TextBlock {
    let natural = AnnotatedFormula(label, callouts, size: size, press: press).block
    let factor = min(1, width / max(natural.ink.maxX, 1))
    guard factor < 1 else { return natural }
    tell(size * factor, of: "notation", usual: press.canvas.type.formula, at: label.location)
    return AnnotatedFormula(label, callouts, size: size * factor, within: width, press: press).block
  }

  /// Neither is code; what becomes too small to be read is told.
  private mutating func fitted(_ code: Listing, into slot: Size) -> TextBlock {
    let type = press.canvas.type
    let natural = press.typeset(code, size: type.label)
    let extent = natural.extent
    let factor = min(mostOfCode, slot.width / max(extent.maxX, 1), slot.height / max(extent.height, 1))
    guard factor < 1 else { return natural }
    let size = type.label * max(factor, 0.01)
    // As large as the names of ticks it is still read with ease.
    tell(size, of: "code", usual: min(type.tick * 1.1, type.label), at: code.location)
    return press.typeset(code, size: size)
  }

  /// Whether the page is too narrow for words beside a picture, and free to become higher instead.
  var isNarrowColumn: Bool {
    press.canvas.mostHeight != nil && press.canvas.size.width < press.canvas.type.label * 32
  }

  private mutating func tell(_ size: Double, of name: String, usual: Double, at location: SourceLocation?) {
    legibility = min(legibility, size / usual)
    if let complaint = Diagnostic(smallType: size, of: name, at: location, on: press.canvas) {
      complaints.append(complaint)
    }
  }
}

extension Diagnostic {
  /// That something was set too small to be read; `nil` if it was not.
  init?(smallType size: Double, of subject: String, at location: SourceLocation?, on canvas: Canvas) {
    guard size < canvas.type.tick * 0.75 else { return nil }
    let points = size < 1 ? "less than 1" : "\(Int(size.rounded()))"
    self.init(
      "\(subject) is set at \(points) pt to fit, too small to be read", at: location,
      help: "shorten it, or give it more room", severity: .warning)
  }
}

extension TextBlock {
  /// All that it takes: the line box and the ink, which may reach out of it.
  var extent: Rect { ink.isEmpty ? box : box.union(ink) }
}
