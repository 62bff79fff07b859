import Diagnostics
import OnePicture

/// `onepicture describe`: what pictures show, in words.
let describe = Command(
  name: "describe", summary: "Tell in words what pictures show, as those who cannot see them are told.",
  synopsis: "[OPTIONS] FILE|FOLDER|- …",
  details: """
    Prints what the scene says under 'alt', or a draft made of what is drawn: which of them, the first line
    says. A draft is a good start for an alt of your own, which knows what the picture is about.

    example: onepicture describe --draft walk.yaml
    """,
  options: [
    .flag("draft", nil, "the draft, also of scenes with words of their own"), .lenient, .quiet, .help,
  ]
) { (arguments) throws(Diagnostic) in
  let batch = try Batch(arguments)
  let isDrafted = arguments.has("draft")
  let isLenient = arguments.has("lenient")
  return batch.run { (input) throws(SceneError) in
    let description = try input.scene(isLenient: isLenient).description(isDrafted: isDrafted)
    Console.print(
      "\(input.path): \(description.isDraft ? "draft" : "alt")\n\(description.text)\n", to: .standardOutput)
    return Batch.Result(warnings: [], note: "")
  }
}
