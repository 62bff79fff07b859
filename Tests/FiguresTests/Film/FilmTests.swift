import Diagnostics
import Drawing
import Geometry
import SceneFiles
import Testing

@testable import Figures

/// Films of small scenes, set with letters of equal width.
@Suite struct FilmTests {
  static func scene(_ source: String) throws -> Scene {
    try Scene(decoding: parseYAML(Array(source.utf8), file: "test.yaml"))
  }

  static func film(_ source: String) throws -> Film {
    try Film(of: scene(source), with: FixedWidthTypesetter())
  }

  /// Axes that the scene says, no labels: nothing that a film lays out otherwise than a picture.
  static let fixedScenes = [
    """
    film: {frames: 9}
    let:
      f(x): x^2
      a: 3*t
      g(x): a*x
    axes: {x: {domain: [0, 3]}, y: {domain: [0, 9]}}
    draw:
      - curve: f
      - curve: g
      - point: [a, f(a)]
    """,
    """
    film: {frames: 7, hold: 0.1s}
    let:
      L(x, y): x^2 + 2*y^2
      walk: descend(L, from=[2, 1], with=sgd(rate=0.1), steps=12)
      k: floor(1 + 12*t)
    axes: {x: {domain: [-3, 3]}, y: {domain: [-2, 2]}}
    draw:
      - contours: L
        levels: [1, 2, 4]
        numbers: false
        resolution: 60
      - path: walk.points[:k]
      - point: walk.points[k - 1]
        when: frame > 2
    """,
    """
    film: {frames: 5}
    axes: {x: {domain: [-2, 2]}, y: {domain: [-2, 2]}, units: equal, style: origin}
    draw:
      - vector: [2*t, 1]
      - curve: x -> t*x
        opacity: 0.5
    """,
    """
    film: {frames: 4}
    panels:
      - axes: {x: {domain: [0, 1]}, y: {domain: [0, 1]}}
        draw: [{point: [t, t]}]
      - axes: {x: {domain: [0, 1]}, y: {domain: [0, 1]}}
        draw: [{curve: x -> x^2}]
    """,
  ]

  @Test("where nothing is left to the layout, a frame is the picture of its moment", arguments: fixedScenes)
  func framesAreThePicturesOfTheirMoments(_ source: String) throws {
    let scene = try Self.scene(source)
    let film = try Film(of: scene, with: FixedWidthTypesetter())
    for frame in 0..<film.timing.frameCount {
      let alone = try scene.still(with: FixedWidthTypesetter(), at: film.timing.moment(of: frame))
      #expect(try film.drawn(at: frame).list.items == alone.list.items, "frame \(frame)")
    }
  }

  @Test("frames are the same in any order, on any thread", arguments: fixedScenes + [openScene, labelScene])
  func framesKnowNoOrder(_ source: String) async throws {
    let film = try Self.film(source)
    let count = film.timing.frameCount
    let lists = try (0..<count).map { try film.drawn(at: $0).list }
    let order = (0..<3 * count).map { ($0 * 7 + 3) % count }
    try await withThrowingTaskGroup(of: (Int, DisplayList).self) { group in
      for frame in order { group.addTask { (frame, try film.drawn(at: frame).list) } }
      for try await (frame, list) in group { #expect(list == lists[frame]) }
    }
    // A film made anew, asked for its last frame alone.
    #expect(try Self.film(source).drawn(at: count - 1).list == lists[count - 1])
  }

  /// Axes left open, over a point that moves.
  static let openScene = """
    film: {frames: 11}
    axes: {x: {label: x}, y: {label: y}}
    draw:
      - point: [10*t, 1000*t^2]
      - curve: x -> 20*x
    """

  static let labelScene = """
    film: {frames: 11}
    title: 'step {{floor(10*t)}}'
    axes: {x: {domain: [0, 10]}, y: {domain: [0, 10]}}
    draw:
      - curve: x -> x
        label: identity
      - point: [10*t, 5 + 4*sin(6*t)]
        label: 'here {{t:.2f}}'
    """

  @Test("axes that the scene leaves open show what any frame shows, and stand still")
  func axesShowAllFrames() throws {
    let film = try Self.film(Self.openScene)
    let frames = try (0..<11).map { try film.placed(at: $0).layout.panels[0].panel }
    for panel in frames {
      #expect(panel.frame == frames[0].frame)
      #expect(panel.x.domain == frames[0].x.domain && panel.y.domain == frames[0].y.domain)
    }
    // Room to breathe is 7 % of the range on each side.
    #expect(abs(frames[0].x.domain.lowerBound + 0.7) < 1e-9)
    #expect(abs(frames[0].x.domain.upperBound - 10.7) < 1e-9)
    #expect(frames[0].y.domain.upperBound >= 1000)
  }

  @Test("what does not change is the same storage in every frame")
  func stillItemsAreShared() throws {
    let film = try Self.film(Self.fixedScenes[1])
    let (one, other) = (try film.drawn(at: 1).list.items, try film.drawn(at: 2).list.items)
    #expect(one.count == other.count)
    var shared = 0
    for (one, other) in zip(one, other) {
      guard case .group(let one) = one, case .group(let other) = other, one == other else { continue }
      #expect(
        one.items.withUnsafeBufferPointer(\.baseAddress) == other.items.withUnsafeBufferPointer(\.baseAddress)
      )
      shared += 1
    }
    #expect(shared > 5)
  }

