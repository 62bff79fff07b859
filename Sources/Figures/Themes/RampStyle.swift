package import Diagnostics
package import Drawing

/// A ramp, and the inks that are seen on all of it.
package struct RampStyle: Hashable, Sendable {
  /// Pale (or dark) enough for what lies on top.
  package var ramp: Ramp
  /// Thin lines drawn on the ramp, such as contour lines.
  package var line: Color
  /// Numbers written into those lines.
  package var number: Color
}

/// Which of a theme's ramps shows a quantity.
package enum RampChoice: Hashable, Sendable {
  /// From the ground's color away, for quantities that start somewhere.
  case sequential
  /// Two ways away from the ground's color, which stands for zero.
  case diverging
  /// Around in a ring, for angles.
  case cyclic
  /// As the sequential one, in the color of a role.
  case role(Role)
}

/// The ramps by the names that scenes use.
package let ramps = Catalogue<RampChoice>(
  "ramp",
  [
    "sequential": .sequential, "diverging": .diverging, "cyclic": .cyclic, "data": .role(.data),
    "weight": .role(.weight), "prediction": .role(.prediction), "target": .role(.target),
    "gradient": .role(.gradient), "loss": .role(.loss), "probability": .role(.probability),
    "error": .role(.error),
  ])

extension RampChoice {
  /// Where the colors of bands lie on the ramp: those below, between and above ascending levels.
  ///
  /// A diverging ramp has zero at its middle, and reaches as far up as down.
  func fractions(between levels: [Double]) -> [Double] {
    let count = levels.count
    switch self {
    case .sequential, .role: return (0...count).map { count == 0 ? 0 : Double($0) / Double(count) }
    case .cyclic: return (0...count).map { Double($0) / Double(count + 1) }
    case .diverging:
      let middles = bandMiddles(between: levels)
      let reach = middles.lazy.map(abs).max() ?? 0
      return middles.map { reach > 0 && reach.isFinite ? 0.5 + 0.5 * ($0 / reach) : 0.5 }
    }
  }

  /// The value in the middle of each band; the outermost bands are taken as high as their neighbors.
  private func bandMiddles(between levels: [Double]) -> [Double] {
    guard let first = levels.first, let last = levels.last else { return [0] }
    guard levels.count > 1 else { return first == 0 ? [-1, 1] : [first / 2, first * 1.5].sorted() }
    let inner = zip(levels, levels.dropFirst()).map { $0 / 2 + $1 / 2 }
    let low = first - (levels[1] / 2 - first / 2)
    let high = last + (last / 2 - levels[levels.count - 2] / 2)
    return [low] + inner + [high]
  }
}

extension Theme {
  package func ramp(_ choice: RampChoice) -> RampStyle {
    switch choice {
    case .sequential: ramps.sequential
    case .diverging: ramps.diverging
    case .cyclic: ramps.cyclic
    case .role(let role): ramps.sequential.colored(like: color(of: role))
    }
  }

  /// One ramp for each kind of quantity.
  package struct Ramps: Hashable, Sendable {
    package var sequential: RampStyle
    package var diverging: RampStyle
    package var cyclic: RampStyle
  }
}

extension RampStyle {
  /// The same lightness from end to end in the hue of a color, and no more chroma than it has.
  fileprivate func colored(like color: Color) -> RampStyle {
    let model = OKLCH(color)
    func dyed(_ stop: OKLCH) -> OKLCH {
      OKLCH(stop.lightness, min(stop.chroma, model.chroma), model.hue).inGamut
    }
    return RampStyle(
      ramp: Ramp(ramp.stops.map(dyed)), line: dyed(OKLCH(line)).color, number: dyed(OKLCH(number)).color)
  }
}
