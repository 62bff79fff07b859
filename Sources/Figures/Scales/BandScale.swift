package import Diagnostics

/// Named bands of equal width, one after another; band `i` is centered at value `i`.
package struct BandScale: Scale {
  package static let kind = ScaleKind(option: .names, isLinear: true) { _, option in BandScale(option.names) }

  package let names: [LocatedText]

  package init(_ names: [LocatedText]) { self.names = names }

  package var domain: ClosedRange<Double> { -0.5...max(Double(names.count) - 0.5, 0.5) }

  package var isLinear: Bool { true }

  package func fraction(of value: Double) -> Double {
    (value - domain.lowerBound) / (domain.upperBound - domain.lowerBound)
  }

  package func value(at fraction: Double) -> Double {
    domain.lowerBound + fraction * (domain.upperBound - domain.lowerBound)
  }

  /// Every band is named, whatever the count.
  package func ticks(_ wish: TickWish) -> Ticks {
    Ticks(names.enumerated().map { Tick(Double($0.offset), $0.element) })
  }
}