  @Test("labels keep their side while what they name moves")
  func labelsKeepTheirPlaces() throws {
    let film = try Self.film(Self.labelScene)
    let placed = try (0..<11).map { try film.placed(at: $0) }
    let names = placed.map { $0.labels[0][0][0] }
    #expect(names.allSatisfy { $0.origin == names[0].origin })
    let choices = placed.map { $0.labels[0][1].map(\.choice) }
    #expect(choices.allSatisfy { $0 == choices[0] && $0.count == 1 })
    let titles = placed.map { $0.layout.texts[0].origin }
    #expect(titles.allSatisfy { $0 == titles[0] })
  }

  @Test("what is wrong in every frame is told once, what is wrong in one there")
  func errorsAreToldWhereTheyAre() throws {
    let broken = """
      film: {frames: 240}
      let:
        a: 1/(if_zero(frame))
      draw: [{point: [t, t]}]
      """
    #expect(throws: DiagnosticList.self) { try Self.film(broken) }
    let film = try Self.film(
      """
      film: {frames: 240}
      let:
        points: [[0, 0], [1, 1], [2, 0]]
        number: 5 if frame == 117 else 1
      axes: {x: {domain: [0, 2]}, y: {domain: [0, 2]}}
      draw: [{point: 'points[number]'}]
      """)
    for frame in [0, 116, 118, 239] { _ = try film.drawn(at: frame) }
    let error = try #require(#expect(throws: DiagnosticList.self) { try film.drawn(at: 117) })
    let fault = try #require(error.diagnostics.first)
    #expect(fault.message.hasPrefix("frame 117: "))
    #expect(fault.at?.line == 6)
  }

  @Test("a claim that fails in one frame is told there")
  func claimsAreTested() throws {
    let film = try Self.film(
      """
      film: {frames: 5}
      axes: {x: {domain: [0, 1]}, y: {domain: [0, 1]}}
      draw: [{point: [t, t]}]
      expect: [frame != 3, 1 < 2]
      """)
    for frame in [0, 1, 2, 4] { _ = try film.drawn(at: frame) }
    #expect(throws: DiagnosticList.self) { try film.drawn(at: 3) }
  }

  @Test("the same color means the same value in every frame")
  func rangesAreShared() throws {
    let film = try Self.film(
      """
      film: {frames: 6}
      axes: {x: {domain: [-1, 1]}, y: {domain: [-1, 1]}}
      draw:
        - contours: '(x, y) -> (1 + 9*t)*(x^2 + y^2)'
          levels: 5
          fill: true
          resolution: 40
      """)
    let bars = try (0..<6).map { try film.placed(at: $0).layout.panels[0].figure.marks[0].colorBar?.limits }
    #expect(bars[0]?.isEmpty == false)
    #expect(bars.allSatisfy { $0 == bars[0] })
  }

  @Test("a camera moves ticks, not frames")
  func cameraMovesTicks() throws {
    let film = try Self.film(
      """
      film: {frames: 6}
      axes: {x: {domain: [0, 1 + 999*t]}, y: {domain: [0, 10]}}
      draw: [{curve: sqrt}]
      """)
    let panels = try (0..<6).map { try film.placed(at: $0).layout.panels[0].panel }
    #expect(panels.allSatisfy { $0.frame == panels[0].frame })
    #expect(panels[5].x.domain == 0...1000)
    #expect(panels[0].x.domain == 0...1)
  }

