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
  func box(_ row: Row, _ setting: Setting) -> Box {
    var parts: [RowPart] = []
    parts.reserveCapacity(row.nodes.count)
    flatten(row, setting, into: &parts)
    if parts.count == 1 { return box(parts[0].node, parts[0].setting) }
    let atoms = parts.indices.filter { parts[$0].atomClass != nil }
    let classes = resolvingBinaries(atoms.compactMap { parts[$0].atomClass })
    var result = Box()
    var left: AtomClass?
    var next = 0
    for part in parts {
      if part.atomClass != nil {
        if let left {
          let gap = spacing(left, classes[next], inScript: part.setting.isScript)
          result.width += gap * mu(part.setting)
        }
        left = classes[next]
        next += 1
      }
      let box = box(part.node, part.setting).withItalics
      result.place(box, x: result.width)
      result.width += box.width
    }
    return result
  }

  /// Opens colored rows, which are transparent to spacing, and applies styles to what follows them.
  private func flatten(_ row: Row, _ setting: Setting, into parts: inout [RowPart]) {
    var setting = setting
    var roleEnd = 0
    var roleInk = setting.ink
    for (index, node) in row.nodes.enumerated() {
      if index >= roleEnd, !roles.isEmpty, let match = role(in: row.nodes, at: index) {
        roleEnd = index + match.count
        roleInk = .role(match.place)
      }
      switch node {
      case .style(let style): setting.style = style
      case .colored(let inner, let ink): flatten(inner, setting.with(ink: markInk(ink)), into: &parts)
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
  private func role(in nodes: [Node], at index: Int) -> (count: Int, place: Int)? {
    for role in roles where role.pattern.matches(nodes, at: index) {
      return (role.pattern.count, role.place)
    }
    return nil
  }
}
