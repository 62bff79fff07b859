import Diagnostics
import Drawing
import Expressions
import Formulas
import Geometry

/// A film whose layout is made: everything has its place, and what does not change is drawn.
struct FilmStage: Sendable {
  private let numbers: FilmNumbers
  /// As the layout counts its panels.
  private let plots: [FilmPlot]
  /// What all frames have in common, with the marks of some moments.
  private let placed: PlacedFigure
  private let labels: FilmLabels
  /// The page with nothing on it.
  private let page: DisplayList
  private let parts: [FigurePart]
  /// Where words that change stand in the scene.
  private let movingWords: Set<SourceLocation>
  /// For each shot and part what it looks like in all frames; `nil` for parts that are drawn anew in each.
  private var stills: [Int: [[DisplayItem]?]] = [:]
  /// What is legal in all frames but probably not meant.
  private var warnings: [Diagnostic]

  /// As many moments decide where labels stand.
  private static let labelMoments = 24

  /// Lays out and draws what all frames have in common.
  init(
    _ numbers: FilmNumbers, on canvas: Canvas, in theme: Theme, with typesetter: any Typesetter,
    isTransparent: Bool
  ) throws(DiagnosticList) {
    self.numbers = numbers
    plots = numbers.plots.compactMap(\.self)
    let scene = numbers.scene
    let moments = FilmLabelChoice.spread(Self.labelMoments, over: numbers.moments.count)
      .map { numbers.moments[$0] }
    let frames = moments.compactMap { try? numbers.frame(at: $0) }
    var figure = try numbers.figure(in: theme, fontsCheckedBy: typesetter)
    var press = scene.press(for: figure, on: canvas, in: theme, with: typesetter)
    press.isMoving = true
    figure = figure.replacing(
      numbers.words.largest(at: numbers.moments, of: numbers.scopes) { label in
        let block = press.typeset(label, size: press.canvas.type.label)
        return block.extent.width * block.extent.height
      })
    var layout = FigureLayout(figure, press: press)
    if figure.widen(forCameras: frames.map(\.cameras), in: layout) {
      layout = FigureLayout(figure, press: press)
    }
    movingWords = numbers.words.locations.union(
      numbers.words.hasShotTitles ? [figure.subtitle?.location].compactMap(\.self) : [])
    let isStill = plots.map { plot in plot.shown.map { !plot.isMoving($0) } }
    labels = FilmLabels(in: layout, isStill: isStill, moments: frames.map(\.marks))
    placed = PlacedFigure(
      figure: figure, layout: layout, labels: labels.still, complaints: labels.complaints)
    parts = placed.parts
    page = placed.emptyPage(isTransparent: isTransparent)
    warnings = placed.warnings + figure.frozen(among: frames.map(\.marks), words: movingWords)
    try drawStills()
  }

  /// Draws what is the same in all frames, or in all of a shot.
  private mutating func drawStills() throws(DiagnosticList) {
    var page = page
    let paces = parts.map(pace)
    let common = zip(parts, paces).map { part, pace -> [DisplayItem]? in
      guard pace == .still else { return nil }
      return Self.items(of: part, in: placed, &page)
    }
    for moment in numbers.moments where stills[moment.shot] == nil {
      stills[moment.shot] = common
      guard paces.contains(.shot), let frame = try? numbers.frame(at: moment) else { continue }
      let (placed, _) = filled(with: frame)
      for (index, part) in parts.enumerated() where paces[index] == .shot {
        stills[moment.shot]?[index] = frame.shows(part) ? Self.items(of: part, in: placed, &page) : []
      }
    }
    warnings += page.problems
  }

  private static func items(
    of part: FigurePart, in placed: PlacedFigure, _ page: inout DisplayList
  ) -> [DisplayItem] {
    page.items = []
    placed.draw(part, into: &page)
    return page.items
  }