  @Test("with equal units a camera must keep the shape of the frame")
  func cameraKeepsShape() throws {
    let source = { (top: String) in
      """
      film: {frames: 6}
      axes: {x: {domain: [0, 1 + t]}, y: {domain: [0, \(top)]}, units: equal}
      draw: [{point: [0.5, 0.5]}]
      """
    }
    let good = try Self.film(source("1 + t"))
    for frame in 0..<6 { _ = try good.drawn(at: frame) }
    #expect(throws: DiagnosticList.self) { try Self.film(source("1")).drawn(at: 0) }
  }

  @Test("work is bounded in each frame, not in all together")
  func workIsBoundedInEachFrame() throws {
    let film = try Self.film(
      """
      film: {frames: 60}
      limits: {work: 30000}
      let:
        s: sum([k*t for k in 0..2000])
      axes: {x: {domain: [0, 1]}, y: {domain: [0, 1]}}
      draw: [{point: [t, 0.5]}]
      """)
    for frame in 0..<60 { _ = try film.drawn(at: frame) }
  }

  /// Two shots that differ in a number, one of them without a title.
  static let shotScene = """
    film:
      shots:
        - {title: slow, frames: 4, let: {rate: 1}}
        - {frames: 4, let: {rate: 2, extra: 3}}
    let:
      base: [0, 1]
      reach: rate*5
    axes: {x: {domain: [0, 10]}, y: {domain: [0, 10]}}
    draw:
      - point: [reach, 5]
      - point: [t*reach, 2]
      - point: [extra, 8]
        when: shot == 1
    """

  @Test("each shot has its own names and title, in the same places")
  func shotsHaveTheirNames() throws {
    let film = try Self.film(Self.shotScene)
    let placed = try (0..<8).map { try film.placed(at: $0) }
    #expect(placed.allSatisfy { $0.layout.panels[0].panel.frame == placed[0].layout.panels[0].panel.frame })
    #expect(placed[0].layout.texts.map(\.block.source) == ["slow"])
    #expect(placed[7].layout.texts.map(\.block.source) == [""])
    // The second shot has one mark more.
    let counts = try (0..<8).map { frame in
      try film.drawn(at: frame).list.items.count { item in
        if case .group(let group) = item { group.label == nil } else { false }
      }
    }
    #expect(counts == [2, 2, 2, 2, 3, 3, 3, 3])
    // What differs between shots alone is still within one.
    let (one, other) = (try film.drawn(at: 5).list.items, try film.drawn(at: 6).list.items)
    #expect(zip(one, other).filter { $0 != $1 }.count == 1)
  }

  @Test("the picture of a scene that moves is its poster, in the layout of the film")
  func pictureIsThePoster() throws {
    for source in [Self.openScene, Self.labelScene, Self.shotScene] {
      let scene = try Self.scene(source)
      let film = try Self.film(source)
      let picture = try scene.drawn(with: FixedWidthTypesetter())
      #expect(picture.list == (try film.drawn(at: film.timing.posterFrame).list))
      #expect(try scene.checked(with: FixedWidthTypesetter()).isEmpty)
    }
  }

  @Test("all frames are tested, and a mistake is told once with the first of its frames")
  func everyFrameIsTested() throws {
    let scene = try Self.scene(
      "film: {frames: 5000}\naxes: {x: {domain: [0, 1]}, y: {domain: [0, 2]}}\ndraw: [{point: [t, 1]}]\n"
        + "expect: ['frame != 4321', 'frame < 4990']\n")
    #expect {
      try scene.checked(with: FixedWidthTypesetter())
    } throws: { error in
      (error as? DiagnosticList)?.diagnostics.map(\.message) == [
        "frame 4321: this does not hold: frame != 4321",
        "frame 4990 and 9 more: this does not hold: frame < 4990",
      ]
    }
  }

  @Test("names see those above them, as in a picture")
  func namesSeeThoseAbove() throws {
    #expect(throws: DiagnosticList.self) {
      try Self.film(
        """
        film: {frames: 5}
        let:
          a: t*later
          later: 2
        draw: [{point: [t, 0.5]}]
        """)
    }
  }
}
