import Drawing
import Formulas
import Geometry

/// A listing on its grid: columns as wide as a letter, lines at equal distances.
///
/// From left to right: the marker, the line numbers, the code. The origin is the left end of the first
/// baseline, which is that of the title, above the code, if there is one.
struct CodeLayout {
  private let listing: Listing
  private let style: CodeStyle
  private let shaper: TextShaper
  private let roles: CodeRoles
  private var painter: CodePainter
  /// The width of a column in em.
  private let cell: Double
  /// Columns before the code.
  private let margin: Int
  /// Columns of the widest line number, none if they are not shown.
  private let digits: Int
  /// From the origin down to the first line of code, in em.
  private let firstBaseline: Double

  init(_ listing: Listing, _ style: CodeStyle, shaper: TextShaper) {
    self.listing = listing
    self.style = style
    self.shaper = shaper
    roles = CodeRoles(style.roles.map(\.symbol))
    cell = shaper.faces.codeCell
    painter = CodePainter(fonts: shaper.faces.fonts, size: style.size, cell: cell)
    digits = listing.showsNumbers ? String(listing.numbers.upperBound).utf8.count : 0
    margin = (listing.marker == nil ? 0 : markerColumns) + (digits == 0 ? 0 : digits + numberGap)
    firstBaseline = listing.title == nil ? 0 : titleDistance
  }

  mutating func block() -> TextBlock {
    var columns = 0
    if let title = listing.title {
      columns = margin + paint(title, style.quietColor, column: 0, left: margin, y: 0)
      painter.flush()
    }
    for (index, line) in listing.lines.enumerated() {
      let y = baseline(Double(index))
      if digits > 0 { paintNumber(listing.firstNumber + index, y: y) }
      var column = 0
      for token in line { column = paint(token.text, color(of: token), column: column, left: margin, y: y) }
      painter.flush()
      columns = max(columns, margin + column)
    }
    let width = Double(columns) * cell
    paintBands(width: width)
    paintMarker()
    let descent = baseline(Double(listing.lines.count - 1)) + bandDescent
    var block = TextBlock(
      width: width * style.size, ascent: bandAscent * style.size, descent: descent * style.size,
      ink: painter.ink ?? .zero, items: painter.items, source: listing.source)
    block.problems = missingCharacters(painter.missing, in: listing.text, orAt: listing.location)
    return block
  }

  /// The baseline of a line, counted from 0, in em.
  private func baseline(_ line: Double) -> Double { firstBaseline + line * lineDistance }

  /// Paints a text from a column on, which counts from `left`, and returns the column behind it.
  private mutating func paint(_ text: String, _ color: Color, column: Int, left: Int, y: Double) -> Int {
    var column = column
    for (index, part) in text.split(separator: "\t", omittingEmptySubsequences: false).enumerated() {
      if index > 0 { column += tabWidth - column % tabWidth }
      for run in shaper.shape(printable(part), .code) {
        column += painter.paint(run, color, column: left + column, y: y)
      }
    }
    return column
  }

  /// Paints a line number so that its last digit stands under that of the others.
  private mutating func paintNumber(_ number: Int, y: Double) {
    let text = String(number)
    let start = (listing.marker == nil ? 0 : markerColumns) + digits - text.utf8.count
    _ = paint(text, style.quietColor, column: start, left: 0, y: y)
    painter.flush()
  }

  /// Paints the bands behind highlighted lines; neighbors share one.
  private mutating func paintBands(width: Double) {
    let isLit = listing.numbers.map { listing.highlighted.contains($0) }
    var start: Int?
    for index in 0...isLit.count {
      let isOn = index < isLit.count && isLit[index]
      if isOn, start == nil { start = index }
      guard !isOn, let first = start else { continue }
      start = nil
      let box = Rect(
        minX: -bandOverhang, minY: baseline(Double(first)) - bandAscent, maxX: width + bandOverhang,
        maxY: baseline(Double(index - 1)) + bandDescent)
      painter.fill(.band(box, radius: bandRadius), style.highlight.opacity(CodeStyle.bandOpacity))
    }
  }

  /// Paints a triangle that points at a line; none outside of the listing.
  private mutating func paintMarker() {
    guard let marker = listing.marker, marker >= Double(listing.firstNumber),
      marker <= Double(listing.numbers.upperBound)
    else { return }
    let middle = baseline(marker - Double(listing.firstNumber)) - eyeLine
    let tip = Point(x: Double(markerColumns) * cell - markerGap, y: middle)
    let corners = [
      Point(x: tip.x - markerLength, y: middle - markerHalfHeight), tip,
      Point(x: tip.x - markerLength, y: middle + markerHalfHeight),
    ]
    painter.fill(Path(polyline: corners, closed: true), style.highlight)
  }

  private func color(of token: CodeToken) -> Color {
    if let place = roles.place(of: token) { return style.roles[place].color }
    return switch token.kind {
    case .keyword: style.syntax.keyword
    case .string: style.syntax.string
    case .number: style.syntax.number
    case .comment: style.syntax.comment
    case .definition, .decorator: style.syntax.definition
    case .plain, .space, .builtin, .call, .name, .module, .attribute, .parameter, .operator, .punctuation:
      style.color
    }
  }
}

/// The text with blanks for control characters, but for those that end a line, which vanish.
private func printable(_ text: Substring) -> String {
  guard text.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) else {
    return String(text)
  }
  var result = String.UnicodeScalarView()
  for scalar in text.unicodeScalars where scalar != "\r" {
    result.append(scalar.properties.generalCategory == .control ? " " : scalar)
  }
  return String(result)
}

/// How many columns something of that width takes: the fewest that hold it, none for what has no width.
func columns(of width: Double, cell: Double) -> Int {
  // A font's letters may differ from its grid by rounding.
  Int(max(width / cell - 0.05, 0).rounded(.up))
}

/// Columns between tab stops.
private let tabWidth = 4
/// Columns of the margin in which the marker stands.
private let markerColumns = 2
/// Columns between line numbers and code.
private let numberGap = 2
/// From one baseline to the next, in em.
private let lineDistance = 1.45
/// From the title's baseline to the first line's.
private let titleDistance = 1.85
/// The band of a line around its baseline; together the distance of lines, so that neighbors meet.
private let bandAscent = 1.0
private let bandDescent = lineDistance - bandAscent
/// How far a band reaches out on both sides.
private let bandOverhang = 0.35
private let bandRadius = 0.18
/// Half the height of a lower-case letter above the baseline, where the eye follows a line.
private let eyeLine = 0.3
private let markerLength = 0.46
private let markerHalfHeight = 0.3
private let markerGap = 0.35
