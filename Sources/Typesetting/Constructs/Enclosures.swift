import Formulas
import Geometry

extension FormulaLayout {
  /// A row with a frame, a ground or strokes.
  mutating func enclosed(_ row: Row, _ enclosure: Enclosure, _ setting: Setting) -> Fragment {
    // Grounds are painted first.
    let slot = reservedMark()
    // amsmath's \boxed sets what is in it in display style.
    var inner = enclosure == .frame && !setting.isScript ? setting.starting(.display) : setting
    if case .ground(.rgb(let ground), _) = enclosure, occurrences == nil {
      inner.ground = ground
      switch setting.ink {
      case .plain, .readable: inner.ink = .readable(on: ground)
      case .role(let place, _): inner.ink = .role(place, on: ground)
      case .occurrence, .rgb: break
      }
    }
    var content = set(row, inner).withItalics
    content.marks = slot..<content.marks.upperBound
    let thickness = constant(.fractionRuleThickness, setting)
    switch enclosure {
    case .frame: return framed(content, thickness, setting.ink, setting)
    case .ground(let ground, let frame):
      let ink = markInk(ground, in: setting)
      let result = framed(
        content, frame == nil ? 0 : thickness, frame.map { markInk($0, in: setting) }, setting)
      let box = Rect(minX: 0, minY: -result.ascent, maxX: result.width, maxY: result.descent)
      marks[slot] = Mark(content: .shape(Path(box)), ink: ink)
      return result
    case .rising: return struck(content, [.rising], thickness, setting)
    case .falling: return struck(content, [.falling], thickness, setting)
    case .crossed: return struck(content, [.rising, .falling], thickness, setting)
    case .struckOut: return struckOut(content, thickness, setting)
    case .angle: return actuarial(content, thickness, setting)
    case .phase: return phasor(content, thickness, setting)
    }
  }

  /// LaTeX's \fboxsep around the content and a frame, if it has a color.
  private mutating func framed(
    _ content: Fragment, _ thickness: Double, _ ink: MarkInk?, _ setting: Setting
  ) -> Fragment {
    let gap = frameDistance * size(setting) + thickness
    var result = Fragment(
      width: content.width + 2 * gap, marks: content.marks.lowerBound..<content.marks.lowerBound)
    place(content, in: &result, x: gap)
    let outer = Rect(
      minX: 0, minY: -content.ascent - gap, maxX: result.width, maxY: content.descent + gap)
    result.include(ascent: -outer.minY, descent: outer.maxY)
    guard let ink else { return result }
    let hole = outer.inset(by: thickness)
    var frame = Path(outer)
    // The other way round, so that the nonzero rule leaves the inside open.
    frame.append(
      polyline: [
        Point(x: hole.minX, y: hole.minY), Point(x: hole.minX, y: hole.maxY),
        Point(x: hole.maxX, y: hole.maxY), Point(x: hole.maxX, y: hole.minY),
      ], closed: true)
    add(frame, covering: outer, to: &result, ink)
    return result
  }

  /// Strokes from corner to corner that stick out above and below.
  private mutating func struck(
    _ content: Fragment, _ strokes: [Enclosure], _ thickness: Double, _ setting: Setting
  ) -> Fragment {
    let overhang = (content.isCharacter ? 0.2 : 0.1) * size(setting)
    let box = Rect(
      minX: 0, minY: -content.ascent - overhang, maxX: content.width, maxY: content.descent + overhang)
    var result = content
    for stroke in strokes {
      let path =
        stroke == .rising
        ? Path(from: Point(x: box.minX, y: box.maxY), to: Point(x: box.maxX, y: box.minY), thickness)
        : Path(from: Point(x: box.minX, y: box.minY), to: Point(x: box.maxX, y: box.maxY), thickness)
      add(path, covering: path.controlBox ?? box, to: &result, setting.ink)
    }
    return result
  }

  /// A stroke through the middle of small letters.
  private mutating func struckOut(
    _ content: Fragment, _ thickness: Double, _ setting: Setting
  ) -> Fragment {
    let middle = -math.xHeight / 2 * size(setting)
    var result = content
    add(
      Rect(x: 0, y: middle - thickness / 2, width: content.width, height: thickness), to: &result,
      setting.ink)
    return result
  }

  /// A line above and at the right, down to the baseline's depth.
  private mutating func actuarial(
    _ content: Fragment, _ thickness: Double, _ setting: Setting
  ) -> Fragment {
    let gap = constant(.overbarVerticalGap, setting)
    var result = content.asBox
    let outer = Rect(
      minX: 0, minY: -content.ascent - gap - thickness, maxX: content.width + gap / 2 + thickness,
      maxY: content.descent)
    let path = Path(
      polyline: [
        Point(x: outer.minX, y: outer.minY), Point(x: outer.maxX, y: outer.minY),
        Point(x: outer.maxX, y: outer.maxY), Point(x: outer.maxX - thickness, y: outer.maxY),
        Point(x: outer.maxX - thickness, y: outer.minY + thickness),
        Point(x: outer.minX, y: outer.minY + thickness),
      ], closed: true)
    add(path, covering: outer, to: &result, setting.ink)
    result.width = outer.maxX
    return result
  }

  /// An angle's sign whose lower leg underlines the content.
  private mutating func phasor(
    _ content: Fragment, _ thickness: Double, _ setting: Setting
  ) -> Fragment {
    let gap = constant(.underbarVerticalGap, setting)
    let bottom = content.descent + gap + thickness
    let height = content.ascent + bottom
    // The upper leg rises twice as fast as it goes to the right.
    let start = height / 2
    var result = Fragment(
      width: start + content.width, marks: content.marks.lowerBound..<content.marks.lowerBound)
    place(content, in: &result, x: start)
    var path = Path(
      from: Point(x: thickness / 2, y: bottom - thickness / 2), to: Point(x: start, y: -content.ascent),
      thickness)
    path.append(Path(Rect(minX: 0, minY: bottom - thickness, maxX: result.width, maxY: bottom)))
    add(
      path, covering: Rect(minX: 0, minY: -content.ascent, maxX: result.width, maxY: bottom), to: &result,
      setting.ink)
    return result
  }
}

/// LaTeX's \fboxsep, 3 pt of 10, in em.
private let frameDistance = 0.3

extension Path {
  /// A straight stroke with butt ends as a shape that turns clockwise on the page.
  init(from start: Point, to end: Point, _ thickness: Double) {
    let side = (end - start).normalized.quarterTurn * (thickness / 2)
    self.init(polyline: [start - side, end - side, end + side, start + side], closed: true)
  }
}
