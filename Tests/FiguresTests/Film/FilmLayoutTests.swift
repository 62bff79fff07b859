import Diagnostics
import Drawing
import Geometry
import Testing

@testable import Figures

/// What keeps its place in a film, and what is told where something cannot.
@Suite struct FilmLayoutTests {
  private func warnings(_ film: Film) throws -> [String] {
    try (0..<film.timing.frameCount).flatMap { try film.drawn(at: $0).warnings.map(\.message) }
  }

  @Test("numbers that change have digits of one width, words and pictures that stand still have not")
  func changingNumbersAreTabular() throws {
    let source = """
      title: chapter 1
      subtitle: '{{a}} of 9'
      let:
        a: 1
      axes: {x: {domain: [0, 1]}, y: {domain: [0, 1]}}
      draw: [{point: [0.5, 0.5], label: 'at {{a}}'}]
      """
    func styles(_ placed: PlacedFigure) -> [Bool] {
      let blocks = placed.layout.texts.map(\.block) + placed.labels.joined().joined().map(\.block)
      return blocks.compactMap { block in
        if case .words(let style) = block.setting { style.hasTabularDigits } else { nil }
      }
    }
    let film = try FilmTests.film("film: {frames: 3}\n" + source)
    #expect(styles(try film.placed(at: 0)) == [false, true, true])
    let scene = try FilmTests.scene(source)
    let still = scene.placed(
      try scene.evaluated(), on: scene.canvas, in: .light, with: FixedWidthTypesetter())
    #expect(styles(still) == [false, false, false])
  }

  private func subtitled(_ words: String) -> String {
    """
    film: {frames: 400}
    subtitle: '\(words)'
    axes: {x: {domain: [0, 1]}, y: {domain: [0, 1]}}
    draw: [{point: [t, t]}]
    """
  }

  @Test("words that are longer in a frame that was not measured are told only if they have no room")
  func freeRoomIsFree() throws {
    // 400 frames, of which 240 are measured: 0, 1, 3, 5, …
    let long = try FilmTests.film(subtitled("{{\"somewhat longer\" if frame == 2 else \"short\"}}"))
    #expect(try long.drawn(at: 2).warnings.isEmpty)
    let words = String(repeating: "far too long ", count: 40)
    let longer = try FilmTests.film(subtitled("{{\"\(words)\" if frame == 2 else \"short\"}}"))
    #expect(try longer.drawn(at: 0).warnings.isEmpty)
    let told = try longer.drawn(at: 2).warnings.map(\.message)
    #expect(told.count == 1)
    #expect(told.allSatisfy { $0.hasSuffix("is larger than the room that the film keeps for it") })
  }

  @Test("a label keeps clear at all moments rather than standing best at some")
  func labelsAreClearAlways() throws {
    // The point passes under a word that stands above right of its way in the middle of the film.
    let film = try FilmTests.film(
      """
      film: {frames: 61}
      axes: {x: {domain: [0, 10]}, y: {domain: [0, 10]}}
      draw:
        - text: a long remark
          at: [5.5, 5.6]
        - point: [10*t, 5]
          label: here
      """)
    let placed = try (0..<61).map { try film.placed(at: $0) }
    for figure in placed {
      let labels = figure.labels.joined().joined().map(\.ink)
      #expect(labels.count == 2)
      #expect(!labels[0].intersects(labels[1]))
    }
  }

  @Test("labels that move together keep off each other")
  func labelsKeepOffEachOther() throws {
    let film = try FilmTests.film(
      """
      film: {frames: 41}
      axes: {x: {domain: [0, 10]}, y: {domain: [0, 10]}}
      draw:
        - point: [2 + 6*t, 5]
          label: one
        - point: [8 - 6*t, 5.5]
          label: other
      """)
    for frame in 0..<41 {
      let labels = try film.placed(at: frame).labels.joined().joined().map(\.ink)
      #expect(labels.count == 2 && !labels[0].intersects(labels[1]), "frame \(frame)")
    }
  }

