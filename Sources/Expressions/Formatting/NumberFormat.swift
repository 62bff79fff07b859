internal import Diagnostics

/// A format of Python's mini-language: `[[fill]align][sign][0][width][,][.precision][type]`.
struct NumberFormat {
  private var fill: Character = " "
  private var alignment: Character = ">"
  private var sign: Character = "-"
  private var isAlternate = false
  private var width = 0
  private var grouping: Character?
  private var precision: Int?
  private var kind: Character?

  /// Widths and precisions beyond this are mistakes.
  private static let sizeLimit = 400

  init(_ spec: LocatedText) throws(Diagnostic) {
    let scalars = Array(spec.text)
    var position = 0
    func peek(_ ahead: Int = 0) -> Character? {
      position + ahead < scalars.count ? scalars[position + ahead] : nil
    }
    let alignments: [Character] = ["<", ">", "^", "="]
    if let second = peek(1), alignments.contains(second), let first = peek() {
      (fill, alignment) = (first, second)
      position += 2
    } else if let first = peek(), alignments.contains(first) {
      alignment = first
      position += 1
    }
    if let first = peek(), ["+", "-", " "].contains(first) {
      sign = first
      position += 1
    }
    if peek() == "#" {
      isAlternate = true
      position += 1
    }
    if peek() == "0" {
      (fill, alignment) = ("0", "=")
      position += 1
    }
    func number() -> Int? {
      var value: Int?
      while let digit = peek(), digit.isASCII, let number = digit.wholeNumberValue {
        value = min((value ?? 0) * 10 + number, Self.sizeLimit + 1)
        position += 1
      }
      return value
    }
    width = number() ?? 0
    if let mark = peek(), mark == "," || mark == "_" {
      grouping = mark
      position += 1
    }
    if peek() == "." {
      position += 1
      guard let digits = number() else {
        throw Self.failure(spec, position, "expected digits after '.'")
      }
      precision = digits
    }
    if let letter = peek(), ["f", "F", "e", "E", "g", "G", "%", "d"].contains(letter) {
      kind = letter
      position += 1
    }
    guard position == scalars.count else {
      throw Self.failure(spec, position, "unexpected '\(scalars[position])'")
    }
    guard width <= Self.sizeLimit, precision ?? 0 <= Self.sizeLimit else {
      throw Self.failure(spec, 0, "expected at most \(Self.sizeLimit) digits")
    }
  }

  private static func failure(_ spec: LocatedText, _ position: Int, _ problem: String) -> Diagnostic {
    let offset = String(spec.text.prefix(position)).utf8.count
    return Diagnostic(
      "format '\(spec.text)': \(problem)", at: spec.location(at: offset),
      help: "formats are Python's, such as .2f, .3g, .1e, .1%, +d")
  }

  /// The number as text, with a true minus sign.
  func text(of number: Double) -> String {
    var body = grouped(magnitude(of: number))
    let isNegative = number.sign == .minus && !number.isNaN
    let mark = isNegative ? "−" : sign == "-" ? "" : String(sign)
    let missing = width - mark.count - body.count
    guard missing > 0 else { return mark + body }
    let padding = { (count: Int) in String(repeating: fill, count: count) }
    switch alignment {
    case "<": return mark + body + padding(missing)
    case "^": return padding(missing / 2) + mark + body + padding(missing - missing / 2)
    case "=":
      body = padding(missing) + body
      return mark + body
    default: return padding(missing) + mark + body
    }
  }

  private func magnitude(of number: Double) -> String {
    if number.isNaN { return "nan" }
    if number.isInfinite { return "∞" }
    switch kind {
    case "f", "F": return fixed(number, precision ?? 6)
    case "%": return fixed(number * 100, precision ?? 6) + "%"
    case "d": return fixed(number, 0)
    case "e", "E":
      var decimal = ExactDecimal(number)
      decimal.round(count: (precision ?? 6) + 1)
      let text = decimal.scientific(places: precision ?? 6).replacingMinus
      return kind == "E" ? text.uppercased() : text
    case "g", "G":
      let text = general(number, max(precision ?? 6, 1), isTrimmed: !isAlternate)
      return kind == "G" ? text.uppercased() : text
    default:
      guard let precision else { return shortest(abs(number)) }
      return general(number, max(precision, 1), isTrimmed: true)
    }
  }

  private func fixed(_ number: Double, _ places: Int) -> String {
    var decimal = ExactDecimal(number)
    decimal.round(places: places)
    return decimal.fixed(places: places)
  }

  private func grouped(_ text: String) -> String {
    guard let grouping else { return text }
    let whole = text.prefix { $0.isNumber }
    var result = ""
    for (place, digit) in whole.enumerated() {
      if place > 0, (whole.count - place) % 3 == 0 { result.append(grouping) }
      result.append(digit)
    }
    return result + text.dropFirst(whole.count)
  }
}

/// C's `%g`: that many significant digits, fixed for exponents −4 up to the precision.
func general(_ number: Double, _ precision: Int, isTrimmed: Bool) -> String {
  var decimal = ExactDecimal(number)
  decimal.round(count: precision)
  let exponent = decimal.exponent
  if exponent >= -4, exponent < precision {
    let text = decimal.fixed(places: max(precision - 1 - exponent, 0))
    return isTrimmed ? trimmed(text) : text
  }
  let text = decimal.scientific(places: precision - 1)
  guard isTrimmed, let mark = text.firstIndex(of: "e") else { return text.replacingMinus }
  return (trimmed(String(text[..<mark])) + text[mark...]).replacingMinus
}

private func trimmed(_ text: String) -> String {
  guard text.contains(".") else { return text }
  var text = text
  while text.last == "0" { text.removeLast() }
  if text.last == "." { text.removeLast() }
  return text
}

extension String {
  /// With the true minus sign, U+2212.
  fileprivate var replacingMinus: String { String(map { $0 == "-" ? "−" : $0 }) }
}

/// A number as an author would write it: whole numbers in full, others with six significant digits.
func shortest(_ number: Double) -> String {
  let sign = number.sign == .minus && !number.isNaN && number != 0 ? "−" : ""
  let size = abs(number)
  if size.isNaN { return "nan" }
  if size.isInfinite { return sign + "∞" }
  if size < 1e15, let whole = Int(exactly: size) { return sign + String(whole) }
  return sign + general(size, 6, isTrimmed: true)
}
