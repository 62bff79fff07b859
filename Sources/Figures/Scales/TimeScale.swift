import Glibc

/// Moments in seconds since the start of 1970, UTC, with ticks at round dates and hours of the civil calendar.
package struct TimeScale: UniformScale {
  package static let kind = ScaleKind(isLinear: true, isCalendar: true) { domain, _ in TimeScale(domain) }

  package let linear: LinearScale

  package init(_ domain: ClosedRange<Double>) { linear = LinearScale(domain) }

  /// From one tick to the next.
  private enum Step {
    case seconds(Int)
    case days(Int)
    case months(Int)
  }

  /// Round steps, the shortest first; longer ones are round numbers of years.
  private static let steps: [(step: Step, seconds: Double)] =
    [1, 5, 15, 30, 60, 300, 900, 1800, 3600, 10_800, 21_600, 43_200].map { (.seconds($0), Double($0)) }
    + [1, 2, 7, 14].map { (.days($0), Double($0) * 86_400) }
    + [1, 3, 6].map { (.months($0), Double($0) * 2_629_800) }

  package func ticks(_ wish: TickWish) -> Ticks {
    let width = domain.upperBound - domain.lowerBound
    // Before the year −100,000 or after 100,000 nobody speaks of dates.
    guard abs(domain.lowerBound) < 3e12, abs(domain.upperBound) < 3e12, width > 3 else {
      return linear.ticks(wish)
    }
    let most = max(wish.count, 1)
    for (step, seconds) in Self.steps where width / seconds < Double(most) + 1 {
      let places = places(step)
      if places.count < 3 { break }
      if places.count <= most { return named(places, step) }
    }
    return years(wish) ?? linear.ticks(wish)
  }

  private func years(_ wish: TickWish) -> Ticks? {
    func year(_ seconds: Double) -> Double {
      let date = CivilDate(daysSinceEpoch: Int((seconds / 86_400).rounded(.down)))
      let start = CivilDate(date.year, 1, 1).seconds
      return Double(date.year) + (seconds - start) / (CivilDate(date.year + 1, 1, 1).seconds - start)
    }
    let range = year(domain.lowerBound)...year(domain.upperBound)
    let step =
      DecimalStep(labeling: range, atMost: wish.count, isWhole: true)
      ?? DecimalStep(covering: range, atMost: wish.count)
    guard let step, step.exponent >= 0, step.multiples.count > 1 else { return nil }
    return Ticks(
      step.multiples.map { multiple in
        let year = Int(step.value(of: multiple))
        return Tick(CivilDate(year, 1, 1).seconds, year < 0 ? "\u{2212}\(-year)" : "\(year)")
      })
  }

  /// The moments in the domain that a step reaches.
  private func places(_ step: Step) -> [Double] {
    func multiples(of size: Double, from origin: Double) -> [Double] {
      let range = domain.lowerBound - origin...domain.upperBound - origin
      return (range.multiples(of: size) ?? 0...0).map { origin + Double($0) * size }
        .filter(shows)
    }
    switch step {
    case .seconds(let count): return multiples(of: Double(count), from: 0)
    // Weeks start on Mondays; the first of them was 5 January 1970.
    case .days(let count): return multiples(of: Double(count) * 86_400, from: count < 7 ? 0 : 4 * 86_400)
    case .months(let count):
      let first = CivilDate(daysSinceEpoch: Int((domain.lowerBound / 86_400).rounded(.down)))
      let start = (first.month - 1) / count * count
      return (0...64).map { i in
        let month = start + i * count
        return CivilDate(first.year + month / 12, month % 12 + 1, 1).seconds
      }.filter(shows)
    }
  }

  /// What all names have in common, such as the year, is told once at the axis' end.
  private func named(_ places: [Double], _ step: Step) -> Ticks {
    let dates = places.map { CivilDate(daysSinceEpoch: Int(($0 / 86_400 + 1e-9).rounded(.down))) }
    let isOneYear = Set(dates.map(\.year)).count == 1
    let isOneDay = Set(dates).count == 1
    var (names, offset): ([String], String?) = ([], nil)
    if let first = dates.first, isOneYear { offset = "\(first.year)" }
    for (place, date) in zip(places, dates) {
      let day = "\(date.day)\u{A0}\(date.monthName)"
      switch step {
      case .months: names.append(isOneYear ? date.monthName : "\(date.monthName)\u{A0}\(date.year)")
      case .days: names.append(isOneYear ? day : "\(day)\u{A0}\(date.year)")
      case .seconds(let size):
        // Midnight is where the day begins that the hours after it belong to.
        let isDay = !isOneDay && place == date.seconds
        names.append(isDay ? day : Self.clock(place - date.seconds, hasSeconds: size < 60))
        if isOneDay { offset = "\(day)\u{A0}\(date.year)" }
      }
    }
    return Ticks(zip(places, names).map { Tick($0, $1) }, offset: offset)
  }

  private static func clock(_ seconds: Double, hasSeconds: Bool) -> String {
    let whole = Int(seconds.rounded())
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let minutes = "\(two(whole / 3600)):\(two(whole / 60 % 60))"
    return hasSeconds ? minutes + ":\(two(whole % 60))" : minutes
  }
}
