import Diagnostics
import Drawing
import Formulas
import Geometry
import TestSupport
import Testing
import Typesetting

struct LineBreakingTests {
  /// In code every character is 0.6 em wide, so that line widths can be counted.
  private func lines(_ words: [Int], width: Int) throws -> [Int] {
    let source = words.map { String(repeating: "m", count: $0) }.joined(separator: " ")
    return try set("`\(source)`", width: Double(width) * 60).lineTexts.map(\.count)
  }

  /// The sum of squares of what all lines but the last are too short.
  private func raggedness(_ lines: [Int], width: Int) -> Int {
    lines.dropLast().map { max(width - $0, 0) }.reduce(0) { $0 + $1 * $1 }
  }

  /// As many words on each line as fit.
  private func greedyLines(_ words: [Int], width: Int) -> [Int] {
    var lines = [words[0]]
    for word in words.dropFirst() {
      let last = lines[lines.count - 1]
      if last + 1 + word <= width { lines[lines.count - 1] = last + 1 + word } else { lines.append(word) }
    }
    return lines
  }

  /// The least raggedness of all ways to break, each tried.
  private func leastRaggedness(_ words: [Int], width: Int) -> Int {
    var least = Int.max
    for choice in 0..<(1 << (words.count - 1)) {
      var lines = [words[0]]
      var isFitting = true
      for (place, word) in words.dropFirst().enumerated() {
        if choice >> place & 1 == 1 {
          lines.append(word)
        } else {
          lines[lines.count - 1] += 1 + word
          isFitting = isFitting && lines[lines.count - 1] <= width
        }
      }
      if isFitting { least = min(least, raggedness(lines, width: width)) }
    }
    return least
  }

  @Test("Lines are as even as they can be", arguments: 0..<60)
  func least(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    let words = (0..<Int.random(in: 1...9, using: &random)).map { _ in Int.random(in: 1...9, using: &random) }
    let width = Int.random(in: 6...24, using: &random)
    let lines = try lines(words, width: width)
    #expect(raggedness(lines, width: width) == leastRaggedness(words, width: width))
  }

  @Test("They are never more uneven than greedy ones, and no wider than asked", arguments: 0..<20)
  func neverWorse(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed) + 1000)
    let words = (0..<120).map { _ in Int.random(in: 1...12, using: &random) }
    let width = Int.random(in: 8...60, using: &random)
    let lines = try lines(words, width: width)
    #expect(raggedness(lines, width: width) <= raggedness(greedyLines(words, width: width), width: width))
    #expect(lines.allSatisfy { $0 <= width || words.contains($0) })
    // No word is lost, and each break takes the place of one space.
    #expect(lines.reduce(0, +) + lines.count - 1 == words.reduce(0, +) + words.count - 1)
  }

  @Test("A word that is wider than its line stands out, and the block says so")
  func wideWord() throws {
    let block = try set("a incomprehensibilities b", width: 100)
    #expect(block.lineTexts == ["a", "incomprehensibilities", "b"])
    #expect(isClose(block.width, try set("incomprehensibilities").width, within: 1e-12))
  }

  @Test("A label breaks at its own width no more than it must")
  func ownWidth() throws {
    for source in ["the gradient points uphill", "漢字、漢字。", "$x$ and $y$"] {
      #expect(try set(source, width: set(source).width).lineTexts.count == 1)
    }
  }

  /// Where lines may be broken, marked by bars; what follows from UAX #14 and JIS X 4051 for these.
  static let breaks = [
    "a |b", "a  |b", "well-|known", "-x", "a |-b", "state-|of-|the-|art", "COVID-19", "10–|20", "a—|b",
    "a |– |b",
    "and/|or", "1/2", "a\u{A0}b", "a\u{202F}b", "a\u{2060}b", "a\u{2011}b", "a\u{200B}|b",
    "10\u{2009}000", "漢|字", "漢。", "f(x)", "(a |b)", "“a |b”", "x,y", "x, |y",
    "漢。|字", "漢、|「字」|漢", "（漢|字）|漢", "「漢」", "漢っ", "アー|ル", "人々|の", "漢|a", "a|漢", "漢,|字", "漢|(a)|漢",
    "ちゃ|ん", "。」|「", "一……|二", "한|국|어 |글", "$x$|漢", "$x$, |b", "a$x$b", "漢\u{3000}|字",
  ]

  @Test("Lines are broken where they may be, and nowhere else", arguments: breaks)
  func breakable(sample: String) throws {
    // A thin bar in these samples stands for a place to break.
    let expected = Self.parts(of: sample)
    let source = sample.replacing("|", with: "")
    #expect(try set(source, width: 0).lineTexts == expected)
  }

  /// The lines that a sample of `breaks` shows, without the gaps at their ends.
  private static func parts(of sample: String) -> [String] {
    sample.replacing("$", with: "").split(separator: "|").map { part in
      var part = String(part)
      while part.last == " " || part.last == "\u{3000}" { part.removeLast() }
      return part
    }
  }

  @Test("A soft hyphen shows where a line is broken, and only there")
  func softHyphen() throws {
    let source = "Donau\u{AD}dampf\u{AD}schiff"
    #expect(try set(source).ink == set("Donaudampfschiff").ink)
    let block = try set(source, width: set("Donaudampf-").width + 1)
    #expect(block.shownLines == ["Donaudampf‐", "schiff"])
    #expect(block.width <= (try set("Donaudampf-").width + 1))
    #expect(try set(source, width: 0).shownLines == ["Donau‐", "dampf‐", "schiff"])
  }

  @Test("A formula is broken behind its operators, and only if it is wider than a line")
  func formulas() throws {
    let source = "$a = b + c - (f + g) \\in h$"
    #expect(try set(source, width: 0).lineTexts == ["a=", "b+", "c−", "(f+", "g)∈", "h"])
    #expect(try set(source, width: set(source).width).lineTexts.count == 1)
    #expect(try set("word " + source, width: set(source).width).lineTexts.count == 2)
    let narrow = try set("$a = (f + g)$").width - 1
    #expect(try set("$a = (f + g) + b$", width: narrow).lineTexts == ["a=", "(f+g)+b"])
    // Parts that share a line stand as they do in the whole formula.
    let (whole, broken) = try (set(source), set(source, width: set(source).width - 1))
    let places = zip(whole.glyphs, broken.glyphs).prefix { $1.at.y < 100 }
    #expect(places.count > 6 && places.allSatisfy { isClose($0.at.x, $1.at.x, within: 1e-12) })
    for kept in ["$$a + b$$", "$x^{a + b}$", "$\\frac{a + b}{c}$", "$-a$", "$\\sqrt{a = b}$"] {
      #expect(try set(kept, width: 0).height == set(kept).height)
    }
  }

  @Test("Long labels and many lines take their time and no more")
  func long() throws {
    let words = String(repeating: "gradient descent ", count: 2_000)
    for width in [1.0, 1_000, 300_000, 1e9] { #expect(try set(words, width: width).width > 0) }
    let breaks = String(repeating: "a\u{200B}\u{AD}", count: 2_000)
    #expect(try set(breaks, width: 3_000).lineTexts.count > 10)
    #expect(try set(String(repeating: "漢", count: 3_000), width: 1_000).lineTexts.count == 300)
    #expect(try set(String(repeating: "a\n", count: 2_000)).lineTexts.count == 2_000)
  }
}
