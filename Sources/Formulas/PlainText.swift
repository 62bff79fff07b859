extension Label {
  /// The label without markup, formulas spelled on one line: for titles of documents and screen readers.
  package var plainText: String {
    lines.map { line in
      line.map { segment in
        switch segment {
        case .text(let text, _): text
        case .formula(let formula): formula.plainText
        }
      }.joined()
    }.joined(separator: "\n")
  }
}

extension Formula {
  /// The formula on one line, in the order in which it is spoken.
  package var plainText: String {
    var writer = PlainTextWriter()
    writer.write(row)
    if let tag {
      writer.space()
      writer.write(tag)
    }
    return writer.finished
  }
}

/// Spells a formula on one line, with as few spaces and parentheses as it can be understood with.
struct PlainTextWriter {
  private var text = ""

  /// What was written, without spaces at its ends.
  var finished: String {
    var scalars = text.unicodeScalars[...]
    while scalars.last == " " { scalars.removeLast() }
    while scalars.first == " " { scalars.removeFirst() }
    return String(scalars)
  }

  /// One space, of which several in a row are one.
  mutating func space() {
    if !text.isEmpty, text.unicodeScalars.last != " " { text += " " }
  }

  mutating func write(_ row: Row) {
    for (index, node) in row.nodes.enumerated() {
      write(node, isAfterOperand: index > 0 && row.nodes[index - 1].isOperand)
      if index + 1 < row.nodes.count, node.standsApart, !row.nodes[index + 1].hasOwnGap { space() }
    }
  }

  private mutating func write(_ node: Node, isAfterOperand: Bool) {
    switch node {
    case .symbol(let symbol): write(symbol, isAfterOperand)
    case .largeOperator(let sign, _, _): append(sign)
    case .operatorName(let name, _): text += (isAfterOperand ? " " : "") + plainLetters(name)
    case .word(_, let plain): text += plain
    case .text(let words, _): text += words
    case .space(let width): if width >= 9 { space() }
    case .group(let row), .colored(let row, _), .enclosed(let row, _), .lapped(let row, _),
      .raised(let row, _), .centered(let row):
      write(row)
    case .classed(let row, let atomClass): write(row, atomClass)
    case .choice(let choice): write(choice.text)
    case .negated(let row):
      write(row)
      append("\u{338}")
    case .arrow(let sign, let over, let under): writeArrow(sign, over, under)
    case .verticalArrow(let sign, let left, let right):
      write(left)
      append(sign)
      write(right)
    case .problem(let source): text += source
    case .scripts(let scripts): write(scripts, isAfterOperand)
    case .fraction(let fraction):
      if isAfterOperand { space() }
      write(fraction)
    case .radical(let radicand, let degree): write(radicand, degree)
    case .fence(let fence): write(fence)
    case .delimiter(let sign, _, _): append(sign)
    case .accent(let accent): write(accent)
    case .stack(let base, let over, let under, let atomClass):
      write(base, atomClass, over: over, under: under)
    case .grid(let grid): write(grid)
    case .phantom(let row, let phantom):
      switch phantom {
      case .full, .widthOnly, .heightOnly: break
      case .smashed, .smashedAbove, .smashedBelow: write(row)
      }
    case .style, .size, .rule: break
    }
  }

  private mutating func append(_ scalar: Unicode.Scalar) { text.unicodeScalars.append(scalar) }

  private mutating func write(_ symbol: Symbol, _ isAfterOperand: Bool) {
    switch symbol.atomClass {
    case .relation:
      space()
      append(symbol.plain)
      space()
    case .binary:
      if isAfterOperand { space() }
      append(symbol.plain)
      if isAfterOperand { space() }
    case .punctuation:
      append(symbol.plain)
      space()
    default: append(symbol.plain)
    }
  }

  private mutating func write(
    _ row: Row, _ atomClass: AtomClass, over: Row? = nil, under: Row? = nil
  ) {
    let isApart = atomClass == .relation || atomClass == .binary
    if isApart { space() }
    write(row)
    if let under { write(script: under, after: "_") }
    if let over { write(script: over, after: "^") }
    if isApart { space() }
  }

  private mutating func writeArrow(_ sign: Unicode.Scalar, _ over: Row, _ under: Row?) {
    space()
    append(sign)
    if let under { write(script: under, after: "_") }
    write(script: over, after: "^")
    space()
  }

  private mutating func write(_ scripts: Scripts, _ isAfterOperand: Bool) {
    if let nucleus = scripts.nucleus { write(nucleus, isAfterOperand: isAfterOperand) }
    if let subscripted = scripts.subscripted { write(script: subscripted, after: "_") }
    guard let raised = scripts.superscript?.nodes else { return }
    // Primes stand directly after their letter.
    let primes = raised.prefix { $0 == .symbol(Symbol("′")) }
    text += String(repeating: "′", count: primes.count)
    write(script: Row(Array(raised.dropFirst(primes.count))), after: "^")
  }

  /// A script of one character stands by itself, a longer one in braces.
  private mutating func write(script: Row, after sign: String) {
    var inside = PlainTextWriter()
    inside.write(script)
    let words = inside.finished
    if words.isEmpty { return }
    text += words.count == 1 ? sign + words : "\(sign){\(words)}"
  }

  private mutating func write(_ fraction: Fraction) {
    write(fraction.numerator, inParentheses: !fraction.numerator.isProduct)
    text += fraction.hasRule ? "/" : " over "
    write(fraction.denominator, inParentheses: !fraction.denominator.isTerm)
  }

  private mutating func write(_ row: Row, inParentheses: Bool) {
    text += inParentheses ? "(" : ""
    write(row)
    text += inParentheses ? ")" : ""
  }

  private mutating func write(_ radicand: Row, _ degree: Row?) {
    var inside = PlainTextWriter()
    if let degree { inside.write(degree) }
    switch inside.finished {
    case "": text += "√"
    case "3": text += "∛"
    case "4": text += "∜"
    case let words: text += "root \(words) of "
    }
    write(radicand, inParentheses: radicand.nodes.count != 1 || !radicand.isTerm)
  }

  private mutating func write(_ fence: Fence) {
    if let left = fence.left { append(left) }
    for (index, part) in fence.parts.enumerated() {
      if index > 0, let middle = fence.middles[index - 1] {
        space()
        append(middle)
        space()
      }
      write(part)
    }
    if let right = fence.right { append(right) }
  }

  private mutating func write(_ accent: Accent) {
    write(accent.base)
    switch accent.mark {
    case .glyph(let mark), .wide(let mark, .over): if accent.base.nodes.count == 1 { append(mark) }
    case .line(let side):
      if accent.base.nodes.count == 1 { append(side == .over ? "\u{305}" : "\u{332}") }
    case .wide, .brace, .stretched: break
    }
  }

  private mutating func write(_ grid: Grid) {
    let isAligned = grid.kind == .aligned || grid.kind == .alignedAt || grid.kind == .diagram
    for (index, row) in grid.rows.enumerated() {
      if index > 0 { text += "; " }
      for (column, cell) in row.enumerated() {
        if column > 0, !isAligned { text += ", " }
        write(cell)
      }
      if let tag = grid.tags[index] {
        space()
        write(tag)
      }
    }
  }

  /// Bold letters of operators as they are typed.
  private func plainLetters(_ name: String) -> String {
    String(
      String.UnicodeScalarView(name.unicodeScalars.map { MathematicalLetter($0)?.plain ?? $0 }))
  }
}
