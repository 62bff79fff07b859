import Diagnostics
import Drawing
import Formulas
import Geometry

/// Panels in rows, from the measures of each to a place for all.
///
/// Names of ticks depend on the size of the frame, the frame on the room that the names take: passes repeat
/// measuring and sharing out, each panel once a pass, until nothing changes. From the third pass on, what was
/// needed once stays reserved, so that it ends.
struct PanelGroup {
  private let title: Label?
  private var cells: [[PanelCell]]
  private let heights: [Double?]
  private let space: Size
  private let press: Press
  private let hasPlots: Bool
  /// Whether words, formulas or code take what they need, and plots the rest.
  private let isMixedRow: Bool
  /// Whether words, formulas and code stand beside each other and nothing else: then each has its share by what it
  /// wishes for.
  private let isOfWordsOnly: Bool
  /// The title over the whole group, broken to its width.
  private var groupTitle: PanelTitle?

  /// Builds the group of an arrangement of panels.
  init(
    _ arrangement: Arrangement<Label>, of panels: [EvaluatedPanel], letters: PanelLetters?, press: Press
  ) {
    self.press = press
    title = arrangement.title
    heights = arrangement.rows.map(\.height)
    cells = arrangement.rows.map { row in
      row.cells.map { PanelCell($0, of: panels, letters: letters, press: press) }
    }
    hasPlots = cells.contains { $0.contains { !$0.isBlock } }
    isMixedRow = cells.count == 1 && hasPlots && cells[0].allSatisfy { $0.width == nil }
    isOfWordsOnly = cells.count == 1 && !hasPlots
    let gap = press.canvas.type.label * 1.1
    // Neighbors that share a scale belong together.
    space = Size(
      width: gap * (arrangement.sharing.y == .none ? 2 : 1),
      height: gap * (arrangement.sharing.x == .none ? 1.3 : 0.7))
  }

  /// The frames' edges, from what is known of the panels.
  private var grid: FrameGrid {
    let isMixedColumn = hasPlots || cells.count == 1
    let rows = zip(cells, heights).map { row, height in
      let top = row.map(\.insets.top).max() ?? 0
      let head = row.map(\.headHeight).max() ?? 0
      let isOfWords = height == nil && isMixedColumn && row.allSatisfy(\.isBlock)
      return FrameGrid.Row(
        height: isOfWords
          ? .fixed(row.map(\.natural.height).max() ?? 0)
          : .relative(height ?? (hasPlots ? 1 : row.map(\.wish.height).max() ?? 1)),
        cells: row.map { cell in
          var insets = cell.insets
          insets.top = top + head
          let isFixed = isMixedRow && cell.isBlock
          return FrameGrid.Cell(
            width: isFixed
              ? .fixed(cell.natural.width) : .relative(cell.width ?? (isOfWordsOnly ? cell.wish.width : 1)),
            insets: insets)
        })
    }
    return FrameGrid(rows, space: space)
  }

  /// The frames with their left and lower edges between pixels, where axes have crisp edges.
  private func frames(of grid: FrameGrid, in box: Rect) -> [[Rect]] {
    let canvas = press.canvas
    return grid.frames(in: box).map { row in
      row.map { frame in
        let (left, bottom) = (canvas.crisp(frame.minX), canvas.crisp(frame.maxY))
        return Rect(
          minX: left, minY: bottom - canvas.crisp(frame.height), maxX: left + canvas.crisp(frame.width),
          maxY: bottom)
      }
    }
  }

  /// Whether any panel of its first row has a title.
  var hasTitles: Bool { cells.first?.contains(where: \.hasTitle) ?? false }

  /// The room around the frames of the group, its title not counted.
  var insets: Insets {
    var insets = grid.outer
    insets.top = cells.first?.map(\.insets.top).max() ?? 0
    return insets
  }

  /// What titles take above that.
  var headHeight: Double {
    (cells.first?.map(\.headHeight).max() ?? 0) + (groupTitle?.height ?? 0)
  }

  /// The room around the frames that all of it takes.
  private var outer: Insets {
    var outer = insets
    outer.top += headHeight
    return outer
  }

