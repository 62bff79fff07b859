import Glibc

/// A step between ticks that decimals spell exactly: a few digits times a power of ten.
struct DecimalStep: Hashable, Sendable {
  /// At least 1, such as the 25 of a step of 2.5.
  let mantissa: Int
  let exponent: Int
  /// Which multiples of the step lie in the domain.
  let multiples: ClosedRange<Int>

  /// `nil` if no multiple lies in the domain, or neighbors cannot be told apart.
  init?(_ mantissa: Int, _ exponent: Int, in domain: ClosedRange<Double>) {
    let size = Self.scaled(Double(mantissa), by: exponent)
    guard let multiples = domain.multiples(of: size),
      // Their digits have to fit into an integer.
      max(abs(Double(multiples.lowerBound)), abs(Double(multiples.upperBound))) * Double(mantissa) < 1e18
    else { return nil }
    (self.mantissa, self.exponent, self.multiples) = (mantissa, exponent, multiples)
  }

  /// The smallest step of 1, 2 or 5 with at most `count` multiples in the domain.
  ///
  /// `nil` if the domain is so far from zero that the multiples cannot be told apart.
  init?(covering domain: ClosedRange<Double>, atMost count: Int) {
    guard let exponents = Self.exponents(for: domain, count) else { return nil }
    for exponent in exponents {
      for mantissa in [1, 2, 5] {
        guard let step = DecimalStep(mantissa, exponent, in: domain) else { continue }
        if step.multiples.count <= max(count, 1) {
          self = step
          return
        }
      }
    }
    return nil
  }

  /// The step that labels the domain best, with at most `count` multiples in it.
  init?(labeling domain: ClosedRange<Double>, atMost count: Int, isWhole: Bool = false) {
    guard let exponents = Self.exponents(for: domain, count) else { return nil }
    var search = TickSearch<DecimalStep>(domain, atMost: count)
    for exponent in exponents {
      for (rank, digits) in Self.mantissas.enumerated() {
        guard let step = DecimalStep(digits.mantissa, exponent + digits.shift, in: domain) else { continue }
        if isWhole, step.exponent < 0 { continue }
        search.offer(
          step, size: step.size, rank: Double(rank) / 5, isBrief: digits.shift == 0 || step.exponent >= 0,
          step.multiples)
      }
    }
    guard let best = search.best else { return nil }
    self = best
  }

  /// The digits of steps as in the paper, simplest first: 1, 5, 2, 2.5, 4, 3.
  private static let mantissas: [(mantissa: Int, shift: Int)] = [
    (1, 0), (5, 0), (2, 0), (25, -1), (4, 0), (3, 0),
  ]

  /// The step of that very size, if decimals spell it.
  init?(_ size: Double, in domain: ClosedRange<Double>) {
    guard size > 0, size.isFinite else { return nil }
    let top = Int(log10(size).rounded(.down))
    for exponent in stride(from: top, through: top - 9, by: -1) {
      let mantissa = (size / Self.scaled(1, by: exponent)).rounded()
      guard mantissa >= 1, Self.scaled(mantissa, by: exponent) == size else { continue }
      self.init(Int(mantissa), exponent, in: domain)
      return
    }
    return nil
  }

  /// The powers of ten among which the best step is found.
  private static func exponents(for domain: ClosedRange<Double>, _ count: Int) -> ClosedRange<Int>? {
    let width = domain.upperBound / 2 - domain.lowerBound / 2
    guard width > 0, width.isFinite else { return nil }
    let least = width / Double(max(count, 1)) * 2
    guard least > 0 else { return nil }
    // The width itself may be beyond the largest number.
    let lowest = Int((least.isFinite ? log10(least) : 308.5).rounded(.down)) - 1
    return lowest...max(Int((log10(width) + 1).rounded(.down)), lowest + 3)
  }

  private var size: Double { Self.scaled(Double(mantissa), by: exponent) }

  func value(of multiple: Int) -> Double { Self.scaled(Double(multiple * mantissa), by: exponent) }

  /// `x · 10^exponent`, correctly rounded where both powers are exact.
  private static func scaled(_ x: Double, by exponent: Int) -> Double {
    if exponent < -300 { return x / 1e300 / pow(10, Double(-300 - exponent)) }
    return exponent < 0 ? x / pow(10, Double(-exponent)) : x * pow(10, Double(exponent))
  }

  /// Named ticks at the multiples, minor ones between them.
  func ticks(in domain: ClosedRange<Double>) -> Ticks {
    let names = DecimalNames(multiples.lowerBound * mantissa...multiples.upperBound * mantissa, exponent)
    return Ticks(
      multiples.map { Tick(value(of: $0), names.name(of: $0 * mantissa)) }, minor: minorValues(in: domain),
      offset: names.offset)
  }

  private func minorValues(in domain: ClosedRange<Double>) -> [Double] {
    let parts = [1: 5, 2: 4, 3: 3, 4: 4, 5: 5, 25: 5][mantissa] ?? 2
    guard multiples.count < 1000 else { return [] }
    return (multiples.lowerBound - 1...multiples.upperBound).flatMap { multiple in
      (1..<parts).map { (Double(multiple) + Double($0) / Double(parts)) * size }
    }.filter(domain.contains)
  }
}
