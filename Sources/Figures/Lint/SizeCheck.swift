import Diagnostics

extension Check {
  /// Words smaller than the canvas allows; scripts follow the size of their line.
  static let size = Check("words too small for the canvas") { figure in
    let least = figure.canvas.type.small
    return figure.inks.texts.compactMap { text in
      // The largest letters of a fraction within a line are already those of scripts.
      let share = text.source.contains("frac") ? 0.7 : 1
      guard let size = text.runs.compactMap(\.size).max(), size < least * share - 0.05 else { return nil }
      return Diagnostic(
        "'\(text.name)' is set at \(hundredths(size)) pt, smaller than the \(hundredths(least)) pt of this canvas",
        at: text.location, help: "give it more room, or a larger 'size'")
    }
  }
}
