import Formulas

/// An atom or a space of a row with the circumstances under which it is set.
private struct RowPart {
  var node: Node
  var setting: Setting
  /// `nil` for spaces.
  var atomClass: AtomClass?
}

/// A term of a row that wears a role's color.
private struct RoleMatch {
  /// The place of the first node behind it.
  var end: Int
  var ink: MarkInk
  var coversScripts: Bool
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
    var depth = 0
    for part in parts {
      if let atomClass = part.atomClass {
        if let left {
          let end = result.width
          result.width += spacing(left, atomClass, inScript: part.setting.isScript) * mu(part.setting)
          if isOutermost, left == .binary || left == .relation, atomClass != .relation {
            breaks.append(Box.Break(markCount: marks.count, end: end, start: result.width, depth: depth))
          }
        }
        depth = max(depth + (atomClass == .opening ? 1 : atomClass == .closing ? -1 : 0), 0)
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
    var match: RoleMatch?
    for (index, node) in row.nodes.enumerated() {
      if index >= match?.end ?? 0, !roles.isEmpty {
        match = role(in: row.nodes, at: index, setting) ?? match
      }
      switch node {
      case .style(let style): setting = setting.starting(style)
      case .size(let size): setting.magnification = size
      case .choice(let choice): flatten(choice[setting.style], setting, into: &parts)
      case .colored(let inner, let ink):
        flatten(inner, self.setting(setting, coloredBy: ink), into: &parts)
      default:
        var own = setting
        if let match, index < match.end {
          // A role that names a symbol colors it and not its scripts.
          if case .scripts = node, !match.coversScripts {
            own.nucleusInk = match.ink
          } else {
            own.ink = match.ink
            own.isInTerm = true
          }
        }
        parts.append(RowPart(node: node, setting: own, atomClass: node.atomClass))
      }
    }
  }

  /// The role that says most of those whose terms start at `index`; of equals the first.
  private mutating func role(in nodes: [Node], at index: Int, _ setting: Setting) -> RoleMatch? {
    guard !setting.isInTerm else { return nil }
    var best: (pattern: RolePattern, place: Int)?
    let initial = RolePattern.initial(of: nodes[index])
    for place in roles.indices where roles[place].pattern.mayBegin(with: initial) {
      let role = roles[place]
      guard role.pattern.matches(nodes, at: index) else { continue }
      if role.pattern.specificity > best?.pattern.specificity ?? -1 { best = role }
    }
    return best.map { role in
      RoleMatch(
        end: index + role.pattern.count, ink: roleInk(at: role.place, setting),
        coversScripts: role.pattern.coversScripts)
    }
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
