import Diagnostics
import Formulas

/// Axes as they are read aloud.
extension EvaluatedAxis {
  /// What the axis shows, over which range; nothing for names of bars, which the bars tell.
  func spoken(as name: String) -> String? {
    let kind = scale is LogScale ? "logarithmic " : scale is SymlogScale ? "symmetric logarithmic " : ""
    let start = "the \(kind)\(name)"
    let shown = label.map { " shows \($0.spoken())" }
    if scale is BandScale { return shown.map { start + $0 } }
    if let scale = scale as? PointScale {
      return "\(start)\(shown ?? " shows") \(listed(scale.names.map { spoken($0.text) }))"
    }
    return "\(start)\(shown.map { $0 + "," } ?? " runs") \(range)\(leftOut)\(marks)"
  }

  /// `from −2 to 2`.
  var range: String { "from \(end(scale.domain.lowerBound)) to \(end(scale.domain.upperBound))" }

  /// An end of the axis: by the words of a tick that stands there, such as `10 min`, else as a number
  /// or a date.
  private func end(_ value: Double) -> String {
    if scale is LinearScale { return SpokenNumbers(over: scale.domain).spell(value) }
    if scale is TimeScale, let date = spokenDate(value) { return date }
    let slack = (scale.domain.upperBound / 2 - scale.domain.lowerBound / 2) * 1e-9
    let tick = scale.ticks(atMost: 8).first {
      abs($0.value - value) <= slack && $0.name.contains(where: \.isLetter)
    }
    if let tick { return spoken(tick.text.text) }
    // Off a linear scale, a small end is as far from zero as a large one.
    let number = scale.isLinear ? SpokenNumbers(over: scale.domain).spell(value) : SpokenNumbers.spell(value)
    return number + (scale is DurationScale ? " seconds" : "")
  }

  /// `, left out from 10 to 90`.
  private var leftOut: String {
    scale.gaps.map { gap in
      let ends = [gap.lowerBound, gap.upperBound].map { SpokenNumbers.spell(scale.value(at: $0)) }
      return ", left out from \(ends[0]) to \(ends[1])"
    }.joined()
  }

  /// Ticks that the scene gives names of their own.
  private var marks: String {
    let named = (listedTicks ?? []).filter { tick in
      scale.shows(tick.value) && tick.name.contains { $0.isLetter || $0 == "$" }
    }
    let names = named.prefix(12).map { "\(spoken($0.name)) at \(SpokenNumbers.spell($0.value))" }
    return names.isEmpty ? "" : ", with the marks \(listed(names))"
  }

  private func spoken(_ source: String) -> String {
    (try? Label(parsing: LocatedText(source)))?.spoken() ?? source
  }
}

/// `5 Mar 2024`, with hours and minutes unless it is midnight; `nil` for moments that no calendar names.
private func spokenDate(_ seconds: Double) -> String? {
  guard abs(seconds) < 3e12 else { return nil }
  let date = CivilDate(daysSinceEpoch: Int((seconds / 86_400).rounded(.down)))
  let minutes = Int(((seconds - date.seconds) / 60).rounded(.down))
  func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
  let clock = minutes > 0 ? " at \(two(minutes / 60)):\(two(minutes % 60))" : ""
  return "\(date.day) \(date.monthName) \(date.year)\(clock)"
}
