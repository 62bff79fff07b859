import Diagnostics
import Drawing

extension RampStyle {
  /// A ramp through colors; its numbers are the theme's ink, or the first of black and white that is readable
  /// on all of it.
  init(through colors: [Color], in theme: Theme, at location: SourceLocation?) throws(Diagnostic) {
    let ramp = Ramp(joined(colors.map { OKLCH($0) }))
    let samples = (0...32).map { ramp.color(at: Double($0) / 32) }
    let readable = [theme.ink, .black, .white].first { ink in
      samples.allSatisfy { ink.contrast(to: $0) >= Contrast.text }
    }
    guard let readable,
      let darkest = samples.max(by: { $0.contrast(to: readable) > $1.contrast(to: readable) })
    else {
      throw Diagnostic(
        "no ink can be read on all of the ramp: it goes from too dark to too light", at: location,
        help: "stay paler, or darker, from end to end: marks and numbers lie on it")
    }
    self.init(ramp: ramp, line: darkest.mixed(with: readable, 0.35), number: readable)
  }
}

/// Colors with hues that lead from one to the next the shorter way, grays with the hue of their neighbors.
private func joined(_ colors: [OKLCH]) -> [OKLCH] {
  let gray = 0.004
  var stops: [OKLCH] = []
  for (index, color) in colors.enumerated() {
    var color = color
    let before =
      colors[..<index].last { $0.chroma > gray } == nil ? nil : stops.last { $0.chroma > gray }?.hue
    if color.chroma <= gray {
      let after = colors[(index + 1)...].first { $0.chroma > gray }?.hue
      color.chroma = 0
      color.hue = before ?? after ?? 0
      stops.append(color)
      // The hue changes unseen, in the gray.
      if let before, let after {
        color.hue = near(after, before)
        stops.append(color)
      }
    } else {
      if let last = stops.last?.hue { color.hue = near(color.hue, last) }
      stops.append(color)
    }
  }
  return stops
}

/// The same direction, at most half a turn away.
private func near(_ hue: Double, _ other: Double) -> Double {
  hue - ((hue - other) / 360).rounded() * 360
}
