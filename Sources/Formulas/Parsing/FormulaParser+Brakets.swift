extension FormulaParser {
  /// `\set{x | x > 0}`: the first bar stands between the elements and what they fulfill.
  mutating func set(_ isLarge: Bool, at start: Int) throws(ParseFailure) -> Node {
    let end = try endOfGroup(of: start)
    guard isLarge else {
      let bar = Node.symbol(Symbol("∣", .relation))
      let parts = try barParts(until: end, most: 2)
      let inside = Array(parts.map(\.nodes).joined(separator: [bar]))
      let opening = [Node.symbol(Symbol("{", .opening)), .space(3)]
      return .group(Row(opening + inside + [.space(3), .symbol(Symbol("}", .closing))]))
    }
    var parts = try barParts(until: end, most: 2)
    parts[0].nodes.insert(.space(4), at: 0)
    parts[parts.count - 1].nodes.append(.space(4))
    return .fence(fence("{", spaced(parts, 5), "}"))
  }

  /// `\braket{a | b}`, with as many bars as there are.
  mutating func braket(_ isLarge: Bool, at start: Int) throws(ParseFailure) -> Node {
    let end = try endOfGroup(of: start)
    let parts = try barParts(until: end, most: .max)
    if isLarge { return .fence(fence("⟨", spaced(parts, 3), "⟩")) }
    let bar = Node.symbol(Symbol("|"))
    let inside = Array(parts.map(\.nodes).joined(separator: [bar]))
    let angles = (Node.symbol(Symbol("⟨", .opening)), Node.symbol(Symbol("⟩", .closing)))
    return .classed(Row([angles.0] + inside + [angles.1]), .inner)
  }

  private func fence(_ left: Unicode.Scalar, _ parts: [Row], _ right: Unicode.Scalar) -> Fence {
    Fence(
      left: left, parts: parts, middles: Array(repeating: "|", count: parts.count - 1), right: right)
  }

  /// Room at both sides of the bars.
  private func spaced(_ parts: [Row], _ mu: Double) -> [Row] {
    parts.enumerated().map { index, part in
      let before: [Node] = index > 0 ? [.space(mu)] : []
      return Row(before + part.nodes + (index < parts.count - 1 ? [.space(mu)] : []))
    }
  }

  /// Reads `{` and tells where its group ends; `nil` if it is not closed or there is none.
  private mutating func endOfGroup(of start: Int) throws(ParseFailure) -> Int? {
    try settle()
    let place = reader.position
    guard reader.read("{") else {
      try report("expected '{' after \(ownerName(start))", at: place)
      return nil
    }
    let end = reader.closingBrace(of: place)
    if end == nil { try report("unclosed '{'", at: place) }
    return end
  }

  /// Rows between bars, at most so many, up to the closing brace, which is read.
  private mutating func barParts(until end: Int?, most: Int) throws(ParseFailure) -> [Row] {
    guard end != nil else { return [Row()] }
    open.groups += 1
    defer { open.groups -= 1 }
    var parts: [Row] = []
    var part = Row()
    while true {
      let isLast = parts.count >= most - 1
      part.nodes += try row(until: isLast ? nil : "|").nodes
      if reader.read("}") { return parts + [part] }
      if !isLast, reader.read("|") {
        parts.append(part)
        part = Row()
      } else if reader.isAtEnd || reader.next == "$" {
        try report("unclosed '{'", at: reader.position)
        return parts + [part]
      } else {
        part.nodes.append(try passOver())
      }
    }
  }
}
