import Diagnostics
import Drawing
import Formulas
import Geometry

/// Sets every character half an em wide, as one box of ink a label: layouts can be checked by hand.
///
/// The line box reaches 0.75 em above and 0.25 em below the baseline, around a fraction 1.25 em and
/// 0.75 em; ink fills the line box.
struct FixedWidthTypesetter: Typesetter {
  func typeset(_ label: Label, in style: TextStyle) -> TextBlock {
    let em = style.size
    let lines = label.plainText.split(separator: "\n", omittingEmptySubsequences: false)
      .flatMap { wrapped($0, limit: style.width.map { Int(max($0 / (em / 2), 1)) }) }
    let width = Double(lines.map(\.count).max() ?? 0) * em / 2
    let isTall = label.source.contains("\\frac")
    let ascent = (isTall ? 1.25 : 0.75) * em
    let descent = (isTall ? 0.75 : 0.25) * em + Double(lines.count - 1) * em
    let ink = Rect(minX: 0, minY: -ascent, maxX: width, maxY: descent)
    return TextBlock(
      width: width, ascent: ascent, descent: descent, ink: ink,
      items: width > 0 ? [.path(Path(ink), fill: style.color, stroke: nil)] : [], source: label.source)
  }

  /// One box over all lines, as wide as the longest.
  func typeset(_ listing: Listing, in style: CodeStyle) -> TextBlock {
    let widest = listing.lines.map { line in line.reduce(0) { $0 + $1.text.count } }.max() ?? 0
    let width = Double(widest) * style.size / 2
    let ink = Rect(
      minX: 0, minY: -0.75 * style.size, maxX: width,
      maxY: (Double(listing.lines.count) - 0.75) * style.size)
    return TextBlock(
      width: width, ascent: -ink.minY, descent: ink.maxY, ink: ink,
      items: width > 0 ? [.path(Path(ink), fill: style.color, stroke: nil)] : [], source: listing.source)
  }

  /// The boxes of the characters that spell the term, on the first line.
  func boxes(of term: String, in label: Label, style: TextStyle) -> [Rect] {
    let spelled = (try? Label(parsing: LocatedText("$\(term)$")))?.plainText ?? term
    let (text, wanted) = (Array(label.plainText), Array(spelled))
    guard !wanted.isEmpty, text.count >= wanted.count else { return [] }
    let half = style.size / 2
    return (0...text.count - wanted.count).filter { Array(text[$0..<$0 + wanted.count]) == wanted }.map {
      Rect(
        x: Double($0) * half, y: -0.75 * style.size, width: Double(wanted.count) * half, height: style.size)
    }
  }

  /// The line broken between words, so that no part has more characters than the limit allows.
  private func wrapped(_ line: Substring, limit: Int?) -> [String] {
    guard let limit else { return [String(line)] }
    var lines = [""]
    for word in line.split(separator: " ") {
      let last = lines[lines.count - 1]
      if last.isEmpty {
        lines[lines.count - 1] = String(word)
      } else if last.count + 1 + word.count <= limit {
        lines[lines.count - 1] += " " + word
      } else {
        lines.append(String(word))
      }
    }
    return lines
  }
}
