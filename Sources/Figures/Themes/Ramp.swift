package import Drawing
import Glibc

/// A sequence of colors for a quantity: equal steps along it look equally large.
package struct Ramp: Hashable, Sendable {
  /// Colors on the ramp's way through OKLCH, from its low end on.
  let stops: [OKLCH]
  /// How long the way is up to each of equally many parts between neighboring stops.
  private let lengths: [Double]

  /// Parts of the way whose lengths are measured between two stops.
  private static let partsPerStop = 24

  /// A ramp through stops, between which lightness, chroma and hue go evenly; hues are taken as written, so
  /// they may exceed 360.
  ///
  /// Between two stops of one gray the hue jumps unseen.
  init(_ stops: [OKLCH]) {
    self.stops = stops
    var lengths = [0.0]
    var last = Self.way(stops, at: 0).lab
    for part in 1...max((stops.count - 1) * Self.partsPerStop, Self.partsPerStop) {
      let next = Self.way(stops, at: Self.place(part)).lab
      lengths.append((lengths.last ?? 0) + last.distance(to: next))
      last = next
    }
    self.lengths = lengths
  }

  /// Where among the stops a part of the way begins.
  private static func place(_ part: Int) -> Double { Double(part) / Double(partsPerStop) }

  /// The color at a fraction; clamped to 0…1, and the first color for NaN.
  package func color(at fraction: Double) -> Color {
    guard let first = stops.first, let last = stops.last else { return .black }
    guard fraction > 0 else { return first.color }
    guard fraction < 1 else { return last.color }
    return Self.way(stops, at: place(after: fraction * (lengths.last ?? 0))).color
  }

  /// Where among the stops the way has a length.
  private func place(after wanted: Double) -> Double {
    var (low, high) = (0, lengths.count - 1)
    while high - low > 1 {
      let middle = (low + high) / 2
      if lengths[middle] < wanted { low = middle } else { high = middle }
    }
    let part = lengths[high] - lengths[low]
    let t = part > 0 ? (wanted - lengths[low]) / part : 0
    return Self.place(low) + t / Double(Self.partsPerStop)
  }

  /// The color between two stops.
  private static func way(_ stops: [OKLCH], at place: Double) -> OKLCH {
    guard let first = stops.first else { return OKLCH(0, 0, 0) }
    guard stops.count > 1 else { return first }
    let index = min(Int(place), stops.count - 2)
    let t = place - Double(index)
    let (a, b) = (stops[index], stops[index + 1])
    return OKLCH(
      a.lightness + (b.lightness - a.lightness) * t, a.chroma + (b.chroma - a.chroma) * t,
      a.hue + (b.hue - a.hue) * t)
  }
}

extension OKLCH {
  /// The place in OKLab of the color that is seen.
  fileprivate var lab: OKLab {
    let seen = inGamut
    let angle = seen.hue * .pi / 180
    return OKLab(lightness: seen.lightness, a: seen.chroma * cos(angle), b: seen.chroma * sin(angle))
  }
}