  @Test("the label of a mark that fades stays readable, then fades with it, and is gone when it is gone")
  func labelsFade() throws {
    let film = try FilmTests.film(
      """
      film: {frames: 9}
      axes: {x: {domain: [0, 1]}, y: {domain: [0, 1]}}
      draw: [{point: [0.5, 0.5], label: name, opacity: 1 - t}]
      """)
    for frame in 0..<9 {
      let placed = try film.placed(at: frame)
      var list = DisplayList(size: placed.press.canvas.size, pixelsPerPoint: 1)
      placed.draw(.labels(0, panel: 0), into: &list)
      let opacity = list.items.compactMap { if case .group(let group) = $0 { group.opacity } else { nil } }
      let expected = min(4 * (1 - Double(frame) / 8), 1)
      #expect(opacity == (frame == 8 ? [] : [expected]))
    }
  }

  @Test("what can show one frame only is told, where it stands")
  func frozenThingsAreTold() throws {
    let film = try FilmTests.film(
      """
      film: {frames: 3}
      axes: {x: {domain: [0, 1]}, y: {domain: [0, 1]}}
      legend: true
      draw:
        - curve: x -> t*x
          label: slope {{t:.1f}}
        - curve: x -> x
          label: one
      notation: $y = {{t:.1f}} x$
      callouts: {x: the input}
      """)
    let told = try warnings(film)
    #expect(told.contains("the legend tells the name that the mark has in one frame, but it changes"))
    #expect(told.contains("the formula stands still in the film, as words hang on its terms"))
    #expect(Set(told).count == 2)
  }

  @Test("numbers of contours that move are left out, those of others stay")
  func movingContoursHaveNoNumbers() throws {
    func source(_ factor: String) -> String {
      """
      film: {frames: 5}
      axes: {x: {domain: [-2, 2]}, y: {domain: [-2, 2]}}
      draw:
        - contours: (x, y) -> (x - \(factor))^2 + y^2
          levels: [0.5, 1, 2]
          resolution: 60
      """
    }
    let counts = try ["t", "0"].map { factor in
      let film = try FilmTests.film(source(factor))
      return try (0..<5).map { try film.placed(at: $0).labels[0][0].count }
    }
    #expect(counts[0].allSatisfy { $0 == 0 })
    #expect(counts[1].allSatisfy { $0 > 0 })
  }

  @Test("the description of a film is that of its poster, on the axes of the film")
  func descriptionIsOfThePoster() throws {
    let scene = try FilmTests.scene(
      """
      film: {frames: 11, poster: 0.5}
      draw:
        - point: [100*t, t]
        - point: [3, 0.2]
          when: t < 0.3
      """)
    let figure = try FilmNumbers(of: scene, #require(scene.film)).poster
    guard case .plot(let plot) = try #require(figure.panels.first).content else { return }
    #expect(plot.marks.count == 1)
    #expect(plot.x.scale.domain.upperBound >= 100)
    #expect(try scene.description(isDrafted: true).text.contains("50"))
  }

  @Test("where all frames would take too long, some are measured, the ends among them, and that is told")
  func measuringIsBounded() throws {
    let source = { (work: String) in
      """
      film: {frames: 101}
      limits: {work: \(work)}
      let:
        s: sum([k*t for k in 0..2000])
      draw: [{point: [t, s]}]
      """
    }
    let free = try FilmTests.film(source("1e7"))
    #expect(try free.drawn(at: 0).warnings.isEmpty)
    let bound = try FilmTests.film(source("15000"))
    let told = try bound.drawn(at: 0).warnings
    #expect(told.count == 1)
    #expect(told.allSatisfy { $0.message.contains("of 101 frames") && $0.at?.line == 1 })
    let domains = try [free, bound].map { try $0.placed(at: 0).layout.panels[0].panel.y.domain }
    #expect(domains[0] == domains[1])
  }
}
