package import Diagnostics

/// One way in which a picture can be hard to read or say what it does not mean.
package struct Check: Sendable {
  /// What it finds, in a few words.
  package let summary: String
  /// Every fault of a drawn figure, each where the scene makes it.
  let findings: @Sendable (DrawnFigure) -> [Diagnostic]

  init(_ summary: String, _ findings: @escaping @Sendable (DrawnFigure) -> [Diagnostic]) {
    self.summary = summary
    self.findings = findings
  }
}

/// The checks of lint by name; each is one file beside this one.
package let checks = Catalogue<Check>(
  "check",
  [
    "layout": .layout,
    "overlap": .overlap,
    "clipping": .clipping,
    "size": .size,
    "contrast": .contrast,
    "likeness": .likeness,
    "roles": .roles,
    "alt": .alternativeText,
  ])
