/// How a character behaves where lines are broken, after UAX #14, Unicode Line Breaking Algorithm.
struct BreakClass: Equatable {
  enum Kind: Equatable {
    case letter
    case digit
    /// A gap, which vanishes at the end of a line.
    case space
    /// Nothing but a place to break.
    case zeroWidthSpace
    /// A place to break that then shows a hyphen.
    case softHyphen
    case hyphen
    case dash
    case slash
    /// Holds its neighbors together.
    case glue
    /// Never ends a line, as an opening bracket.
    case opening
    /// Never starts a line, as a closing bracket, a comma or a small kana.
    case closing
  }

  var kind: Kind
  /// Whether it is of Chinese, Japanese or Korean text, which breaks between characters.
  var isWide = false

  /// A formula, or anything else that stands like a letter.
  static let letter = BreakClass(kind: .letter)

  /// Whether a line may be broken between two neighbors; `before` stands before them.
  static func allowsBreak(_ before: BreakClass?, _ left: BreakClass, _ right: BreakClass) -> Bool {
    switch right.kind {
    case .space, .zeroWidthSpace, .softHyphen: return false
    default: break
    }
    switch left.kind {
    case .space, .zeroWidthSpace: return true
    case .softHyphen: return right.kind != .glue
    default: break
    }
    if left.kind == .glue || right.kind == .glue || right.kind == .closing || left.kind == .opening {
      return false
    }
    if left.isWide || right.isWide { return true }
    // A sign at a word's start, as in -x, belongs to it.
    let followsWord = before.map { [.letter, .digit, .closing].contains($0.kind) } ?? false
    switch left.kind {
    case .hyphen: return followsWord && right.kind == .letter
    case .dash: return followsWord && [.letter, .digit, .opening].contains(right.kind)
    case .slash: return followsWord && before?.kind == .letter && right.kind == .letter
    default: return false
    }
  }
}

extension BreakClass {
  init(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "a"..."z", "A"..."Z": self = .letter
    case "0"..."9": self.init(kind: .digit)
    case " ", "\t", "\u{2002}"..."\u{2006}", "\u{2008}", "\u{205F}": self.init(kind: .space)
    case "\u{3000}": self.init(kind: .space, isWide: true)
    case "\u{200B}": self.init(kind: .zeroWidthSpace)
    case "\u{AD}": self.init(kind: .softHyphen)
    case "-", "\u{2010}": self.init(kind: .hyphen)
    case "\u{2013}", "\u{2014}": self.init(kind: .dash)
    case "/": self.init(kind: .slash)
    case "\u{A0}", "\u{2007}", "\u{2009}", "\u{200A}", "\u{2011}", "\u{202F}", "\u{2060}", "\u{FEFF}":
      self.init(kind: .glue)
    default: self = BreakClass.table[scalar] ?? BreakClass(kind: .letter, isWide: scalar.isIdeograph)
    }
  }

  private static let table: [Unicode.Scalar: BreakClass] = {
    var table: [Unicode.Scalar: BreakClass] = [:]
    func add(_ characters: String, _ kind: Kind, isWide: Bool) {
      for scalar in characters.unicodeScalars { table[scalar] = BreakClass(kind: kind, isWide: isWide) }
    }
    add("([{‘“«‹¿¡⟨⌈⌊", .opening, isWide: false)
    add(")]}’”»›.,:;!?%‰°′″…⟩⌉⌋", .closing, isWide: false)
    // What Japanese calls kinsoku (JIS X 4051): characters that do not end a line,
    add("（［｛「『【〔〈《〘〖〝￥＄", .opening, isWide: true)
    // and those that do not start one: brackets and points, marks of repetition and of length,
    add("）］｝」』】〕〉》〙〗〟、。，．：；！？・‥％℃々〻ゝゞヽヾー～〜゠", .closing, isWide: true)
    // and small kana.
    add("ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿ", .closing, isWide: true)
    return table
  }()
}

extension Unicode.Scalar {
  /// Whether it is a character of Chinese, Japanese or Korean, by its block.
  fileprivate var isIdeograph: Bool {
    switch value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0xA4CF: true
    case 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFF01...0xFF60, 0x1B000...0x1B2FF: true
    case 0x20000...0x3FFFD: true
    default: false
    }
  }
}
