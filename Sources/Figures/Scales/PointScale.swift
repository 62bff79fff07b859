package import Diagnostics

/// Names at points in equal steps, the first and the last nearly at the ends of the axis; name `i` stands at
/// value `i`.
package struct PointScale: Scale {
  package static let kind = ScaleKind(option: .names, isLinear: true) { _, option in PointScale(option.names)
  }

  package let names: [LocatedText]
  private let scale: LinearScale

  package init(_ names: [LocatedText]) {
    self.names = names
    let last = Double(max(names.count - 1, 0))
    // Room for a marker at both ends.
    scale = LinearScale(-0.04 * last...1.04 * last)
  }

  package var domain: ClosedRange<Double> { scale.domain }
  package var isLinear: Bool { true }
  package func fraction(of value: Double) -> Double { scale.fraction(of: value) }
  package func value(at fraction: Double) -> Double { scale.value(at: fraction) }

  /// Every point is named, whatever the count.
  package func ticks(_ wish: TickWish) -> Ticks {
    Ticks(names.enumerated().map { Tick(Double($0.offset), $0.element) })
  }
}
