import Formulas

/// An atom or a space of a row with the circumstances under which it is set.
private struct RowPart {
  var node: Node
  var setting: Setting
  /// `nil` for spaces.
  var atomClass: AtomClass?
}

extension FormulaLayout {
  /// Sets nodes beside one another, with spaces by their classes.
  mutating func set(_ row: Row, _ setting: Setting) -> Fragment {
    let isOutermost = isOutermost
    self.isOutermost = false
    var parts: [RowPart] = []
    parts.reserveCapacity(row.nodes.count)
    flatten(row, setting, into: &parts)
    if parts.count == 1 { return set(parts[0].node, parts[0].setting) }
    resolveBinaries(&parts)
    var result = emptyFragment()
    var left: AtomClass?
    for part in parts {
      if let atomClass = part.atomClass {
        if let left {
          let end = result.width
          result.width += spacing(left, atomClass, inScript: part.setting.isScript) * mu(part.setting)
          if isOutermost, left == .binary || left == .relation, atomClass != .relation {
            breaks.append(Box.Break(markCount: marks.count, end: end, start: result.width))
          }
        }
        left = atomClass
      }
      let fragment = set(part.node, part.setting).withItalics
      place(fragment, in: &result, x: result.width)
      result.width += fragment.width
    }
    return result
  }

  /// Opens colored rows, which are transparent to spacing, and applies styles to what follows them.
  private mutating func flatten(_ row: Row, _ setting: Setting, into parts: inout [RowPart]) {
    var setting = setting
    var roleEnd = 0
    var roleInk = setting.ink
    for (index, node) in row.nodes.enumerated() {
      if index >= roleEnd, !roles.isEmpty, let match = role(in: row.nodes, at: index, setting) {
        roleEnd = index + match.count
        roleInk = match.ink
      }
      switch node {
      case .style(let style): setting = setting.starting(style)
      case .size(let size): setting.magnification = size
      case .choice(let choice): flatten(choice[setting.style], setting, into: &parts)
      case .colored(let inner, let ink):
        flatten(inner, setting.with(ink: markInk(ink, in: setting)), into: &parts)
      default:
        var own = setting
        if index < roleEnd {
          // A role colors the symbol and not its scripts.
          if case .scripts = node { own.nucleusInk = roleInk } else { own.ink = roleInk }
        }
        parts.append(RowPart(node: node, setting: own, atomClass: node.atomClass))
      }
    }
  }

  /// The first role whose symbols start at `index`.
  private mutating func role(
    in nodes: [Node], at index: Int, _ setting: Setting
  ) -> (count: Int, ink: MarkInk)? {
    // A term within a term is part of it.
    if occurrences != nil, setting.ink != .plain { return nil }
    for role in roles where role.pattern.matches(nodes, at: index) {
      return (role.pattern.count, roleInk(at: role.place))
    }
    return nil
  }

  /// Turns binary operators without two operands into ordinary atoms (Appendix G, rules 5 and 6).
  private func resolveBinaries(_ parts: inout [RowPart]) {
    var before: Int?
    for index in parts.indices {
      guard let atomClass = parts[index].atomClass else { continue }
      let left = before.flatMap { parts[$0].atomClass }
      if atomClass == .binary, left?.leavesNoOperand ?? true { parts[index].atomClass = .ordinary }
      if let before, left == .binary, atomClass.offersNoOperand { parts[before].atomClass = .ordinary }
      before = index
    }
    if let before, parts[before].atomClass == .binary { parts[before].atomClass = .ordinary }
  }
}
