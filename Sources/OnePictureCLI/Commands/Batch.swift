import Diagnostics
import OnePicture

/// Several scenes, one after another: a scene that fails does not stop the others.
struct Batch {
  /// What became of one scene.
  struct Result {
    var warnings: [Problem]
    /// What `-v` prints, and a terminal shows of a single scene.
    var note: String
  }

  let inputs: [SceneInput]
  let failedSearches: [Diagnostic]
  let isVerbose: Bool
  let isQuiet: Bool

  /// `suffix` follows the scenes' names in those of their pictures.
  init(_ arguments: Arguments, suffix: String = "") throws(Diagnostic) {
    guard !arguments.operands.isEmpty else {
      throw Diagnostic("no scene given", help: "onepicture \(arguments.command) --help")
    }
    var search = SceneSearch()
    for operand in arguments.operands { search.add(operand) }
    inputs = search.inputs.map { $0.with(suffix: suffix) }
    failedSearches = search.problems
    isVerbose = arguments.has("verbose")
    isQuiet = arguments.has("quiet")
  }

  /// Runs a step for each scene, reports what happens, and returns the exit status.
  ///
  /// A step that is only for films returns `nil` for a scene in a folder that is none.
  func run(_ step: (SceneInput) throws(SceneError) -> Result?) -> Int32 {
    var progress = Progress(count: inputs.count, isQuiet: isQuiet)
    for problem in failedSearches { progress.report(Problem(problem).report) }
    var (done, failures, stills) = (0, 0, 0)
    var notes: [String] = []
    for (index, input) in inputs.enumerated() {
      progress.show(index + 1, input.label)
      do {
        guard let result = try step(input) else {
          stills += 1
          continue
        }
        done += 1
        if !isQuiet { for warning in result.warnings { progress.report(warning.report) } }
        if isVerbose { progress.report(result.note) } else { notes.append(result.note) }
      } catch {
        if input.isFound, error.concernsTheme { continue }
        failures += 1
        for problem in error.problems where problem.severity == .error || !isQuiet {
          progress.report(problem.report)
        }
      }
    }
    progress.clear()
    if inputs.count > 1, failures > 0 { progress.report("\(failures) of \(inputs.count) scenes failed") }
    if failures == 0 { progress.conclude(notes) }
    if stills > 0, failures + done == 0 {
      let problem = Diagnostic(
        "none of the \(stills) scenes has a film", help: "write film: {frames: 120} into one")
      progress.report(Problem(problem).report)
      return ExitStatus.failure
    }
    return failures + failedSearches.count > 0 ? ExitStatus.failure : ExitStatus.success
  }
}
