import Foundation
import OnePicture
import Testing

/// `onepicture eval`.
@Suite struct EvaluationTests {
  private static let scene = """
    let:
      L(w1, w2): w1^2 + 3*w2^2
      walk: descend(L, from=[1, 2], with=sgd(rate=0.1), steps=4)
    draw:
      - vector: [1, 2]

    """

  @Test func printsEachValue() throws {
    let outcome = try Workshop().run([
      "eval", "softmax([2, 1, 0.1])", "-2^2", "f(x) = x^2", "grad(f)(3)", "eye(2)",
    ])
    #expect(outcome.text == "[0.659001 0.242433 0.0985659]\n-4\nf(x)\n6\n[[1 0]\n [0 1]]\n")
    #expect(outcome.errors == "")
    #expect(outcome.status == 0)
  }

  @Test func mistakesHaveACaret() throws {
    let outcome = try Workshop().run(["eval", "1 +\n  sofmax(3)", "2", "eye(2) @ [1, 2, 3]"])
    #expect(outcome.text == "2\n")
    #expect(
      outcome.errors == """
        <argument>:2:3: error: undefined name 'sofmax'
            sofmax(3)
            ^
          help: did you mean 'softmax'?
        <argument>:4:8: error: @: shapes (2, 2) and (3,) do not fit: 2 ≠ 3
          eye(2) @ [1, 2, 3]
                 ^

        """)
    #expect(outcome.status == 1)
  }

  @Test func knowsTheNamesOfAScene() throws {
    let workshop = try Workshop()
    try workshop.write(Self.scene, to: "a.yaml")
    let outcome = try workshop.run([
      "eval", "--scene", "a.yaml", "--json", "walk.losses[0]", "grad(L)(1, 1)", "L('a', 1)",
    ])
    #expect(outcome.text == "13\n[2, 6]\n")
    #expect(
      outcome.errors
        == "a.yaml:2:16: error: ^: expected numbers, found a text\n    L(w1, w2): w1^2 + 3*w2^2\n                 ^\n"
    )
    #expect(outcome.status == 1)
  }

  @Test func aSceneWithMistakesIsReported() throws {
    let workshop = try Workshop()
    try workshop.write(Self.scene.replacing("3*w2", with: "3*u2"), to: "a.yaml")
    let outcome = try workshop.run(["eval", "-s", "a.yaml", "1"])
    #expect(outcome.errors.hasPrefix("a.yaml:2:23: error: undefined name 'u2'\n"))
    #expect(outcome.text == "")
    #expect(outcome.status == 1)
  }

  @Test func answersLineByLine() throws {
    let lines = "1/3\n\n[1, 2] + [1, 2, 3]\r\nf(x) = [1, 2] @ x\nf(3)\nsofmax(1)\n  \neye(2)"
    let plain = try Workshop().run(["eval", "-"], input: lines)
    #expect(
      plain.text == """
        0.3333333333333333

        error: column 8: +: shapes (2,) and (3,) do not fit: 2 ≠ 3
        f(x)
        error: <stdin>:4:15: @: expected vectors or matrices, found a number
        error: column 1: undefined name 'sofmax'; did you mean 'softmax'?

        [[1 0] [0 1]]

        """)
    #expect(plain.status == 1)
    #expect(plain.errors == "")
    let json = try Workshop().run(["eval", "--json", "-"], input: lines)
    #expect(
      json.text == """
        0.3333333333333333

        {"error": "+: shapes (2,) and (3,) do not fit: 2 ≠ 3", "column": 8, "help": null}
        "f(x)"
        {"error": "@: expected vectors or matrices, found a number", "column": 15, "help": null, "file": "<stdin>", "line": 4}
        {"error": "undefined name 'sofmax'", "column": 1, "help": "did you mean 'softmax'?"}

        [[1, 0], [0, 1]]

        """)
    #expect(try Workshop().run(["eval", "-"], input: "1\n2\n").status == 0)
  }

  @Test func anotherProgramCanConverse() throws {
    let workshop = try Workshop()
    let process = Process()
    process.executableURL = Workshop.binary
    process.arguments = ["eval", "-"]
    let (questions, answers) = (Pipe(), Pipe())
    process.standardInput = questions
    process.standardOutput = answers
    try process.run()
    for number in 1...3 {
      try questions.fileHandleForWriting.write(contentsOf: Data("\(number)^2\n".utf8))
      // Read before more is asked: the answer must not wait in a buffer.
      #expect(answers.fileHandleForReading.availableData == Data("\(number * number)\n".utf8))
    }
    try questions.fileHandleForWriting.close()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    withExtendedLifetime(workshop.folder) {}
  }

  @Test func endlessLinesAreRefused() throws {
    let outcome = try Workshop().shell("head -c 3000000 /dev/zero | tr '\\0' 1 | onepicture eval -")
    #expect(outcome.text == "error: column 1: the expression is too long: more than 1000000 bytes\n")
    #expect(outcome.status == 1)
  }

  @Test func needsNoFonts() throws {
    let outcome = try Workshop().shell("ONEPICTURE_FONTS=/nowhere onepicture eval 1+1")
    #expect(outcome.text == "2\n")
    #expect(outcome.errors == "")
  }

  @Test func libraryCalculates() throws {
    var calculator = try Calculator(in: Scene(Array(Self.scene.utf8)))
    #expect(try calculator.evaluate("g(w) = L(w, 1)").line == "g(w)")
    #expect(try calculator.evaluate("g(2)").json() == "7")
    #expect(calculator.lineCount == 2)
    let error = #expect(throws: SceneError.self) { try calculator.evaluate("1 + h") }
    let place = try #require(error?.problems.first?.place)
    #expect((place.line, place.column, place.lineText) == (3, 5, "1 + h"))
  }
}
