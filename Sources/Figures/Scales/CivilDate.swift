/// A day of the proleptic Gregorian calendar.
///
/// Howard Hinnant, “chrono-Compatible Low-Level Date Algorithms” (2013), `days_from_civil` and
/// `civil_from_days`: years start in March, so that the leap day is the last, and eras of 400 years repeat.
struct CivilDate: Hashable, Sendable {
  var year: Int
  /// 1 … 12.
  var month: Int
  /// 1 … 31.
  var day: Int

  init(_ year: Int, _ month: Int, _ day: Int) { (self.year, self.month, self.day) = (year, month, day) }

  /// The day that lies so many days after 1 January 1970.
  init(daysSinceEpoch days: Int) {
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  }

  /// Days after 1 January 1970.
  var daysSinceEpoch: Int {
    let year = month <= 2 ? self.year - 1 : self.year
    let era = (year >= 0 ? year : year - 399) / 400
    let yearOfEra = year - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  /// Seconds after the start of 1970, UTC, of its first moment.
  var seconds: Double { Double(daysSinceEpoch) * 86_400 }

  private static let monthNames = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  var monthName: String { Self.monthNames[min(max(month, 1), 12) - 1] }

  /// The moment that `2024-03-01` or `2024-03-01T06:30` writes, in seconds since the start of 1970, UTC; `nil`
  /// for other texts and days that no month has.
  static func seconds(_ text: String) -> Double? {
    let halves = text.split(separator: "T", maxSplits: 1, omittingEmptySubsequences: false)
    guard let date = halves.first, let parts = numbers(date, separator: "-", digits: [4, 2, 2]) else {
      return nil
    }
    let day = CivilDate(parts[0], parts[1], parts[2])
    guard 1...12 ~= day.month, CivilDate(daysSinceEpoch: day.daysSinceEpoch) == day else { return nil }
    guard halves.count > 1 else { return day.seconds }
    let clock = halves[1].hasSuffix("Z") ? halves[1].dropLast() : halves[1]
    guard
      let time = numbers(clock, separator: ":", digits: [2, 2])
        ?? numbers(clock, separator: ":", digits: [2, 2, 2]),
      time[0] < 24, time[1] < 60, time.count < 3 || time[2] < 60
    else { return nil }
    return day.seconds + Double(time[0] * 3600 + time[1] * 60 + (time.count > 2 ? time[2] : 0))
  }

  /// Whether a text is spelled like a date of our time, be it one or not: `2024-02-30`.
  static func isLike(_ text: String) -> Bool {
    let parts = text.split(separator: "-", maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].count == 4, parts[1].count == 2 else { return false }
    let isNumber = (parts[0] + parts[1] + parts[2].prefix(2)).utf8.allSatisfy { 48...57 ~= $0 }
    let end = parts[2].dropFirst(2)
    return isNumber && parts[2].count >= 2 && "12".contains(parts[0].prefix(1))
      && (end.isEmpty || end.hasPrefix("T"))
  }

  private static func numbers(_ text: Substring, separator: Character, digits: [Int]) -> [Int]? {
    let parts = text.split(separator: separator, omittingEmptySubsequences: false)
    guard parts.map(\.count) == digits else { return nil }
    let numbers = parts.compactMap { part in part.utf8.allSatisfy { 48...57 ~= $0 } ? Int(part) : nil }
    return numbers.count == digits.count ? numbers : nil
  }
}
