import Diagnostics
import Drawing
import Expressions
import Formulas
import Geometry
import MathCore
import SceneFiles

/// A remark that points at a place: words where there is room for them, and a thin leader from there.
struct Callout: Mark {
  /// What is at the leader's end.
  enum Head: Hashable, Sendable {
    case none
    case dot
    case arrow
  }

  private let subject: LabelTemplate
  private let target: Expression
  /// Where the words stand; `nil` leaves it to the picture.
  private let place: Expression?
  private let side: LabelRequest.Side?
  private let head: Head
  /// Where lines are broken, in points.
  private let wrap: Double?
  private let size: Double?
  var style: MarkStyle

  static let traits = MarkTraits(mayLeavePanel: true, drawsLeaders: true, isWords: true)

  private static let heads = Catalogue<Head>("head", ["none": .none, "dot": .dot, "arrow": .arrow])

  init(_ fields: inout Fields) throws(Diagnostic) {
    guard let text = try fields.filled("callout") else {
      throw Diagnostic("'callout' says nothing", at: fields.location)
    }
    subject = try LabelTemplate(text, labels: fields.labels)
    target = try fields.place("the point that it speaks of")
    place = try fields.expression("to")
    side = try fields.word("side", among: LabelRequest.sides)
    head = try fields.word("head", among: Self.heads) ?? .none
    wrap = try fields.number("wrap", in: 10...5000)
    size = try fields.number("size", in: BlockDescription.sizes)
    style = try MarkStyle(&fields)
  }

  struct Numbers: Sendable {
    var target: DataPoint
    var place: DataPoint?
    var label: Label
  }

  func evaluate(in context: EvaluationContext) throws(Diagnostic) -> Numbers {
    Numbers(
      target: try target.finitePoint(of: "at", in: context.scope),
      place: try place?.finitePoint(of: "to", in: context.scope),
      label: try subject.evaluate(in: context.scope))
  }

  func extent(of numbers: Numbers) -> Extent {
    let points = [numbers.target] + (numbers.place.map { [$0] } ?? [])
    return Extent(x: AxisExtent(of: points.map(\.x)), y: AxisExtent(of: points.map(\.y)))
  }

  func summary(of numbers: Numbers) -> [String] {
    ["the remark “\(numbers.label.spoken())” on \(SpokenPoints.spell(numbers.target))"]
  }

  func block(_ numbers: Numbers, on panel: Panel, in obstacles: inout ObstacleMap) {
    obstacles.add(dot: panel.place(numbers.target), radius: gap(on: panel), .heavy)
  }

  func labels(of numbers: Numbers, on panel: Panel) -> [LabelRequest] {
    let anchor = panel.place(numbers.target)
    guard panel.reaches(from: anchor, to: anchor) else { return [] }
    let em = size ?? panel.canvas.type.label
    let color = style.color(in: panel.theme, else: .highlight)
    let block =
      wrap.map {
        panel.press.typeset(numbers.label, size: em, color: color, width: $0, alignment: .center)
      } ?? panel.press.typesetEvenly(numbers.label, size: em, color: color, width: em * 13)
    if let place = numbers.place { return [LabelRequest(centering: block, at: place, on: panel)] }
    let bounds = panel.frame.outset(by: 4).intersection(panel.wholePage)
    // Shorter lines fit where there is less room.
    let narrow =
      wrap == nil && block.ink.width > em * 7
      ? panel.press.typesetEvenly(numbers.label, size: em, color: color, width: em * 7) : nil
    var candidates: [LabelRequest.Candidate] = []
    for (rank, distance) in [2.2, 3.4, 5, 7, 9.5].enumerated() {
      for (index, direction) in Self.directions.enumerated() {
        let strangeness =
          side.map { (1 - direction.dot($0.direction.normalized)) * 60 } ?? Double(index) * 1.5
        for (variant, block) in [block, narrow].enumerated() {
          guard let block else { continue }
          var candidate = LabelRequest.Candidate(
            block, beside: anchor, towards: direction, distance: distance * em,
            cost: Double(rank) * 8 + strangeness + Double(variant) * 10)
          candidate.origin = candidate.origin + shift(of: block, at: candidate.origin, into: bounds)
          candidate.hasLeader = true
          candidate.variant = variant == 0 ? nil : 0
          candidates.append(candidate)
        }
      }
    }
    var request = LabelRequest(
      block: block, candidates: candidates, padding: 3, bounds: bounds, anchor: anchor,
      anchorRadius: gap(on: panel))
    request.variants = [narrow].compactMap(\.self).map { LabelRequest.Variant(block: $0) }
    return [request]
  }

  /// How far a block that stands half beyond the frame moves to the side.
  private func shift(of block: TextBlock, at origin: Point, into bounds: Rect) -> Vector {
    let (left, right) = (origin.x + block.ink.minX, origin.x + block.ink.maxX)
    guard block.ink.width < bounds.width else { return .zero }
    return Vector(x: max(bounds.minX - left, 0) + min(bounds.maxX - right, 0), y: 0)
  }

  /// Diagonals first: their leaders are told from axes, grid and text.
  private static let directions = [
    (1, -1), (-1, -1), (1, 1), (-1, 1), (2, -1), (-2, -1), (0, -1), (1, 0), (-1, 0), (0, 1), (2, 1), (-2, 1),
  ]
  .map { Vector(x: Double($0.0), y: Double($0.1)).normalized }

  /// Between the leader and what it points at: it ends just before a marker.
  private func gap(on panel: Panel) -> Double { panel.canvas.lines.bold * 2.3 }

  func draw(
    _ numbers: Numbers, labels: [PlacedLabel], on panel: Panel, into list: inout DisplayList
  ) {
    let target = panel.place(numbers.target)
    guard panel.reaches(from: target, to: target) else {
      list.report([Diagnostic(unseen: "callout", at: self.target.source.start)])
      return
    }
    guard let box = labels.first?.ink else { return }
    let color = style.color?.color(in: panel.theme) ?? panel.theme.quietInk
    let width = panel.canvas.lines.thin * style.width
    let start = Self.attachment(of: box.outset(by: panel.canvas.type.label * 0.3), to: target)
    let way = target - start
    let gap = head == .dot ? 0 : gap(on: panel)
    guard way.length > gap, !box.contains(target) else { return }
    let end = target - way.normalized * gap
    switch head {
    case .none: list.stroke(Path(polyline: [start, end]), style.stroke(panel.canvas.lines.thin, color))
    case .dot:
      list.stroke(Path(polyline: [start, end]), style.stroke(panel.canvas.lines.thin, color))
      list.fill(Path(circle: end, radius: width * 2.2), color)
    case .arrow:
      Arrow(from: start, to: end, width: width, headLength: width * 7)
        .draw(color, dash: style.dash ?? .solid, into: &list)
    }
  }

  /// Where a leader leaves a box: the middle of a side, or straight above or below the target.
  static func attachment(of box: Rect, to target: Point) -> Point {
    // Centered lines may be shorter than the box.
    let margin = box.width * 0.35
    let x = min(max(target.x, box.minX + margin), box.maxX - margin)
    let places = [
      Point(x: box.minX, y: box.midY), Point(x: box.maxX, y: box.midY), Point(x: x, y: box.minY),
      Point(x: x, y: box.maxY),
    ]
    return places.min { ($0 - target).length < ($1 - target).length } ?? box.center
  }
}
