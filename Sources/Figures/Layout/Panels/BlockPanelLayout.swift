import Diagnostics
import Drawing
import Formulas
import Geometry

/// A panel of words, a formula or code, measured; its place comes later.
struct BlockPanelLayout {
  private let block: EvaluatedBlock
  private let title: PanelTitle?
  private let room: Size
  private let press: Press
  /// The size of type that the scene asks for, else what suits the content and the room.
  let naturalTypeSize: Double
  private var typeSize: Double
  private var content: TextBlock

  /// Sets the panel as large as the scene asks, else as large as suits the content and the room.
  init(_ block: EvaluatedBlock, in room: Size, press: Press) {
    let room = Size(width: max(room.width, 1), height: max(room.height, 1))
    (self.block, self.room, self.press) = (block, room, press)
    title = block.title.map { PanelTitle($0, width: room.width, press: press) }
    naturalTypeSize =
      block.size.map { $0 * press.sizeFactor } ?? block.content.size(fitting: room, press: press)
    typeSize = naturalTypeSize
    content = block.content.typeset(size: typeSize, width: room.width, words: room.width, press: press)
  }

  /// How large the content is at its largest in lines of that width, else of what reads well.
  static func wish(of block: EvaluatedBlock, width: Double? = nil, press: Press) -> Size {
    let most = block.size ?? block.content.mostTypeSize(on: press.canvas)
    let extent = block.content.typeset(size: most, width: width ?? most * 20, press: press).extent
    let title =
      block.title.map { PanelTitle($0, width: press.canvas.type.label * 12, press: press).width } ?? 0
    return Size(width: max(extent.width, title, press.canvas.type.label * 8), height: extent.height)
  }

  /// Sets the content no larger than that.
  mutating func limitType(to size: Double) {
    guard size < typeSize else { return }
    typeSize = size
    content = block.content.typeset(size: size, width: room.width, words: room.width, press: press)
  }

  /// What the content takes, at least the width of its title.
  var size: Size {
    let extent = content.extent
    return Size(width: max(extent.width, title?.width ?? 0), height: extent.height)
  }

  /// Between title and content.
  var topGap: Double { title == nil ? 0 : press.canvas.type.label * 0.6 }
  var headHeight: Double { title?.height ?? 0 }

  /// The content at its place in a frame, the title above it as above those of plots.
  func texts(in frame: Rect, rise: Double) -> [FigureLayout.Text] {
    let extent = content.extent
    let half = extent.height / 2
    let middle =
      switch block.place {
      case .top: frame.minY + half
      case .middle: max(frame.midY, frame.minY + half)
      case .bottom: max(frame.maxY - half, frame.minY + half)
      }
    let place = Point(x: frame.midX - extent.midX, y: middle - extent.midY)
    let name = title.map { $0.text(above: frame.minY - rise, midX: frame.midX) }
    return [name, FigureLayout.Text(block: content, origin: place)].compactMap(\.self)
  }

  /// The size of type against what reads well, at most 1; formulas have larger type than words.
  var legibility: Double {
    let extent = content.extent
    let fit = min(1, room.height / max(extent.height - 0.5, 1), room.width / max(extent.width - 0.5, 1))
    guard block.size == nil else { return fit }
    let usual = block.content.kind == .equation ? press.canvas.type.formula : press.canvas.type.label
    return fit * min(1, typeSize / usual)
  }

  /// That it had to be set too small, or is too large for its panel.
  var complaint: Diagnostic? {
    let extent = content.extent
    // Rounding is no overflow.
    if extent.width > room.width + 0.5 || extent.height > room.height + 0.5 {
      let (needed, given) = (rounded(extent.width, extent.height), rounded(room.width, room.height))
      return Diagnostic(
        "the panel is too small: it needs \(needed) pt and has \(given) pt", at: block.location,
        help: "give a smaller 'size', or fewer words", severity: .warning)
    }
    guard block.size == nil else { return nil }
    return Diagnostic(smallType: typeSize, of: block.content.name, at: block.location, on: press.canvas)
  }
}

/// Two lengths as messages tell them.
func rounded(_ width: Double, _ height: Double) -> String {
  "\(Int(min(max(width, 0), 1e6).rounded(.up))) × \(Int(min(max(height, 0), 1e6).rounded(.up)))"
}

extension EvaluatedBlock {
  /// What has one size of type within a group.
  enum Kind: Hashable, Sendable, CaseIterable {
    case equation
    case text
    case code
  }
}

extension EvaluatedBlock.Content {
  var kind: EvaluatedBlock.Kind {
    switch self {
    case .equation: .equation
    case .text: .text
    case .code: .code
    }
  }

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
    let most = mostTypeSize(on: press.canvas)
    switch self {
    case .equation, .code:
      let size = scaled(to: room, most: most, press: press)
      // Before a formula becomes smaller than the words around it, these make room.
      guard hasCallouts, size < type.label else { return size }
      return scaled(to: room, most: most, words: room.width, press: press)
    case .text:
      var size = most
      // Line breaks change with the size: try until it fits.
      while size > type.tick * 0.5 {
        let extent = typeset(size: size, width: room.width, press: press).extent
        if extent.height <= room.height, extent.width <= room.width + 0.5 { break }
        size *= 0.94
      }
      return size
    }
  }

  /// Larger would be shouting.
  fileprivate func mostTypeSize(on canvas: Canvas) -> Double {
    switch self {
    case .equation: canvas.type.formula * 2
    case .text: canvas.type.label * 1.6
    case .code: canvas.type.label * 1.5
    }
  }

  /// Without line breaks everything grows with the size.
  private func scaled(
    to room: Size, most size: Double, words: Double = .infinity, press: Press
  ) -> Double {
    var size = size
    // But for the words around a formula, which stay readable: for them it takes more than one step.
    for _ in 0..<3 {
      let extent = typeset(size: size, width: room.width, words: words, press: press).extent
      let factor = min(1, room.width / max(extent.width, 1e-3), room.height / max(extent.height, 1e-3))
      size *= factor
      if factor == 1 || !hasCallouts { break }
    }
    return size
  }

  private var hasCallouts: Bool {
    if case .equation(_, let callouts) = self { !callouts.isEmpty } else { false }
  }

  /// In lines no longer than `width`; what is said around a formula takes no more than `words`.
  fileprivate func typeset(
    size: Double, width: Double, words: Double = .infinity, press: Press
  ) -> TextBlock {
    switch self {
    case .equation(let label, let callouts):
      AnnotatedFormula(label, callouts, size: size, within: words, press: press).block
    case .code(let listing): press.typeset(listing, size: size)
    case .text(let label, let alignment):
      // Longer lines than that are hard to read.
      press.typeset(label, size: size, width: min(width, size * 34), alignment: alignment)
    }
  }
}
