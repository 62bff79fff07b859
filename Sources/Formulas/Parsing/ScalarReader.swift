/// A text and how far it has been read.
///
/// Expanded commands are put into the text where they stood; every character then remembers where in the
/// user's text it came from.
struct ScalarReader {
  private(set) var scalars: [Unicode.Scalar]
  var position = 0
  /// The text as the user wrote it.
  private let original: [Unicode.Scalar]
  /// For each of `scalars`, its place in `original`; empty as long as they are the same.
  private var origins: [Int] = []
  /// How often text was put in; what was found out about places ahead is then void.
  private(set) var changes = 0

  init(_ text: String) {
    scalars = Array(text.unicodeScalars)
    original = scalars
  }

  var isAtEnd: Bool { position >= scalars.count }

  /// The character that comes next; `nil` at the end.
  var next: Unicode.Scalar? { position < scalars.count ? scalars[position] : nil }

  /// The character `distance` places further on; `nil` beyond the text.
  func peek(_ distance: Int) -> Unicode.Scalar? {
    let index = position + distance
    return scalars.indices.contains(index) ? scalars[index] : nil
  }

  /// Reads `character` if it comes next.
  mutating func read(_ character: Unicode.Scalar) -> Bool {
    guard next == character else { return false }
    position += 1
    return true
  }

  mutating func skipSpaces() {
    while let scalar = next, scalar.isBlank { position += 1 }
  }

  /// The characters in a range of places.
  func text(_ range: Range<Int>) -> String {
    String(String.UnicodeScalarView(scalars[range.clamped(to: scalars.indices)]))
  }

  /// Reads a command's name, which begins at `position`: letters, or a single other character.
  mutating func readName() -> (scalars: ArraySlice<Unicode.Scalar>, hash: NameHash) {
    let start = position
    var hash = NameHash()
    while let scalar = next, scalar.isASCIILetter {
      hash.append(scalar.value)
      position += 1
    }
    if position == start, let scalar = next {
      hash.append(scalar.value)
      position += 1
    }
    return (scalars[start..<position], hash)
  }

  /// The place of the brace that closes the one at `start`; `nil` if there is none.
  func closingBrace(of start: Int) -> Int? { matching("}", from: start + 1) }

  /// The place of the next `closing` outside braces; `nil` if there is none before a lone `}`.
  func matching(_ closing: Unicode.Scalar, from start: Int) -> Int? {
    var depth = 0
    var index = start
    while index < scalars.count {
      let scalar = scalars[index]
      if scalar == closing, depth == 0 { return index }
      switch scalar {
      case "\\": index += 1
      case "{": depth += 1
      case "}":
        if depth == 0 { return nil }
        depth -= 1
      default: break
      }
      index += 1
    }
    return nil
  }

  /// Puts `new` in place of a range that does not lie before `position`, each character with its origin.
  mutating func replace(_ range: Range<Int>, with new: [Unicode.Scalar], origins newOrigins: [Int]) {
    if origins.isEmpty { origins = Array(scalars.indices) }
    scalars.replaceSubrange(range, with: new)
    origins.replaceSubrange(range, with: newOrigins)
    changes += 1
  }

  /// The place in the user's text from which the character at `position` came.
  func origin(of position: Int) -> Int {
    if origins.isEmpty { return position }
    return origins.indices.contains(position) ? origins[position] : original.count
  }

  /// Whether the character at `position` is from a command's body and not from the user's text.
  func isOfBody(_ position: Int) -> Bool {
    origins.indices.contains(position) && origins.indices.contains(position + 1)
      && origins[position] == origins[position + 1]
  }

  /// The UTF-8 offset of a place in the user's text; only asked for when something is wrong.
  func offset(of position: Int) -> Int {
    let place = min(max(origin(of: position), 0), original.count)
    return original[..<place].reduce(0) { $0 + UTF8.width($1) }
  }

  func failure(_ message: String, at position: Int, help: String? = nil) -> ParseFailure {
    ParseFailure(message: message, offset: offset(of: position), help: help)
  }
}

extension ScalarReader {
  /// How many parameters the text from here on uses, which must be `#1`, `#2` … without a gap, at most
  /// `limit`, and with balanced braces.
  mutating func parameterCount(limit: Int?) throws(ParseFailure) -> Int {
    var places: [Int: Int] = [:]
    var openings: [Int] = []
    while let scalar = next {
      let start = position
      position += 1
      switch scalar {
      case "\\": position += 1
      case "{": openings.append(start)
      case "}":
        guard openings.popLast() != nil else { throw failure("unexpected '}'", at: start) }
      case "#":
        let number = try parameter(at: start, limit: limit)
        if places[number] == nil { places[number] = start }
      default: break
      }
    }
    if let open = openings.last { throw failure("unclosed '{'", at: open) }
    let count = places.keys.max() ?? 0
    if limit == nil, count > 0 {
      for number in 1...count where places[number] == nil {
        throw failure("#\(count) without #\(number)", at: places[count] ?? 0)
      }
    }
    return count
  }

  /// Reads the number of a parameter after its `#`.
  private mutating func parameter(at start: Int, limit: Int?) throws(ParseFailure) -> Int {
    guard let digit = next, digit.isASCIIDigit else {
      throw failure("expected a number after '#'", at: start, help: "write \\# for the sign itself")
    }
    position += 1
    let number = Int(digit.value) - 48
    guard number > 0, next?.isASCIIDigit != true else {
      throw failure("a command has parameters #1 to #9", at: start)
    }
    if let limit, number > limit {
      throw failure(
        "#\(number), but the command takes \(limit) \(limit == 1 ? "argument" : "arguments")", at: start)
    }
    return number
  }
}

extension Unicode.Scalar {
  /// Space, tab or line break.
  var isBlank: Bool { self == " " || self == "\n" || self == "\t" || self == "\r" }

  var isASCIILetter: Bool { (65...90).contains(value) || (97...122).contains(value) }

  var isASCIIDigit: Bool { (48...57).contains(value) }
}
