import OnePicture
import Testing

/// `onepicture explain`.
@Suite struct ExplanationTests {
  @Test func explainsEachName() throws {
    let outcome = try Workshop().run(["explain", "softmax", "pi"])
    #expect(outcome.text.hasPrefix("softmax(z, axis=-1)\n  Scores as probabilities: exp(z) over its sum.\n"))
    #expect(outcome.text.contains("\n\npi\n  3.14159"))
    #expect(outcome.errors == "")
    #expect(outcome.status == 0)
  }

  @Test func unknownNamesAreReported() throws {
    let outcome = try Workshop().run(["explain", "sofmax", "grad"])
    #expect(outcome.errors == "error: unknown function 'sofmax'\n  help: did you mean 'softmax'?\n")
    #expect(outcome.text.hasPrefix("grad(f)\n"))
    #expect(outcome.status == 1)
  }

  @Test func withoutANameListsAll() throws {
    let text = try Workshop().run(["explain"]).text
    for explanation in Explanation.all { #expect(text.contains(explanation.usage), "\(explanation.name)") }
    let pillars = Set(Explanation.all.map(\.pillar))
    #expect(text.split(separator: "\n").filter { !$0.hasPrefix(" ") }.count == pillars.count)
  }

  /// Examples stand beside what they print.
  @Test func examplesAreTrue() throws {
    for explanation in Explanation.all {
      guard let example = explanation.example else { continue }
      var calculator = Calculator()
      let answer = try calculator.evaluate(example)
      // References are typeset: with true minus signs, in one line, with six digits.
      let printed = try #require(explanation.result)
      let plain = printed.replacing("−", with: "-").replacing("∞", with: "inf")
      let six = try calculator.evaluate("[\(example)]").line.dropFirst().dropLast()
      #expect(answer.line == plain || six == plain, "\(example)")
    }
  }
}
