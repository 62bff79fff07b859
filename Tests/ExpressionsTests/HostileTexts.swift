import Expressions
import TestSupport

/// An endless supply of texts that nobody in their right mind would write, the same in every run.
struct HostileTexts {
  private var random: SplitMix64
  /// What real expressions look like, for twisting.
  private let models: [String]

  init(seed: UInt64, models: [String]) {
    random = SplitMix64(seed: seed)
    self.models = models
  }

  /// Any bytes, repaired to UTF-8.
  mutating func bytes() -> String {
    let count = Int.random(in: 0...40, using: &random)
    return String(
      decoding: (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &random) }, as: UTF8.self)
  }

  /// Words of the language in any order.
  mutating func soup() -> String {
    let count = Int.random(in: 1...20, using: &random)
    return (0..<count).map { _ in pick(Self.words) }.joined(separator: pick(["", " "]))
  }

  /// A real expression in which a few things are wrong.
  mutating func twisted() -> String {
    var scalars = Array(pick(models).unicodeScalars)
    for _ in 0..<Int.random(in: 1...3, using: &random) {
      let place = Int.random(in: 0...scalars.count, using: &random)
      let end = min(scalars.count, place + Int.random(in: 0...4, using: &random))
      switch Int.random(in: 0...3, using: &random) {
      case 0: scalars.removeSubrange(place..<end)
      case 1: scalars.insert(contentsOf: pick(Self.words).unicodeScalars, at: place)
      case 2: scalars.insert(contentsOf: scalars[place..<end], at: place)
      default: scalars.replaceSubrange(place..<end, with: pick(models).unicodeScalars.prefix(12))
      }
    }
    return String(String.UnicodeScalarView(scalars))
  }

  /// A well-formed expression, sensible or not.
  mutating func wellFormed() -> String { wellFormed(Int.random(in: 1...3, using: &random)) }

  private mutating func wellFormed(_ depth: Int) -> String {
    guard depth > 0 else { return pick(Self.values) }
    func inner() -> String { wellFormed(depth - 1) }
    switch Int.random(in: 0...19, using: &random) {
    case 0, 1, 2: return "(\(inner()) \(pick(Self.operators)) \(inner()))"
    case 3: return "(-\(inner()))^\(inner())"
    case 4, 5, 6: return "\(pick(Self.functions))(\(inner()))"
    case 7: return "\(pick(Self.functions))(\(inner()), \(inner()))"
    case 8: return "\(pick(Self.functions))(\(inner()), \(pick(Self.names))=\(inner()))"
    case 9: return "\(inner())[\(inner())]"
    case 10: return "\(inner())[\(inner()):\(pick(["", "2", "-1"])), ::\(inner())]"
    case 11: return "[\(inner()), \(inner())]"
    case 12: return "[\(inner()) for x in \(inner())]"
    case 13: return "(\(inner()) if \(inner()) else \(inner()))"
    case 14: return "(x -> \(inner()))(\(inner()))"
    case 15: return "\(pick(["grad", "jacobian", "hessian", "derivative"]))(x -> \(inner()))(\(inner()))"
    case 16: return "grad((x, y) -> \(inner()))(\(inner()), \(inner()))"
    case 17: return "\(inner()).\(pick(Self.members))"
    case 18: return "(\(inner()) .. \(inner()))"
    default:
      return "descend(\(pick(["L", "h", "x -> " + inner()])), from=\(inner()), with=\(inner()), steps=3)"
    }
  }

  private mutating func pick(_ choices: [String]) -> String {
    choices.randomElement(using: &random) ?? ""
  }

  private static let values = [
    "0", "1", "-1", "2", "0.5", "1e308", "1e-320", "9007199254740993", "1e18", "inf", "nan", "true", "'a'",
    "x", "y", "v", "X", "k", "L", "h", "g", "sin", "empty", "none", "box", "words", "mixed", "walk", "bell",
    "[1, 2, 3]", "[[1, 2], [3, 4]]", "sgd(rate=0.1)", "x -> x^2",
  ]
  private static let operators = [
    "+", "-", "*", "/", "//", "%", "@", "·", "^", "**", "<", "<=", "==", "!=", "and", "or", "..",
  ]
  private static let functions =
    functionReference.map(\.name) + [
      "fact", "L", "h", "g", "∇L", "bell.pdf", "bell.quantile", "mixed[3]", "√", "not ",
    ]
  private static let names = ["axis", "shape", "rate", "steps", "from", "x", "count", "slope", "η"]
  private static let members = ["T", "shape", "size", "points", "last", "pdf", "mean", "entropy", "nothing"]
  private static let words =
    values + operators + functions + names + [
      "(", ")", "[", "]", ",", ":", ".", "=", "->", "‖", "∇", "ᵀ", "′", "²", "⁻¹", "√", "if", "else", "for",
      "in",
      "\"", "'", "\n", "\u{301}", "\u{0}", "é", "🎲", "&&", "1.", ".5", "1e", "0x10", "_", "((((", "]]]]",
    ]
}
