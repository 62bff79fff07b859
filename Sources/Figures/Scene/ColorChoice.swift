import Diagnostics
import Drawing
import Glibc

/// A color that a scene names outright, by its role, or as a mixture of such.
indirect enum ColorChoice: Hashable, Sendable {
  case fixed(Color)
  case role(Role)
  /// The part of the second is 0…1.
  case mixed(ColorChoice, ColorChoice, Double)

  /// Reads `#rrggbb`, the name of a role, or a mixture as `lerp` writes it.
  init(_ text: LocatedText, of key: String) throws(Diagnostic) {
    if let parts = Self.mixture(text) {
      self = .mixed(
        try ColorChoice(parts.first, of: key), try ColorChoice(parts.second, of: key), parts.share)
    } else if Color.isWritten(text.text) {
      self = .fixed(try Color(text, of: key, else: ", or the name of a role such as 'weight'"))
    } else {
      self = .role(try roles.entry(named: text.text, at: text.start))
    }
  }

  func color(in theme: Theme) -> Color {
    switch self {
    case .fixed(let color): theme.shown(color)
    case .role(let role): theme.color(of: role)
    case .mixed(let first, let second, let share):
      first.color(in: theme).interpolated(to: second.color(in: theme), share)
    }
  }

  /// The role in whose dash it is drawn, that of the larger part of a mixture; `nil` for a color named outright.
  var nearestRole: Role? {
    switch self {
    case .fixed: nil
    case .role(let role): role
    case .mixed(let first, let second, let share): (share < 0.5 ? first : second).nearestRole
    }
  }

  /// The parts of `mix(weight, mix(#000000, loss, 0.5), 0.25)`; `nil` for what is no mixture.
  private static func mixture(
    _ text: LocatedText
  ) -> (first: LocatedText, second: LocatedText, share: Double)? {
    let bytes = Array(text.text.utf8)
    let (start, end) = (4, bytes.count - 1)
    // `lerp` writes no longer ones; nor could they be read on a finite stack.
    guard text.text.hasPrefix("mix("), text.text.hasSuffix(")"), bytes.count <= 1100 else { return nil }
    var (depth, commas) = (0, [Int]())
    for offset in start..<end {
      switch bytes[offset] {
      case UInt8(ascii: "("): depth += 1
      case UInt8(ascii: ")"): depth -= 1
      case UInt8(ascii: ",") where depth == 0: commas.append(offset)
      default: break
      }
    }
    guard commas.count == 2, commas[1] + 2 < end,
      let share = Double(text.part(commas[1] + 2..<end).text), 0...1 ~= share, commas[0] + 2 <= commas[1]
    else { return nil }
    return (text.part(start..<commas[0]), text.part(commas[0] + 2..<commas[1]), share)
  }
}

extension Color {
  /// The color a part of the way to another one, straight through OKLab, where equal steps look equally large.
  func interpolated(to other: Color, _ share: Double) -> Color {
    let (from, to) = (OKLab(self), OKLab(other))
    func between(_ a: Double, _ b: Double) -> Double { a + share * (b - a) }
    let (a, b) = (between(from.a, to.a), between(from.b, to.b))
    var color =
      OKLCH(between(from.lightness, to.lightness), hypot(a, b), atan2(b, a) * 180 / .pi).color
    color.alpha = between(alpha, other.alpha)
    return color
  }
}
