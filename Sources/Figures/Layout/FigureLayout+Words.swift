import Diagnostics
import Drawing
import Formulas
import Geometry

/// Notation, code and caption, beside a lone panel or below all of them.
extension FigureLayout {
  /// From the panel to the column beside it.
  private var columnGap: Double { gap * 2.2 }

  /// What notation, code and caption take of the page's width beside a lone plot; `nil` if they stand below.
  ///
  /// Code is given the width of its lines, the others what the panel leaves.
  func sideColumnWidth(of figure: EvaluatedFigure, beside group: inout PanelGroup) -> Double? {
    guard figure.panels.count == 1, case .plot? = figure.panels.first?.content else { return nil }
    if let code = figure.code {
      guard room.width > room.height * 1.25 else { return nil }
      let natural = press.typeset(code, size: press.canvas.type.label).extent.maxX
      return min(natural, room.width * 0.46) + columnGap
    }
    guard figure.notation != nil || figure.caption != nil else { return nil }
    let box = group.settled(in: room.size)
    let width = group.size(around: box).width
    return room.width - width > max(room.width * 0.24, press.canvas.type.label * 10) ? 0 : nil
  }

  /// Notation, code and caption to the right of the panel, centered along its frame.
  mutating func placeSideColumn(_ figure: EvaluatedFigure) {
    guard let panel = panels.first else { return }
    let left = panel.box.maxX + columnGap
    let width = room.maxX - left
    let type = press.canvas.type
    var blocks: [TextBlock] = []
    if let notation = figure.notation {
      blocks.append(fitted(notation, figure.callouts, size: type.formula * 1.25, width: width))
    }
    if let caption = figure.caption {
      blocks.append(press.typeset(caption, size: type.label, within: width))
    }
    let spacing = gap * (figure.code == nil ? 1.2 : 1.8)
    if let code = figure.code {
      let rest = room.height - blocks.reduce(0) { $0 + $1.height + spacing }
      let place = figure.notation == nil ? 0 : 1
      blocks.insert(fitted(code, into: Size(width: width, height: rest)), at: place)
    }
    let height = blocks.map(\.height).reduce(0, +) + spacing * Double(blocks.count - 1)
    var y = panel.panel.frame.midY - height / 2
    for block in blocks {
      texts.append(Text(block: block, origin: Point(x: left, y: y + block.ascent)))
      y += block.height + spacing
    }
  }

  /// Notation, code and caption centered below the panels.
  mutating func placeFooter(_ figure: EvaluatedFigure) {
    let type = press.canvas.type
    var blocks: [TextBlock] = []
    if let notation = figure.notation {
      blocks.append(fitted(notation, figure.callouts, size: type.formula, width: room.width))
    }
    if let code = figure.code {
      // The better half is the picture's.
      blocks.append(fitted(code, into: Size(width: room.width, height: room.height * 0.45)))
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

  /// A formula is never broken, but it may be set smaller.
  private func fitted(
    _ label: Label, _ callouts: [TermCallout], size: Double, width: Double
  ) -> TextBlock {
    let natural = AnnotatedFormula(label, callouts, size: size, press: press).block
    let factor = min(1, width / max(natural.ink.maxX, 1))
    return factor < 1 ? AnnotatedFormula(label, callouts, size: size * factor, press: press).block : natural
  }

  /// Neither is code; what becomes too small to be read is told.
  private mutating func fitted(_ code: Listing, into slot: Size) -> TextBlock {
    let type = press.canvas.type
    let natural = press.typeset(code, size: type.label)
    let extent = natural.extent
    let factor = min(1, slot.width / max(extent.maxX, 1), slot.height / max(extent.height, 1))
    guard factor < 1 else { return natural }
    let size = type.label * max(factor, 0.01)
    if let complaint = Diagnostic(smallType: size, of: "code", at: code.location, on: press.canvas) {
      complaints.append(complaint)
    }
    return press.typeset(code, size: size)
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
