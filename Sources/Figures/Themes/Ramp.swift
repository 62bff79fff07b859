package import Drawing
import Glibc

/// A sequence of colors for a quantity: equal steps along it look equally large.
package struct Ramp: Hashable, Sendable {
  /// Colors on the ramp's way through OKLCH, from its low end on.
  let stops: [OKLCH]
  /// The place among the stops, such as 1.25, after each of equally many equal distances.
  private let places: [Double]

  /// Parts of the way whose lengths are measured between two stops.
  private static let partsPerStop = 24

  /// A ramp through stops, between which lightness, chroma and hue go evenly; hues are taken as written, so
  /// they may exceed 360.
  ///
  /// Between two stops of one gray the hue jumps unseen.
  init(_ stops: [OKLCH]) {
    self.stops = stops
    let last = Double(max(stops.count - 1, 0))
    let count = max(stops.count - 1, 1) * Self.partsPerStop
    let places = (0...count).map { last * Double($0) / Double(count) }
    var lengths = [0.0]
    for (one, next) in zip(places, places.dropFirst()) {
      let step = Self.way(stops, at: one).lab.distance(to: Self.way(stops, at: next).lab)
      lengths.append((lengths.last ?? 0) + step)
    }
    self.places = Self.evenPlaces(places, lengths)
  }

  /// The color at a fraction; clamped to 0…1, and the first color for NaN.
  package func color(at fraction: Double) -> Color {
    guard let first = stops.first, let last = stops.last else { return .black }
    guard fraction > 0 else { return first.color }
    guard fraction < 1 else { return last.color }
    let position = fraction * Double(places.count - 1)
    let index = min(Int(position), places.count - 2)
    let t = position - Double(index)
    return Self.way(stops, at: places[index] + (places[index + 1] - places[index]) * t).color
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

  /// The places that cut the way into as many parts as before, all of one length.
  private static func evenPlaces(_ places: [Double], _ lengths: [Double]) -> [Double] {
    guard let total = lengths.last, total > 0 else { return places }
    var index = 0
    return places.indices.map { k in
      let wanted = total * Double(k) / Double(places.count - 1)
      while index < places.count - 2, lengths[index + 1] < wanted { index += 1 }
      let part = lengths[index + 1] - lengths[index]
      let t = part > 0 ? min(max((wanted - lengths[index]) / part, 0), 1) : 0
      return places[index] + (places[index + 1] - places[index]) * t
    }
  }
}

extension OKLCH {
  /// Its place in OKLab, whether or not sRGB has the color.
  fileprivate var lab: OKLab {
    let angle = hue * .pi / 180
    return OKLab(lightness: lightness, a: chroma * cos(angle), b: chroma * sin(angle))
  }
}
