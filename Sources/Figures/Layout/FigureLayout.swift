import Diagnostics
import Drawing
import Formulas
import Geometry

/// Where everything on the page stands: title, panels, notation, code and caption.
struct FigureLayout {
  /// A block of text and its origin.
  struct Text {
    var block: TextBlock
    var origin: Point

    /// What it takes on the page.
    var box: Rect { block.extent.translated(by: Vector(x: origin.x, y: origin.y)) }
  }

  /// Where notation, code and caption stand.
  enum WordsPlace: Hashable {
    case below
    /// With smaller code, as large as the names of ticks.
    case tight
    /// To the right, and how much of the page's width is theirs alone.
    case beside(Double)
  }

  var texts: [Text] = []
  /// In reading order.
  var panels: [PanelLayout] = []
  /// That of all panels, and where it stands.
  var legends: [(layout: LegendLayout, box: Rect)] = []
  /// What does not fit where it is wanted.
  var complaints: [Diagnostic] = []
  let press: Press
  /// What is still free for panels.
  var room: Rect
  /// The size of code that is not too long or high, against the usual one.
  var mostOfCode = 1.0
  /// Which of the texts stand below the panels.
  var footer = 0..<0
  /// The smallest size of notation and code, against the usual one.
  var legibility = 1.0
  /// That of panels of words, formulas and code.
  var blockLegibility = 1.0
  /// What has least of the room that it needs.
  private(set) var shortage: Shortage?

  /// That something has less room than it needs.
  struct Shortage {
    /// 0…1, of what is needed.
    var share: Double
    var message: String
    var location: SourceLocation?
  }

  var gap: Double { press.canvas.type.label * 1.1 }

  /// Lays out with type of the canvas' sizes; where panels or words have too little room, with smaller type, and a
  /// warning.
  init(_ figure: EvaluatedFigure, press: Press) {
    self.init(trying: figure, press: press)
    if press.canvas.mostHeight != nil { growPage(for: figure) }
    let press = self.press
    guard let first = shortage else { return }
    let factor = shrink(figure, press: press)
    complaints.append(
      Diagnostic(
        "too little room: \(first.message); all type is set at \(Int((factor * 100).rounded())) %",
        at: first.location, help: "give a larger 'canvas', fewer panels or fewer words", severity: .warning))
  }

  /// Sizes of type to try where there is too little room, against the usual ones: large ones first.
  private static let factors = (1...25).reduce(into: [Double]()) { factors, _ in
    factors.append((factors.last ?? 1) * 0.85)
  }

  /// Lays out with the largest type for which there is room; returns its size against the usual one.
  ///
  /// The steps grow, and only the last one is searched: nearly all scenes need few, and a page without room for
  /// anything costs a third of what all sizes would.
  private mutating func shrink(_ figure: EvaluatedFigure, press: Press) -> Double {
    func layout(_ index: Int) -> FigureLayout {
      FigureLayout(figure, words: nil, press: press.scaled(by: Self.factors[index]))
    }
    var (tooLarge, enough) = (-1, Self.factors.count - 1)
    for index in [0, 1, 2, 4, 7, 12, enough] {
      self = layout(index)
      guard shortage != nil, index < enough else {
        enough = index
        break
      }
      tooLarge = index
    }
    while shortage == nil, enough - tooLarge > 1 {
      let middle = (tooLarge + enough) / 2
      let other = layout(middle)
      if other.shortage == nil { (self, enough) = (other, middle) } else { tooLarge = middle }
    }
    return Self.factors[enough]
  }

  /// With words where they usually stand, or elsewhere if that leaves the panels much more room.
  init(trying figure: EvaluatedFigure, press: Press) {
    self.init(figure, words: nil, press: press)
    guard figure.hasWords, !panels.isEmpty, worth < 0.25, !isNarrowColumn else { return }
    let widths = [0.3, 0.38, 0.46, 0.54].map { $0 * press.canvas.size.width }
    let columns = widths.filter { $0 > press.canvas.type.label * 7 }
    for place in [.below, .tight] + columns.map({ WordsPlace.beside($0 + columnGap) }) {
      let other = FigureLayout(figure, words: place, press: press)
      if other.worth > worth * 1.1 { self = other }
    }
  }

