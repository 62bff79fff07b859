package import Diagnostics

/// Frames a second, as a fraction that every film format can write.
package struct FrameRate: Hashable, Sendable {
  /// At most 65,535.
  package let numerator: Int
  /// At most 1,001.
  package let denominator: Int

  /// The nearest fraction: whole numbers and television's 24/1.001, 30/1.001 and 60/1.001 exactly, others to a
  /// hundredth.
  package init(_ framesPerSecond: Double) throws(Diagnostic) {
    guard (0.01...600).contains(framesPerSecond) else {
      throw Diagnostic("cannot show \(framesPerSecond) frames a second, expected 0.01 to 600")
    }
    let television = framesPerSecond * 1.001
    if framesPerSecond != framesPerSecond.rounded(), (1...65).contains(television),
      abs(television - television.rounded()) < 0.005 * 1.001
    {
      (numerator, denominator) = (Int(television.rounded()) * 1000, 1001)
      return
    }
    let hundredths = Int((framesPerSecond * 100).rounded())
    let common = greatestCommonDivisor(hundredths, 100)
    (numerator, denominator) = (hundredths / common, 100 / common)
  }

  /// When a frame begins, in ticks of which a second has so many, rounded: the rounding of one frame is made up
  /// for by the next.
  func ticks(at frame: Int, perSecond: Int) -> Int {
    (2 * frame * denominator * perSecond + numerator) / (2 * numerator)
  }
}

private func greatestCommonDivisor(_ a: Int, _ b: Int) -> Int {
  b == 0 ? a : greatestCommonDivisor(b, a % b)
}
