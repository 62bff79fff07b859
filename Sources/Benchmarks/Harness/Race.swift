import Diagnostics
import Glibc

/// Something to be measured, under the name that the tables show.
struct Contestant<Result> {
  let name: String
  let run: () throws(Diagnostic) -> Result

  init(_ name: String, _ run: @escaping () throws(Diagnostic) -> Result) {
    self.name = name
    self.run = run
  }
}

/// Our work and rivals' at the same task, measured in turns so that drift of the machine meets all alike.
struct Race<Result> {
  private let ours: [Result]
  private let rivals: [String: [Result]]

  /// Every contestant runs once unmeasured; a rival that fails then is not at hand and left out.
  init(
    rounds: Int, ours own: Contestant<Result>, rivals candidates: [Contestant<Result>]
  ) throws(Diagnostic) {
    _ = try own.run()
    let present = candidates.filter(Self.isAtHand)
    var ours: [Result] = []
    var rivals: [String: [Result]] = [:]
    for round in 0..<rounds {
      // Every other round the other way around: nobody always runs after the same neighbor.
      if round.isMultiple(of: 2) { ours.append(try own.run()) }
      for rival in round.isMultiple(of: 2) ? present : present.reversed() {
        rivals[rival.name, default: []].append(try rival.run())
      }
      if !round.isMultiple(of: 2) { ours.append(try own.run()) }
    }
    self.ours = ours
    self.rivals = rivals
  }

  private static func isAtHand(_ rival: Contestant<Result>) -> Bool {
    do throws(Diagnostic) {
      _ = try rival.run()
      return true
    } catch {
      write("  without \(rival.name): \(error.message)\n", to: STDERR_FILENO)
      return false
    }
  }

  /// The median of one measure of our own work.
  func median(of measure: (Result) -> Double) -> Double { Benchmarks.median(ours.map { measure($0) }) }

  /// One measure against a rival's; the ratio is the median of the rounds' ratios.
  func finding(
    _ subject: String, in unit: Quantity.Unit, _ measure: (Result) -> Double,
    against rival: String, goal: Goal? = nil
  ) -> Finding {
    let own = ours.map { measure($0) }
    let theirs = (rivals[rival] ?? []).map { measure($0) }
    return Finding(
      subject, Quantity(Benchmarks.median(own), unit), against: rival,
      Quantity(Benchmarks.median(theirs), unit),
      ratio: Benchmarks.median(zip(own, theirs).map { $0 / $1 }), goal: goal)
  }

  /// One measure against a number that it should not exceed.
  func finding(
    _ subject: String, in unit: Quantity.Unit, _ measure: (Result) -> Double, limit: Double,
    called name: String = "limit"
  ) -> Finding {
    Finding(subject, Quantity(median(of: measure), unit), limit: limit, called: name)
  }
}
