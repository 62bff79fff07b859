/// What reaches a node in a sweep back, and where it counts.
///
/// A branch that was not taken may be without a derivative, as √x below 0. Multiplying that by 0 gives NaN, so
/// the sweep carries beside each value the condition under which its node was used, and applies it last.
struct Adjoint {
  var value: Node
  /// The value counts where this is not 0; `nil` is everywhere.
  ///
  /// A number, or of the value's shape.
  var mask: Node?
}

extension Graph {
  /// The value where it counts, and 0 elsewhere.
  mutating func masked(_ adjoint: Adjoint) -> Node {
    guard let mask = adjoint.mask else { return adjoint.value }
    let entry = entries[mask.index]
    if entry.operation == .unary(.not) {
      return select(Node(index: entry.operands[0]), constant(0), adjoint.value)
    }
    return select(mask, adjoint.value, constant(0))
  }

  /// The sum of what reaches a node on two ways.
  mutating func joined(_ a: Adjoint, _ b: Adjoint) -> Adjoint {
    if a.mask == b.mask { return Adjoint(value: apply(.add, a.value, b.value), mask: a.mask) }
    let sum = apply(.add, masked(a), masked(b))
    guard let first = a.mask, let second = b.mask, !areOpposite(first, second) else {
      return Adjoint(value: sum)
    }
    return Adjoint(value: sum, mask: apply(.or, first, second))
  }

  private func areOpposite(_ a: Node, _ b: Node) -> Bool {
    entries[a.index].operation == .unary(.not) && entries[a.index].operands[0] == b.index
      || entries[b.index].operation == .unary(.not) && entries[b.index].operands[0] == a.index
  }
}