  /// Measures every panel once, for the frames that it gets in a box from the first frame's corner to the last
  /// one's; returns whether anything has changed.
  mutating func measure(in box: Size, isGrowing: Bool) -> Bool {
    let grid = grid
    groupTitle = title.map { PanelTitle($0, width: box.width, press: press) }
    let frames = frames(of: grid, in: Rect(x: 0, y: 0, width: box.width, height: box.height))
    let share = Size(
      width: (box.width - space.width * Double((cells.first?.count ?? 1) - 1))
        / Double(max(cells.first?.count ?? 1, 1)),
      height: (box.height - space.height * Double(cells.count - 1)) / Double(max(cells.count, 1)))
    var hasChanged = false
    for row in cells.indices {
      for index in cells[row].indices {
        var slot = frames[row][index].size
        // What takes what it needs is asked how much of an even share that is.
        if case .fixed = grid.rows[row].cells[index].width { slot.width = share.width }
        if case .fixed = grid.rows[row].height { slot.height = share.height }
        if cells[row][index].measure(in: slot, isGrowing: isGrowing) { hasChanged = true }
      }
    }
    setKindsAlike()
    return hasChanged
  }

  /// Formulas of one group have one size, so have texts and listings: the smallest that any of them needs.
  private mutating func setKindsAlike() {
    for kind in EvaluatedBlock.Kind.allCases {
      var sizes = cells.joined().compactMap { $0.naturalTypeSize(of: kind) }
      // Words that are much larger than the code beside them shout at it.
      if kind == .text, !sizes.isEmpty {
        sizes += cells.joined().compactMap { $0.naturalTypeSize(of: .code).map { $0 * 1.25 } }
      }
      guard sizes.count > 1, let least = sizes.min() else { continue }
      for row in cells.indices {
        for index in cells[row].indices { cells[row][index].limitType(of: kind, to: least) }
      }
    }
  }

  /// Measures until nothing changes; returns the box that the frames take in a room for all of it.
  mutating func settled(in room: Size) -> Size {
    var box = Size(width: room.width * 0.85, height: room.height * 0.8)
    for pass in 0..<8 {
      let hasChanged = measure(in: box, isGrowing: pass > 1)
      let outer = outer
      let next = Size(
        width: max(room.width - outer.left - outer.right, 0),
        height: max(room.height - outer.top - outer.bottom, 0))
      if !hasChanged, next == box { break }
      box = next
    }
    return used(of: box)
  }

  /// What the group takes of a box if equal units leave a part of it free.
  func used(of box: Size) -> Size {
    let grid = grid
    let whole = Rect(x: 0, y: 0, width: box.width, height: box.height)
    let frames = grid.frames(in: whole)
    let sizes = zip(cells, frames).map { zip($0, $1).map { $0.used(of: $1.size) } }
    var used = grid.box(holding: sizes, within: whole)
    // Rows and cells of fixed lengths do not grow with the box.
    if grid.rows.allSatisfy({ if case .fixed = $0.height { true } else { false } }), let last = frames.last {
      used.height = min(used.height, (last.first?.maxY ?? box.height))
    }
    return used
  }

  /// Everything, with the room around them, for frames in a box.
  func box(around frames: Rect) -> Rect {
    let outer = outer
    return Rect(
      minX: frames.minX - outer.left, minY: frames.minY - outer.top, maxX: frames.maxX + outer.right,
      maxY: frames.maxY + outer.bottom)
  }

  /// Everything, with the outer insets, around a box of frames.
  func size(around box: Size) -> Size {
    let outer = outer
    return Size(
      width: box.width + outer.left + outer.right, height: box.height + outer.top + outer.bottom)
  }

  /// Places everything: the frames in `box`, titles above what the axes of the first row take at most, which
  /// neighbors of the group may raise to `rise`.
  func place(in box: Rect, rise: Double = 0, into layout: inout FigureLayout) {
    let grid = grid
    for (row, frames) in zip(cells.indices, frames(of: grid, in: box)) {
      var top = cells[row].map(\.insets.top).max() ?? 0
      let hasTitles = cells[row].contains(where: \.hasTitle)
      if row == 0 { top = max(top, rise) }
      for (index, frame) in frames.enumerated() {
        cells[row][index].place(
          in: frame,
          head: HeadPlace(
            rise: top, letterX: frame.minX - grid.insets[row][index].left, letterY: frame.minY,
            hasTitles: hasTitles),
          into: &layout)
      }
    }
    if let groupTitle {
      let top = max(insets.top, rise) + (cells.first?.map(\.headHeight).max() ?? 0)
      layout.texts.append(groupTitle.text(above: box.minY - top, midX: box.midX))
    }
  }

  /// The corner in a room at which all of it stands in the middle, or at the left if asked.
  func origin(of box: Size, in room: Rect, isLeftAligned: Bool) -> Point {
    let (size, outer) = (size(around: box), outer)
    let free = Size(width: max(room.width - size.width, 0), height: max(room.height - size.height, 0))
    return Point(
      x: room.minX + outer.left + (isLeftAligned ? 0 : free.width / 2),
      y: room.minY + outer.top + free.height * (hasPlots ? 0.5 : 0.35))
  }
}
