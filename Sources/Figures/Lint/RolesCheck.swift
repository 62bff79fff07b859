import Diagnostics
import Drawing
import Formulas
import Geometry

extension Check {
  /// A symbol beside a mark in another role's color, and outright colors that are those of roles.
  static let roles = Check("colors used against their role") { figure in
    figure.panels.joined().flatMap { mark in
      mark.mark.appearances(in: figure.theme).flatMap { look in
        [figure.strangeSymbol(of: look, mark.mark), figure.borrowedColor(of: look, mark.mark)].compactMap(
          \.self)
      }
    }
  }
}

extension DrawnFigure {
  /// That a mark wears the color of another role than the symbol with which its name begins.
  fileprivate func strangeSymbol(of look: Appearance, _ mark: EvaluatedMark) -> Diagnostic? {
    guard let name = look.name, let (symbol, role) = leadingSymbol(of: name), role != look.role else {
      return nil
    }
    let found = look.role.map { "in the color of '\($0.rawValue)'" } ?? "in a color of its own"
    return Diagnostic(
      "'\(symbol)' is '\(role.rawValue)' by 'roles', but names a \(mark.name) \(found)", at: mark.location,
      help: "write role: \(role.rawValue)")
  }

  /// The symbol with a role at the very start of a label that names it, and no sum, product or derivative
  /// of it.
  private func leadingSymbol(of label: Label) -> (symbol: String, role: Role)? {
    let head = label.plainText.prefix { !"=≈:≔,<>≤≥→".contains($0) }
    guard !symbols.isEmpty, !head.contains(where: { "+−-·×/∕'′".contains($0) }) else { return nil }
    let size = 100.0
    let style = TextStyle(size: size, color: theme.ink, fonts: placed.press.fonts)
    let start = placed.press.typesetter.typeset(label, in: style).ink.minX
    return symbols.first { symbol, _ in
      let boxes = placed.press.typesetter.boxes(of: symbol, in: label, style: style)
      return boxes.first.map { $0.minX - start < 0.05 * size } ?? false
    }
  }

  /// That a color which the scene names outright is, or nearly is, that of a role.
  fileprivate func borrowedColor(of look: Appearance, _ mark: EvaluatedMark) -> Diagnostic? {
    guard look.role == nil, !theme.isGray else { return nil }
    let own = OKLab(look.color)
    let near = Theme.RoleColors.members.first { role, color in
      OKLab(theme.roleColors[keyPath: color]).distance(to: own) < 0.04
    }
    return near.map { role, _ in
      Diagnostic(
        "the color of the \(mark.name) is that of the role '\(role.rawValue)'", at: mark.location,
        help: "write role: \(role.rawValue), or choose another color")
    }
  }
}
