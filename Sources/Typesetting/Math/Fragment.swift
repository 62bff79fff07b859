import Geometry

/// A part of a formula while it is set: its measures, and which of the layout's marks are its own.
///
/// The origin is the left end of the baseline; y points down. As in TeX, no fragment reaches less far than
/// to the baseline.
struct Fragment {
  var width = 0.0
  var ascent = 0.0
  var descent = 0.0
  /// How far the last letter leans out over `width`, or within it if `leansWithin` is set.
  var italicsCorrection = 0.0
  /// Whether the width includes the lean, as fonts have it for integrals.
  var leansWithin = false
  /// Where the middle of an accent belongs, if the font says so.
  var topAccent: Double?
  /// Whether it is a single letter or sign, beside which scripts sit at their usual heights.
  var isCharacter = false
  /// The glyph that scripts may cut into, and its font size.
  var glyph: (id: UInt32, size: Double)?
  /// The places of its marks in `FormulaLayout.marks`.
  var marks: Range<Int>

  /// The fragment with the lean included in the width, as TeX counts it beside other atoms.
  var withItalics: Fragment {
    guard italicsCorrection != 0 else { return self }
    var result = self
    if !leansWithin { result.width += italicsCorrection }
    result.italicsCorrection = 0
    return result
  }

  /// The fragment as something other than a letter: scripts and accents keep to its box.
  var asBox: Fragment {
    var result = withItalics
    result.isCharacter = false
    result.topAccent = nil
    result.glyph = nil
    return result
  }
}

extension FormulaLayout {
  /// A fragment without marks, to which others are added as they are set.
  func emptyFragment(width: Double = 0) -> Fragment {
    Fragment(width: width, marks: marks.count..<marks.count)
  }

  /// Moves a fragment that was set after `parent` was begun to its place there; the parent's width stays.
  mutating func place(_ child: Fragment, in parent: inout Fragment, x: Double, y: Double = 0) {
    if x != 0 || y != 0 {
      for index in child.marks {
        marks[index].x += x
        marks[index].y += y
      }
    }
    parent.include(ascent: child.ascent - y, descent: child.descent + y)
    parent.marks = parent.marks.lowerBound..<max(parent.marks.upperBound, child.marks.upperBound)
  }

  /// Moves a fragment down.
  mutating func lower(_ fragment: inout Fragment, by y: Double) {
    for index in fragment.marks { marks[index].y += y }
    fragment.ascent -= y
    fragment.descent += y
  }

  /// Adds a shape to a fragment, which grows to enclose it; the width stays.
  mutating func add(_ shape: Path, covering box: Rect, to fragment: inout Fragment, _ ink: MarkInk) {
    marks.append(Mark(content: .shape(shape), ink: ink))
    fragment.include(ascent: -box.minY, descent: box.maxY)
    fragment.marks = fragment.marks.lowerBound..<marks.count
  }

  /// Adds a filled rectangle to a fragment, which grows to enclose it; the width stays.
  mutating func add(_ rule: Rect, to fragment: inout Fragment, _ ink: MarkInk) {
    add(Path(rule), covering: rule, to: &fragment, ink)
  }

  /// Keeps a place among the marks for one whose size is known only later, such as the fence before a
  /// fraction: marks stay in reading order, and grounds behind what stands on them.
  mutating func reservedMark() -> Int {
    marks.append(Mark(content: .shape(Path()), ink: .plain))
    return marks.count - 1
  }

  /// Takes away the marks of the fragment that was set last.
  mutating func erase(_ fragment: inout Fragment) {
    marks.removeSubrange(fragment.marks)
    fragment.marks = fragment.marks.lowerBound..<fragment.marks.lowerBound
  }
}

extension Fragment {
  /// Grows to reach at least so far above and below the baseline.
  mutating func include(ascent: Double, descent: Double) {
    self.ascent = max(self.ascent, ascent)
    self.descent = max(self.descent, descent)
  }
}
