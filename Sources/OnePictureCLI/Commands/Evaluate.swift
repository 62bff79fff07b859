import Diagnostics
import OnePicture

/// `onepicture eval`: what expressions are worth.
let evaluate = Command(
  name: "eval", summary: "Compute expressions, with the names of a scene if wanted.",
  synopsis: "[OPTIONS] EXPRESSION …|-",
  details: """
    Prints the value of each expression; 'f(x) = x^2' defines a name for those that follow. `-` reads one
    expression a line from standard input and answers each with one line, a mistake with one that starts
    with 'error:', an empty line with an empty one. An expression such as -x looks like an option and comes
    after --.

    examples:
      onepicture eval 'softmax([2, 1, 0.1])'
      onepicture eval --scene Scenes/optimization/one-picture.yaml 'walk.last' 'L(0, 0)'
      onepicture eval 'L(w) = (w - 1)^2' 'grad(L)(3)'
      onepicture eval --json - < expressions.txt
      onepicture eval --data iris=iris.csv 'mean(iris.sepal_length)'
    """,
  options: [
    .value("scene", "s", "FILE", "use the names that a scene defines under 'let'"),
    .value("data", "d", "NAME=FILE", "give a data file a name; can be repeated"),
    .flag("json", "j", "print JSON with every digit, one line a value"), .help,
  ]
) { (arguments) throws(Diagnostic) in
  guard !arguments.operands.isEmpty else {
    throw Diagnostic("no expression given", help: "onepicture eval --help")
  }
  let isStream = arguments.operands.contains("-")
  guard !isStream || arguments.operands.count == 1 else {
    throw Diagnostic("'-' stands alone: expressions come from standard input or from the command line")
  }
  guard !isStream || arguments.value("scene") != "-" else {
    throw Diagnostic("standard input is either the scene or the expressions")
  }
  do throws(SceneError) {
    let scene = try arguments.value("scene").map { (path) throws(SceneError) in
      try SceneInput(path: path).scene()
    }
    var prompt = try Prompt(scene, isStream: isStream, isJSON: arguments.has("json"))
    for definition in arguments.allValues("data") { try prompt.define(definition) }
    return isStream ? prompt.answerLines() : prompt.answer(arguments.operands)
  } catch {
    for problem in error.problems { Console.print(problem.report, to: .standardError) }
    return ExitStatus.failure
  }
}
