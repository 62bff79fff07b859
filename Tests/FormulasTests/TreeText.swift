import Formulas

/// A tree as text: symbols as they are copied, a letter for the class where it is not ordinary.
func text(_ row: Row) -> String { row.nodes.map(text).joined(separator: " ") }

func text(_ node: Node) -> String {
  switch node {
  case .symbol(let symbol):
    let alphabet = symbol.alphabet == .automatic ? "" : ":\(symbol.alphabet.rawValue)"
    return "\(symbol.plain)\(symbol.isEmboldened ? "!" : "")\(alphabet)\(suffix(symbol.atomClass))"
  case .largeOperator(let sign, let takesLimits, let isBold):
    return "big(\(sign)\(takesLimits ? " limits" : "")\(isBold ? " bold" : ""))"
  case .operatorName(let word, let takesLimits): return "op(\(word)\(takesLimits ? " limits" : ""))"
  case .word(_, let plain): return "word(\(plain))"
  case .text(let words, let emphasis):
    return
      "text(\(words)\(emphasis.isBold ? " bold" : "")\(emphasis.isItalic ? " italic" : "")\(emphasis.isCode ? " code" : "")\(emphasis.isRoman ? " roman" : ""))"
  case .space(let mu): return "\(rounded(mu))mu"
  case .group(let row): return "{\(text(row))}"
  case .classed(let row, let atomClass): return "{\(text(row))}\(suffix(atomClass))"
  case .scripts(let scripts):
    let up = scripts.superscript.map { "^{\(text($0))}" } ?? ""
    let down = scripts.subscripted.map { "_{\(text($0))}" } ?? ""
    let placement = scripts.placement == .automatic ? "" : scripts.placement == .limits ? "!l" : "!s"
    return (scripts.nucleus.map(text) ?? "∅") + placement + down + up
  case .fraction(let fraction):
    let thickness = fraction.ruleThickness.map { "-\(rounded($0))" } ?? ""
    let style = fraction.style.map { "!\($0)" } ?? ""
    let side = fraction.alignment == .center ? "" : "-\(fraction.alignment)"
    let name =
      (fraction.isContinued ? "cfrac" : fraction.hasRule ? "frac" : "over") + side + style + thickness
    return "\(name)(\(text(fraction.numerator)) | \(text(fraction.denominator)))"
  case .radical(let radicand, let degree):
    return "root(\(degree.map { text($0) + " | " } ?? "")\(text(radicand)))"
  case .fence(let fence):
    var result = "fence(\(fence.left.map(String.init) ?? ".")"
    for (index, part) in fence.parts.enumerated() {
      if index > 0 { result += " \(fence.middles[index - 1].map(String.init) ?? ".")" }
      result += " \(text(part))"
    }
    return result + " \(fence.right.map(String.init) ?? "."))"
  case .delimiter(let sign, let step, let atomClass): return "size\(step)(\(sign))\(suffix(atomClass))"
  case .accent(let accent): return "\(name(accent.mark))\(text(accent.base)))"
  case .stack(let base, let over, let under, let atomClass):
    return "stack(\(text(base)) over \(over.map(text) ?? "-") under \(under.map(text) ?? "-"))"
      + suffix(atomClass)
  case .grid(let grid):
    return
      "grid\(details(grid))(\(grid.rows.map { $0.map(text).joined(separator: " & ") }.joined(separator: " / ")))"
  case .style(let style): return "style(\(style))"
  case .colored(let row, let ink): return "ink(\(ink) \(text(row)))"
  case .phantom(let row, let phantom): return "\(phantom)(\(text(row)))"
  case .enclosed(let row, let enclosure): return "\(enclosure)(\(text(row)))"
  case .arrow(let sign, let over, let under):
    return "arrow(\(sign) over \(text(over)) under \(under.map(text) ?? "-"))"
  case .verticalArrow(let sign, let left, let right):
    return "arrow(\(text(left)) \(sign) \(text(right)))"
  case .size(let factor): return "size(\(factor))"
  case .choice(let choice):
    return "choice(\([choice.display, choice.text, choice.script, choice.scriptScript].map(text)))"
  case .negated(let row): return "not(\(text(row)))"
  case .lapped(let row, let alignment): return "lapped(\(alignment) \(text(row)))"
  case .raised(let row, let mu): return "raised(\(rounded(mu))mu \(text(row)))"
  case .centered(let row): return "centered(\(text(row)))"
  case .rule(let width, let height, let raise): return "rule(\(width) \(height) \(raise))"
  case .problem(let source): return "problem(\(source))"
  }
}

private func rounded(_ mu: Double) -> Double { (mu * 1000).rounded() / 1000 }

/// A grid's kind, columns and rules: vertical ones after `|`, horizontal ones after `-`.
private func details(_ grid: Grid) -> String {
  if grid.kind == .matrix, grid.alignments == [.center] { return "" }
  let letters = grid.alignments.map { $0 == .left ? "l" : $0 == .right ? "r" : "c" }.joined()
  let vertical = grid.verticalRules.map { $0.map { $0 == .solid ? "|" : ":" }.joined() }
  let horizontal = grid.horizontalRules.map { $0.map { $0 == .solid ? "─" : "┄" }.joined() }
  var result = ":\(grid.kind):\(letters)"
  if !vertical.isEmpty { result += "(\(vertical.joined(separator: ",")))" }
  if !horizontal.isEmpty { result += "[\(horizontal.joined(separator: ","))]" }
  for gap in grid.rowGaps { result += "+\(rounded(gap))" }
  for column in grid.separators.keys.sorted() { result += "@\(column)" }
  if !grid.tags.isEmpty { result += "#" + grid.tags.keys.sorted().map(String.init).joined(separator: ",") }
  return result
}

/// What a mark is called, up to and with the parenthesis before its base.
private func name(_ mark: Accent.Mark) -> String {
  func place(_ side: Accent.Side) -> String { side == .over ? "over" : "under" }
  return switch mark {
  case .glyph("\u{302}"): "hat("
  case .glyph(let sign): "accent(\(String(sign.value, radix: 16)) "
  case .wide(let sign, let side): "wide-\(place(side))(\(String(sign.value, radix: 16)) "
  case .line(let side): "line-\(place(side))("
  case .brace(let sign, let side): "brace-\(place(side))(\(sign) "
  case .stretched(let sign, let side): "stretched-\(place(side))(\(sign) "
  }
}

private func suffix(_ atomClass: AtomClass) -> String {
  switch atomClass {
  case .ordinary: ""
  case .largeOperator: "ˡ"
  case .binary: "ᵇ"
  case .relation: "ʳ"
  case .opening: "ᵒ"
  case .closing: "ᶜ"
  case .punctuation: "ᵖ"
  case .inner: "ⁱ"
  }
}