  /// How often a part of the picture changes.
  private func pace(of part: FigurePart) -> Pace {
    func hasMovingWords(_ locations: Set<SourceLocation>) -> Bool {
      !locations.isDisjoint(with: movingWords)
    }
    switch part {
    case .mark(let mark, let panel), .labels(let mark, let panel):
      return plots[panel].hasCamera ? .frame : plots[panel].pace(ofShown: mark)
    case .grid(let panel): return plots[panel].hasCamera ? .frame : .still
    case .axes(let panel), .surroundings(let panel):
      return plots[panel].hasCamera || hasMovingWords(placed.layout.panels[panel].wordLocations)
        ? .frame : .still
    case .zooms(let panel):
      return !placed.layout.panels[panel].zooms.isEmpty && plots[panel].hasCamera ? .frame : .still
    case .legends: return .still
    case .text(let index):
      return hasMovingWords(Set([placed.layout.texts[index].block.location].compactMap(\.self)))
        ? .frame : .still
    }
  }

  /// The figure of a frame in the places of the film, and what has no room there.
  private func filled(with frame: FilmFrame) -> (figure: PlacedFigure, complaints: [Diagnostic]) {
    var placed = placed
    var complaints: [Diagnostic] = []
    for (panel, camera) in frame.cameras.enumerated() {
      guard let camera else { continue }
      guard let moved = placed.layout.panels[panel].refilled(with: camera) else {
        complaints.append(
          Diagnostic(
            "the frame of the panel would change its shape, as units are equally long on both axes",
            at: plots[panel].location,
            help: "let both domains change by the same factor, or write units: free"))
        continue
      }
      if !placed.layout.panels[panel].hasRoom(for: camera) {
        complaints.append(
          Diagnostic(
            "the names of the ticks need more room than the film keeps for them",
            at: plots[panel].location, severity: .warning))
      }
      placed.layout.panels[panel] = moved
    }
    for (panel, marks) in frame.marks.enumerated() {
      let plot = plots[panel]
      for (index, mark) in marks.enumerated() where plot.pace(ofShown: index) != .still {
        guard let mark else { continue }
        placed.layout.panels[panel].replaceMark(index, by: mark)
        let requests = placed.layout.panels[panel].requests(of: mark)
        placed.labels[panel][index] = labels.placed(requests, of: index, panel: panel)
      }
    }
    var words = frame.words.labels
    if let subtitle = frame.words.subtitle, let location = placed.figure.subtitle?.location {
      words[location] = subtitle
    }
    complaints += placed.layout.replaceWords(by: words, frame.words.listings)
    return (placed, complaints)
  }

  /// The picture of a moment, and what is legal in it but probably not meant.
  func drawn(at moment: FilmMoment) throws(DiagnosticList) -> (list: DisplayList, warnings: [Diagnostic]) {
    let frame = try numbers.frame(at: moment)
    let (placed, complaints) = filled(with: frame)
    try DiagnosticList(complaints).throwIfErrors()
    var list = page
    if let title = frame.title { list.title = title.plainText }
    if let text = frame.alternativeText { list.alternativeText = text.plainText }
    list.items.reserveCapacity(parts.count * 2)
    let stills = stills[moment.shot]
    for (index, part) in parts.enumerated() {
      if let items = stills?[index] {
        list.items += items
      } else if frame.shows(part) {
        placed.draw(part, into: &list)
      }
    }
    return (list, (warnings + complaints + frame.warnings + list.problems).withoutRepeats)
  }

  /// Everything in its place at a moment, as lint looks at it.
  func placed(at moment: FilmMoment) throws(DiagnosticList) -> PlacedFigure {
    filled(with: try numbers.frame(at: moment)).figure
  }
}

extension FilmFrame {
  /// Whether a part is there: marks may not be.
  fileprivate func shows(_ part: FigurePart) -> Bool {
    switch part {
    case .mark(let mark, let panel), .labels(let mark, let panel): marks[panel][mark] != nil
    default: true
    }
  }
}

extension EvaluatedFigure {
  /// Takes the axes whose names need most room around the frames of a layout; returns whether that are others.
  fileprivate mutating func widen(forCameras cameras: [[EvaluatedPlot?]], in layout: FigureLayout) -> Bool {
    var hasChanged = false
    let plots = panels.indices.filter { if case .plot = panels[$0].content { true } else { false } }
    for (number, panel) in plots.enumerated() {
      var most = layout.panels[number].insets.sum
      for case let plot? in cameras.map({ $0[number] }) {
        guard let sum = layout.panels[number].refilledInsets(for: plot)?.sum, sum > most + 0.5 else {
          continue
        }
        most = sum
        panels[panel].content = .plot(plot)
        hasChanged = true
      }
    }
    return hasChanged
  }
}
