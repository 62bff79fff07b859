import Drawing
import Geometry
import TestSupport
import Testing

/// Where something of a formula of boxes is expected, in units of the font.
enum Place: Sendable {
  /// The origin of a glyph, by its place in reading order.
  case x(glyph: Int, Double)
  case y(glyph: Int, Double)
  case size(glyph: Int, Double)
  /// The ink of a glyph.
  case ink(glyph: Int, Rect)
  /// The box around a rule or another shape, by its place among them.
  case shape(Int, Rect)
  case shapeTop(Int, Double)
  case shapeHeight(Int, Double)
  case shapeLeft(Int, Double)
  case width(Double)
  case ascent(Double)
  case descent(Double)

  /// What was expected and what was found.
  func numbers(in block: TextBlock) -> (expected: [Double], found: [Double]) {
    let (glyphs, shapes) = (block.glyphs, block.paths.map { $0.path.controlBox ?? .zero })
    func glyph(_ index: Int) -> (glyph: Glyph, at: Point, size: Double, color: Color)? {
      index < glyphs.count ? glyphs[index] : nil
    }
    func shape(_ index: Int) -> Rect? { index < shapes.count ? shapes[index] : nil }
    switch self {
    case .x(let index, let x): return ([x], [glyph(index)?.at.x ?? .nan])
    case .y(let index, let y): return ([y], [glyph(index)?.at.y ?? .nan])
    case .size(let index, let size): return ([size], [glyph(index)?.size ?? .nan])
    case .ink(let index, let box):
      return (box.edges, glyph(index).map { inkBox($0.glyph, $0.at, $0.size).edges } ?? [.nan])
    case .shape(let index, let box): return (box.edges, shape(index)?.edges ?? [.nan])
    case .shapeTop(let index, let top): return ([top], [shape(index)?.minY ?? .nan])
    case .shapeHeight(let index, let height): return ([height], [shape(index)?.height ?? .nan])
    case .shapeLeft(let index, let left): return ([left], [shape(index)?.minX ?? .nan])
    case .width(let width): return ([width], [block.width])
    case .ascent(let ascent): return ([ascent], [block.ascent])
    case .descent(let descent): return ([descent], [block.descent])
    }
  }
}

/// A formula of boxes and where its parts are expected.
struct BoxFontCase: Sendable, CustomTestStringConvertible {
  var why: String
  var formula: String
  var constants: [TableConstant: Int] = [:]
  var places: [Place]
  var testDescription: String { "\(why): \(formula)" }

  /// Sets the formula and compares all places.
  func check() throws {
    let block = try BoxFont(constants).set(formula)
    for place in places {
      let (expected, found) = place.numbers(in: block)
      #expect(expected.count == found.count)
      for (expected, found) in zip(expected, found) {
        #expect(isClose(found, expected, within: 1e-9, absolute: 1e-6), "\(place)")
      }
    }
  }
}

private func inkBox(_ glyph: Glyph, _ place: Point, _ size: Double) -> Rect {
  Rect(around: glyph.outline.points.map { place + ($0 - .zero) * size }) ?? .zero
}

extension Rect {
  fileprivate var edges: [Double] { [minX, minY, maxX, maxY] }
}