  private init(_ figure: EvaluatedFigure, words wanted: WordsPlace?, press: Press) {
    var press = press
    press.panelCount = figure.panels.count
    self.press = press
    room = Rect(minX: 0, minY: 0, maxX: press.canvas.size.width, maxY: press.canvas.size.height)
      .inset(by: press.canvas.margin)
    placeHeader(figure)
    if figure.legend?.place == .outside { placeLegend(of: figure) }
    var group = PanelGroup(arrangement(of: figure), of: figure.panels, letters: figure.letters, press: press)
    switch wanted ?? usualPlaceOfWords(of: figure, beside: &group) {
    case .below, .tight:
      if wanted == .tight { mostOfCode = press.canvas.type.tick / press.canvas.type.label }
      placeFooter(figure)
      if figure.legend?.place != .outside { placeLegend(of: figure) }
      liftFooter(below: place(&group, isLeftAligned: false))
    case .beside(let width):
      let page = room
      room.maxX -= width
      if figure.legend?.place != .outside { placeLegend(of: figure) }
      let box = place(&group, isLeftAligned: true)
      room = page
      placeSideColumn(figure, beside: box)
    }
  }

  /// How large the frames are, as a share of the page, less if words are hard to read.
  private var worth: Double {
    guard shortage == nil else { return 0 }
    let page = press.canvas.size
    let area = panels.reduce(0) { $0 + $1.panel.frame.width * $1.panel.frame.height }
    return area / (page.width * page.height) * legibility * legibility
  }

  /// The legend of all panels, at the right or the bottom of the room that they have together.
  private mutating func placeLegend(of figure: EvaluatedFigure) {
    guard let legend = figure.legend else { return }
    let plots = figure.panels.compactMap { panel in
      if case .plot(let plot) = panel.content { plot } else { nil }
    }
    let appearances = plots.flatMap { $0.marks.appearances(in: press.theme) }
    let isBeside = legend.place == .outside
    let layout = LegendLayout(legend, of: appearances, row: isBeside ? nil : room.width, press: press)
    let size = layout.size
    let corner =
      isBeside
      ? Point(x: room.maxX - size.width, y: room.midY - size.height / 2)
      : Point(x: room.midX - size.width / 2, y: room.maxY - size.height)
    legends.append((layout, Rect(x: corner.x, y: corner.y, width: size.width, height: size.height)))
    if isBeside { room.maxX = corner.x - gap * 1.5 } else { room.maxY = corner.y - gap * 0.8 }
  }

  /// Gives the panels the room that is left; returns what they take of it.
  private mutating func place(_ group: inout PanelGroup, isLeftAligned: Bool) -> Rect {
    let box = group.settled(in: room.size)
    let origin = group.origin(of: box, in: room, isLeftAligned: isLeftAligned)
    let frames = Rect(x: origin.x, y: origin.y, width: box.width, height: box.height)
    group.place(in: frames, into: &self)
    return group.box(around: frames)
  }

  /// Takes a panel that has its place.
  mutating func place(_ panel: PanelLayout, at location: SourceLocation) {
    let frame = panel.panel.frame
    let least = Size(width: press.canvas.type.tick * 4, height: press.canvas.type.tick * 3)
    let shares = (frame.width / least.width, frame.height / least.height)
    // Equal units make frames as flat as the data: then the longer side decides.
    if let complaint = panel.legend?.complaint { complaints.append(complaint) }
    let share = panel.figure.hasEqualUnits ? max(shares.0, shares.1) : min(shares.0, shares.1)
    demand(
      share,
      "the panel's frame would have \(rounded(frame.width, frame.height)) pt and needs "
        + "\(rounded(least.width, least.height)) pt", at: location)
    panels.append(panel)
  }

  /// Notes how much of the room that something needs it has, if that is too little.
  mutating func demand(_ share: Double, _ message: @autoclosure () -> String, at location: SourceLocation?) {
    guard share < 0.999, share < shortage?.share ?? 1 else { return }
    shortage = Shortage(share: max(share, 0), message: message(), location: location)
  }

  /// Title and subtitle at the top left.
  private mutating func placeHeader(_ figure: EvaluatedFigure) {
    let type = press.canvas.type
    var isEmpty = true
    if let title = figure.title {
      place(title: press.typeset(title, size: type.title, within: room.width, weight: .bold))
      isEmpty = false
    }
    if let subtitle = figure.subtitle {
      place(
        title: press.typeset(subtitle, size: type.label, within: room.width, color: press.theme.quietInk))
      isEmpty = false
    }
    if !isEmpty { room.minY += gap * 0.75 }
  }

  private mutating func place(title block: TextBlock) {
    texts.append(Text(block: block, origin: Point(x: room.minX, y: room.minY + block.ascent)))
    room.minY += block.height
  }
}

extension EvaluatedFigure {
  fileprivate var hasWords: Bool { notation != nil || code != nil || caption != nil }
}
