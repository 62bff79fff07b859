import Diagnostics
import OnePicture

/// `onepicture check`: evaluates scenes without drawing them.
let check = Command(
  name: "check", summary: "Evaluate scenes and their claims without drawing.",
  synopsis: "[OPTIONS] FILE|FOLDER|- …",
  details: """
    Reports every mistake with its place. A folder stands for all scenes in it, `-` for standard input.

    example: onepicture check Scenes
    """, options: [.lenient, .verbose, .quiet, .help]
) { (arguments) throws(Diagnostic) in
  let batch = try Batch(arguments)
  let isLenient = arguments.has("lenient")
  return batch.run { (input) throws(SceneError) in
    let warnings = try input.scene(isLenient: isLenient).checked()
    return Batch.Result(warnings: warnings, note: "\(input.path): fine")
  }
}
