extension Label {
  /// The label without markup, formulas spelled on one line: for titles of documents and screen readers.
  package var plainText: String {
    lines.map { line in
      line.map { segment in
        switch segment {
        case .text(let text, _): text
        case .formula(let formula): formula.row.plainText
        }
      }.joined()
    }.joined(separator: "\n")
  }
}

extension Row {
  fileprivate var plainText: String { nodes.map(\.plainText).joined() }
}

extension Node {
  fileprivate var plainText: String {
    switch self {
    case .symbol(let symbol):
      [.binary, .relation].contains(symbol.atomClass) ? " \(symbol.plain) " : String(symbol.plain)
    case .largeOperator(let scalar, _): String(scalar)
    case .operatorName(let name, _): "\(name) "
    case .word(_, let plain): plain
    case .text(let text, _): text
    case .space(let width): width >= 9 ? " " : ""
    case .group(let row), .classed(let row, _), .colored(let row, _), .enclosed(let row, _),
      .negated(let row), .lapped(let row, _), .raised(let row, _), .centered(let row):
      row.plainText
    case .choice(let choice): choice.text.plainText
    case .arrow(let sign, let over, let under):
      [over.plainText, String(sign), under?.plainText ?? ""].filter { !$0.isEmpty }
        .joined(separator: " ")
    case .verticalArrow(let sign, let left, let right): left.plainText + String(sign) + right.plainText
    case .problem(let text): text
    case .scripts(let scripts): scripts.plainText
    case .fraction(let fraction):
      "(\(fraction.numerator.plainText))/(\(fraction.denominator.plainText))"
    case .radical(let radicand, let degree):
      "\(degree.map { "root \($0.plainText) of " } ?? "√")(\(radicand.plainText))"
    case .fence(let fence): fence.plainText
    case .delimiter(let scalar, _, _): String(scalar)
    case .accent(let accent): accent.base.plainText
    case .stack(let base, let over, let under, _):
      [base, over, under].compactMap { $0?.plainText }.joined(separator: " ")
    case .grid(let grid):
      grid.rows.map { $0.map(\.plainText).joined(separator: ", ") }.joined(separator: "; ")
    case .style, .size, .phantom, .rule: ""
    }
  }
}

extension Scripts {
  fileprivate var plainText: String {
    (nucleus?.plainText ?? "") + (subscripted.map { "_" + $0.scriptText } ?? "")
      + (superscript.map { "^" + $0.scriptText } ?? "")
  }
}

extension Row {
  /// A script of one character stands by itself, a longer one in braces.
  fileprivate var scriptText: String {
    let text = plainText
    return text.count == 1 ? text : "{\(text)}"
  }
}

extension Fence {
  fileprivate var plainText: String {
    var text = left.map { String($0) } ?? ""
    for (index, part) in parts.enumerated() {
      if index > 0, let middle = middles[index - 1] { text += String(middle) }
      text += part.plainText
    }
    return text + (right.map { String($0) } ?? "")
  }
}
