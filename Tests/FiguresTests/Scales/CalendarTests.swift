import Testing

@testable import Figures

@Suite struct CalendarTests {
  /// Months counted one day after another, leap years by the rule that every schoolbook has.
  @Test func daysFollowEachOther() {
    func isLeap(_ year: Int) -> Bool { year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) }
    var days = CivilDate(1600, 1, 1).daysSinceEpoch
    for year in 1600...2400 {
      for (month, length) in [31, isLeap(year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31].enumerated()
      {
        #expect(CivilDate(year, month + 1, 1).daysSinceEpoch == days)
        #expect(CivilDate(daysSinceEpoch: days + length - 1) == CivilDate(year, month + 1, length))
        days += length
      }
    }
  }

  /// Of Hinnant's paper, of RFC 3339 and of `date -u -d … +%s`.
  @Test(arguments: [
    ("1970-01-01", 0), ("0000-03-01", -719_468 * 86_400), ("2000-02-29", 951_782_400),
    ("1969-12-31", -86_400),
    ("2024-06-15T12:30", 1_718_454_600), ("1985-04-12T23:20:50Z", 482_196_050),
  ])
  func knowsFamousMoments(_ text: String, _ seconds: Double) {
    #expect(CivilDate.seconds(text) == seconds)
  }

  @Test(arguments: [
    "2024", "2023-02-29", "2024-13-01", "2024-00-10", "2024-01-32", "2024-1-1", "2024-01-01T24:00", "x", "",
    "2024-01-01T", "+024-01-01", "2024-06-15T12:60",
  ])
  func otherTextsAreNoMoments(_ text: String) {
    #expect(CivilDate.seconds(text) == nil)
  }

  struct Example: Sendable, CustomTestStringConvertible {
    var from: String
    var to: String
    var names: [String]
    var offset: String?
    var testDescription: String { "\(from) to \(to)" }
  }

  @Test(arguments: [
    Example(
      from: "2020-01-01", to: "2024-01-01", names: ["2020", "2021", "2022", "2023", "2024"], offset: nil),
    Example(
      from: "2024-01-01", to: "2024-06-30", names: ["Jan", "Feb", "Mar", "Apr", "May", "Jun"], offset: "2024"),
    Example(
      from: "2023-10-01", to: "2024-05-02",
      names: ["Oct\u{A0}2023", "Jan\u{A0}2024", "Apr\u{A0}2024"], offset: nil),
    Example(
      from: "2024-02-27", to: "2024-03-02",
      names: ["27\u{A0}Feb", "28\u{A0}Feb", "29\u{A0}Feb", "1\u{A0}Mar", "2\u{A0}Mar"], offset: "2024"),
    Example(
      from: "2024-06-15", to: "2024-06-16",
      names: ["15\u{A0}Jun", "06:00", "12:00", "18:00", "16\u{A0}Jun"], offset: "2024"),
    Example(
      from: "2024-06-15T08:10", to: "2024-06-15T11:40", names: ["09:00", "10:00", "11:00"],
      offset: "15\u{A0}Jun\u{A0}2024"),
    Example(
      from: "1500-01-01", to: "2024-01-01", names: ["1500", "1600", "1700", "1800", "1900", "2000"],
      offset: nil),
  ])
  func ticksStandAtRoundDates(_ example: Example) throws {
    let from = try #require(CivilDate.seconds(example.from)), to = try #require(CivilDate.seconds(example.to))
    let ticks = TimeScale(from...to).ticks(TickWish(atMost: 6))
    #expect(ticks.named.map(\.name) == example.names)
    #expect(ticks.offset == example.offset)
  }

  @Test(arguments: [
    (0.0...90, ["0", "15 s", "30 s", "45 s", "60 s", "75 s", "90 s"]),
    (0...5400, ["0", "15 min", "30 min", "45 min", "60 min", "75 min", "90 min"]),
    (0...36_000, ["0", "2 h", "4 h", "6 h", "8 h", "10 h"]),
    (0...345_600, ["0", "1 d", "2 d", "3 d", "4 d"]),
    (0...0.5, ["0.0 s", "0.1 s", "0.2 s", "0.3 s", "0.4 s", "0.5 s"]),
  ])
  func durationsAreToldInRoundUnits(_ domain: ClosedRange<Double>, _ names: [String]) {
    let ticks = DurationScale(domain).ticks(atMost: 7)
    #expect(ticks.map { $0.name.replacing("\u{2009}", with: " ") } == names)
  }
}
