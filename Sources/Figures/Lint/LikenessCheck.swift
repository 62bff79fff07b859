import Diagnostics
import Drawing
import Formulas

extension Check {
  /// Two parts of a panel that differ in meaning, but look alike to some eyes or in gray.
  ///
  /// Parts of one role mean the same; parts that differ in dash, marker or shape are told apart by that.
  static let likeness = Check("parts of a panel that look alike to some eyes") { figure in
    figure.panels.flatMap { marks -> [Diagnostic] in
      let parts = marks.flatMap { mark in
        mark.mark.appearances(in: figure.theme).map { (mark: mark.mark, look: $0) }
      }
      var findings: [Diagnostic] = []
      for (index, later) in parts.enumerated() {
        for earlier in parts[..<index] where later.look.differsInMeaning(from: earlier.look) {
          guard later.look.shape == earlier.look.shape,
            let sight = Sight.confusing(later.look.color, with: earlier.look.color)
          else { continue }
          let (one, other) = (later.look.title(in: later.mark), earlier.look.title(in: earlier.mark))
          findings.append(
            Diagnostic(
              "\(one) and \(other) look alike \(figure.theme.isGray ? "in gray" : sight.phrase)",
              at: later.mark.location, help: "give them other roles, or different dashes or markers"))
          break
        }
      }
      return findings
    }
  }
}

extension Appearance {
  /// Whether a reader has to tell them apart.
  fileprivate func differsInMeaning(from other: Appearance) -> Bool {
    if let role, role == other.role { return false }
    // Without a role, the very same color is the same meaning unless names differ.
    if role == nil, other.role == nil, color == other.color {
      return name != nil && other.name != nil && name?.source != other.name?.source
    }
    return true
  }

  fileprivate func title(in mark: EvaluatedMark) -> String {
    name.map { "'\($0.source)'" } ?? role.map { "the \(mark.name) in the color of '\($0.rawValue)'" }
      ?? "the \(mark.name)"
  }
}
