import Diagnostics
import SceneFiles
import Testing

/// Files made to hurt: each must end soon, with a tree or with located errors.
@Suite struct HostileFileTests {
  private func errors(_ text: String) -> [String] {
    errors(Array(text.utf8))
  }

  private func errors(_ bytes: [UInt8]) -> [String] {
    do {
      _ = try parseYAML(bytes, file: "scene.yaml")
      return []
    } catch {
      #expect(error.diagnostics.allSatisfy { $0.at != nil })
      return error.diagnostics.map(\.message)
    }
  }

  @Test(arguments: ["[", "{a: ", "- ", "? "])
  func deepNesting(_ opening: String) {
    let tooDeep = String(repeating: opening, count: 100_000)
    #expect(errors(tooDeep) == ["nested deeper than 100 levels"])
  }

  @Test func ninetyNineListsAreFine() {
    #expect(errors(String(repeating: "[", count: 99) + String(repeating: "]", count: 99)) == [])
  }

  @Test func aliasBomb() {
    var bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
    for level in 1...9 {
      let aliases = Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ", ")
      bomb += "a\(level): &a\(level) [\(aliases)]\n"
    }
    #expect(errors(bomb) == ["the scene has more than 100000 values"])
  }

  @Test func longTextRepeatedByAliases() {
    let text = String(repeating: "x", count: 100_000)
    let aliases = String(repeating: "- *t\n", count: 50)
    #expect(errors("- &t \(text)\n" + aliases) == ["aliases add more than 4 MB of text"])
  }

  @Test func sizeIsCheckedBeforeParsing() {
    let bytes = [UInt8](repeating: UInt8(ascii: "["), count: SceneFileLimits.byteCount + 1)
    #expect(errors(bytes) == ["the scene is larger than 4 MB"])
  }

  @Test func manyMistakesAreCutOff() {
    let text = String(repeating: "a: 1\n", count: 10_000)
    #expect(errors(text).count == SceneFileLimits.diagnosticCount)
  }

  @Test(arguments: [
    "\"", "'", "#", "\n", "&a ", "!t ", "%", "|\n", "a: &a\n", "\\", "{", "]", ": ", "-\n", "\t", "\"\\n",
    "?\n", "*a ",
  ])
  func repetition(_ piece: String) {
    _ = errors(String(repeating: piece, count: 20_000))
    _ = errors("a: " + String(repeating: piece, count: 20_000))
    _ = errors("a: \"" + String(repeating: piece, count: 20_000))
  }

  @Test func randomBytes() {
    var generator = SplitMix(state: 7)
    for _ in 0..<2000 {
      _ = errors(
        (0..<Int.random(in: 0...40, using: &generator)).map { _ in
          UInt8.random(in: 0...255, using: &generator)
        })
    }
  }

  @Test func randomTokens() {
    let tokens = [
      "a", ": ", "- ", "\n", "  ", "[", "]", "{", "}", ", ", "'", "\"", "\\n", "\\xi", "|\n", ">-\n", "&x ",
      "*x", "!!str ",
      "#", "---\n", "...\n", "%YAML 1.2\n", "\t", "∇", "? ", "<<", "1e5", "\r\n", "\\\n", "|2-\n", "\u{2028}",
      "{{", "$",
    ]
    var generator = SplitMix(state: 11)
    for _ in 0..<5000 {
      let count = Int.random(in: 1...25, using: &generator)
      _ = errors((0..<count).map { _ in tokens.randomElement(using: &generator) ?? "" }.joined())
    }
  }
}

/// A seeded generator, so that a failure can be repeated (Steele, Lea, Flood 2014).
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
