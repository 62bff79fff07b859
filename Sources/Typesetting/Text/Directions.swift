import CFriBidi
import Formulas

/// How deep a character is nested among directions (UAX #9): odd levels are read from right to left.
typealias DirectionLevel = Int8

extension DirectionLevel {
  var isRightToLeft: Bool { !isMultiple(of: 2) }
}

/// Which way each character of a paragraph is read, by the Unicode Bidirectional Algorithm (UAX #9).
struct Directions {
  /// One for each scalar.
  let levels: [DirectionLevel]

  /// Where the segments of a source line start among the levels; empty for a text alone.
  private let starts: [Int]

  /// The directions of a text that stands among what is read from left to right.
  init(withinLeftToRight text: String) {
    self.init(of: Array(text.unicodeScalars), starts: [0], base: FRIBIDI_PAR_LTR)
  }

  /// The directions of a source line, whose first letter that has one decides for the paragraph; formulas and
  /// code are objects without one.
  init(of segments: [Label.Segment]) {
    var scalars: [Unicode.Scalar] = []
    var starts: [Int] = []
    for segment in segments {
      switch segment {
      case .formula:
        starts.append(scalars.count)
        // Object replacement character.
        scalars.append("\u{FFFC}")
      case .text(let text, let emphasis):
        // Code is read from left to right by itself: left-to-right isolate … pop directional isolate.
        if emphasis.isCode { scalars.append("\u{2066}") }
        starts.append(scalars.count)
        scalars += text.unicodeScalars
        if emphasis.isCode { scalars.append("\u{2069}") }
      }
    }
    self.init(of: scalars, starts: starts, base: FRIBIDI_PAR_ON)
  }

  private init(of scalars: [Unicode.Scalar], starts: [Int], base: FriBidiParType) {
    self.starts = starts
    let characters = scalars.map(\.value)
    let count = Int32(clamping: characters.count)
    var types = [FriBidiCharType](repeating: .init(rawValue: 0), count: characters.count)
    fribidi_get_bidi_types(characters, count, &types)
    var brackets = [FriBidiBracketType](repeating: 0, count: characters.count)
    fribidi_get_bracket_types(characters, count, types, &brackets)
    var base = base
    var levels = [FriBidiLevel](repeating: 0, count: characters.count)
    let isDone = fribidi_get_par_embedding_levels_ex(types, brackets, count, &base, &levels) != 0
    self.levels = isDone ? levels.map { max($0, 0) } : [DirectionLevel](repeating: 0, count: characters.count)
  }

  /// The level of a segment's first character.
  func level(ofSegment segment: Int) -> DirectionLevel {
    starts.indices.contains(segment) ? level(at: starts[segment]) : 0
  }

  /// Stretches of one level of the text of a segment.
  func runs(ofSegment segment: Int, _ text: String) -> [(text: String, level: DirectionLevel)] {
    let start = starts.indices.contains(segment) ? starts[segment] : 0
    var runs: [(text: String, level: DirectionLevel)] = []
    for (place, scalar) in text.unicodeScalars.enumerated() {
      let level = level(at: start + place)
      if let last = runs.indices.last, runs[last].level == level {
        runs[last].text.unicodeScalars.append(scalar)
      } else {
        runs.append((String(Character(scalar)), level))
      }
    }
    return runs
  }

  private func level(at place: Int) -> DirectionLevel { levels.indices.contains(place) ? levels[place] : 0 }
}

/// The places of a line's parts from left to right (UAX #9, rule L2).
func visualOrder(of levels: [DirectionLevel]) -> [Int] {
  var order = Array(levels.indices)
  guard let highest = levels.max(), let lowest = levels.filter(\.isRightToLeft).min() else { return order }
  for level in stride(from: highest, through: lowest, by: -1) {
    var start = 0
    while start < order.count {
      guard levels[order[start]] >= level else {
        start += 1
        continue
      }
      let end = order[start...].firstIndex { levels[$0] < level } ?? order.count
      order[start..<end].reverse()
      start = end
    }
  }
  return order
}

extension Label.Segment {
  var hasRightToLeft: Bool {
    if case .text(let text, _) = self { text.hasRightToLeft } else { false }
  }
}

extension String {
  /// Whether any character is read from right to left or asks others to be.
  var hasRightToLeft: Bool {
    // The first such character, U+0590, starts with 0xD6 in UTF-8.
    utf8.contains { $0 >= 0xD6 } && unicodeScalars.contains(where: \.isRightToLeft)
  }
}

extension Unicode.Scalar {
  /// Whether it lies in a block of scripts from right to left, or is a control with that effect.
  fileprivate var isRightToLeft: Bool {
    switch value {
    case 0x590...0x8FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFE, 0x10800...0x10FFF, 0x1E800...0x1EFFF: true
    case 0x200F, 0x202B, 0x202E, 0x2067: true
    default: false
    }
  }
}
