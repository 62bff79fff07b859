package import Diagnostics
package import Drawing

/// What lint is to look for, and in what.
package struct LintOptions: Sendable {
  /// `nil` for all themes of the program, and the scene's own.
  package var theme: Theme?
  /// `nil` keeps the scene's.
  package var canvas: Canvas?
  /// The names of the checks.
  package var checks: [String]

  package init(theme: Theme? = nil, canvas: Canvas? = nil, checks: [String] = Figures.checks.names) {
    self.theme = theme
    self.canvas = canvas
    self.checks = checks
  }
}

extension Scene {
  /// Draws the picture and looks at it: every fault once, in the order of the scene; throws if there is none.
  package func linted(
    with typesetter: any Typesetter, options: LintOptions = LintOptions()
  ) throws(DiagnosticList) -> [Diagnostic] {
    let named = themes.names.compactMap { name in themes[name].map { (name: name, theme: $0) } }
    var wanted = named
    if let theme, !named.contains(where: { $0.theme == theme }) {
      wanted.append((name: "of the scene", theme: theme))
    }
    if let theme = options.theme { wanted = [(name: "", theme: theme)] }
    let canvas = options.canvas ?? canvas
    let figure = film == nil ? try evaluated(in: options.theme, fontsCheckedBy: typesetter) : nil
    var findings: [(finding: Diagnostic, themes: [String])] = []
    for (name, theme) in wanted {
      let placed =
        if let figure {
          placed(figure, on: canvas, in: theme, with: typesetter)
        } else {
          try Film(of: self, with: typesetter, options: SceneOptions(theme: theme, canvas: canvas)).poster
        }
      let drawn = DrawnFigure(
        placed, placed.drawn(isTransparent: false), of: self, on: placed.page(of: canvas))
      for finding in drawn.findings(of: options.checks) {
        if let known = findings.firstIndex(where: { $0.finding == finding }) {
          if findings[known].themes.last != name { findings[known].themes.append(name) }
        } else {
          findings.append((finding, [name]))
        }
      }
    }
    let located = findings.enumerated().sorted { one, other in
      let (place, otherPlace) = (one.element.finding.at, other.element.finding.at)
      guard let place, let otherPlace, place != otherPlace else { return one.offset < other.offset }
      return place < otherPlace
    }
    return located.map { _, found in
      var finding = found.finding
      if found.themes.count < wanted.count {
        finding.message += " in the theme \(found.themes.joined(separator: " and "))"
      }
      return finding
    }
  }
}

extension DrawnFigure {
  /// What the checks of those names find, as errors.
  func findings(of names: [String]) -> [Diagnostic] {
    names.compactMap { checks[$0] }.flatMap { $0.findings(self) }.map { finding in
      var finding = finding
      finding.severity = .error
      return finding
    }
  }
}
