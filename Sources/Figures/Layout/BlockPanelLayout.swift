import Diagnostics
import Drawing
import Formulas
import Geometry

/// A panel of words, a formula or code, measured; its place comes later.
struct BlockPanelLayout {
  private let title: PanelTitle?
  /// What the title takes, and the room below it.
  private let titleHeight: Double
  private let content: TextBlock
  private let place: EvaluatedBlock.Place
  /// That it had to be set too small, or is too large for its panel.
  let complaint: Diagnostic?

  /// Sets the panel as large as the scene asks, else as large as suits the content and the slot.
  init(_ block: EvaluatedBlock, fitting slot: Size, press: Press) {
    title = block.title.map { PanelTitle($0, width: slot.width, press: press) }
    titleHeight = title.map { $0.height + press.canvas.type.label * 0.6 } ?? 0
    let room = Size(width: slot.width, height: max(slot.height - titleHeight, 1))
    place = block.place
    let size = block.size.map { $0 * press.sizeFactor } ?? block.content.size(fitting: room, press: press)
    content = block.content.typeset(size: size, width: room.width, press: press)
    complaint = Self.complaint(about: block, content.extent, set: size, in: room, press: press)
  }

  /// What it needs, title included.
  var size: Size {
    let extent = content.extent
    return Size(width: extent.width, height: extent.height + titleHeight)
  }

  /// The title at the top of a slot, the content at its place in what is left; what stands in the middle has
  /// it at `midY` if that is given.
  func texts(in slot: Rect, midX: Double, midY: Double?) -> [FigureLayout.Text] {
    let top = slot.minY + titleHeight
    let extent = content.extent
    let half = extent.height / 2
    let middle =
      switch place {
      case .top: top + half
      case .middle: max(midY ?? (top + slot.maxY) / 2, top + half)
      case .bottom: max(slot.maxY - half, top + half)
      }
    let place = Point(x: midX - extent.midX, y: middle - extent.midY)
    let name = title.map { $0.text(above: slot.minY + $0.height, midX: midX) }
    return [name, FigureLayout.Text(block: content, origin: place)].compactMap(\.self)
  }

  private static func complaint(
    about block: EvaluatedBlock, _ extent: Rect, set size: Double, in room: Size, press: Press
  ) -> Diagnostic? {
    // Rounding is no overflow.
    if extent.width > room.width + 0.5 || extent.height > room.height + 0.5 {
      let (needed, given) = (rounded(extent.width, extent.height), rounded(room.width, room.height))
      return Diagnostic(
        "the panel is too small: it needs \(needed) pt and has \(given) pt", at: block.location,
        help: "give a smaller 'size', or fewer words", severity: .warning)
    }
    guard block.size == nil else { return nil }
    return Diagnostic(smallType: size, of: block.content.name, at: block.location, on: press.canvas)
  }

  private static func rounded(_ width: Double, _ height: Double) -> String {
    "\(Int(min(width, 1e6).rounded(.up))) × \(Int(min(height, 1e6).rounded(.up)))"
  }
}

extension EvaluatedBlock.Content {
  /// As the key of scenes.
  fileprivate var name: String {
    switch self {
    case .equation: "equation"
    case .text: "text"
    case .code: "code"
    }
  }

  /// The size of type at which the content fits, and no larger than looks well.
  fileprivate func size(fitting room: Size, press: Press) -> Double {
    let type = press.canvas.type
    switch self {
    case .equation: return scaled(to: room, most: type.formula * 2, press: press)
    case .code: return scaled(to: room, most: type.label * 1.2, press: press)
    case .text:
      var size = type.label * 1.4
      // Line breaks change with the size: try until it fits.
      while size > type.tick * 0.5 {
        let extent = typeset(size: size, width: room.width, press: press).extent
        if extent.height <= room.height, extent.width <= room.width + 0.5 { break }
        size *= 0.94
      }
      return size
    }
  }

  /// Without line breaks everything grows with the size.
  private func scaled(to room: Size, most size: Double, press: Press) -> Double {
    let extent = typeset(size: size, width: room.width, press: press).extent
    return size
      * min(1, room.width / max(extent.width, 1e-3), room.height / max(extent.height, 1e-3))
  }

  fileprivate func typeset(size: Double, width: Double, press: Press) -> TextBlock {
    switch self {
    case .equation(let label): press.typeset(label, size: size)
    case .code(let listing): press.typeset(listing, size: size)
    case .text(let label, let alignment):
      // Longer lines than that are hard to read.
      press.typeset(label, size: size, width: min(width, size * 34), alignment: alignment)
    }
  }
}
