import Diagnostics
import OnePicture

/// `onepicture lint`: what is hard to read or misleading in pictures.
let lint = Command(
  name: "lint", summary: "Look for what is hard to see in pictures: overlap, contrast, colors, …",
  synopsis: "[OPTIONS] FILE|FOLDER|- …",
  details: """
    Draws each scene in the themes light, dark and print, and in its own if that is a theme file, and reports
    what a reader would stumble over, each with its place. Checks: \(checkNames.joined(separator: ", ")).

    examples:
      onepicture lint Scenes
      onepicture lint --theme print --canvas column walk.yaml
      onepicture lint --only contrast,likeness walk.yaml
    """,
  options: [
    .value("theme", nil, "NAME", "look at this theme, or theme file, only"),
    .value("canvas", nil, "NAME", "instead of the scene's own; see onepicture list canvases"),
    .value("only", nil, "LIST", "only these checks; see onepicture list checks"),
    .value("except", nil, "LIST", "all checks but these"),
    .verbose, .quiet, .help,
  ]
) { (arguments) throws(Diagnostic) in
  let theme = try arguments.value("theme").map(RenderRequest.theme)
  let canvas = try arguments.value("canvas").map(RenderRequest.canvas)
  let checks = try wantedChecks(arguments)
  let batch = try Batch(arguments)
  return batch.run { (input) throws(SceneError) in
    try input.scene().lint(theme: theme, canvas: canvas, checks: checks)
    return Batch.Result(warnings: [], note: "\(input.path): fine")
  }
}

private let checkNames = Vocabulary.words(of: "checks")

/// The checks that `--only` and `--except` leave.
private func wantedChecks(_ arguments: Arguments) throws(Diagnostic) -> [String] {
  func names(_ option: String) throws(Diagnostic) -> [String]? {
    try arguments.value(option)?.split(separator: ",").map(String.init).map { (name) throws(Diagnostic) in
      try RenderRequest.word(name, of: "checks", called: "check")
    }
  }
  let only = try names("only")
  let except = try names("except") ?? []
  let left = checkNames.filter { only?.contains($0) ?? true && !except.contains($0) }
  guard !left.isEmpty else { throw Diagnostic("--only and --except leave no check") }
  return left
}
