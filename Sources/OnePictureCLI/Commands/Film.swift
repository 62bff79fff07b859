import Diagnostics
import OnePicture

/// `onepicture film`: scenes to the pictures of films.
let film = Command(
  name: "film", summary: "Draw the frames of scenes that move.", synopsis: "[OPTIONS] FILE|FOLDER …",
  details: """
    The frames of a film are written to its folder as frame-000000.png and so on.

    example:
      onepicture film race.yaml -o race
    """,
  options: [
    .value("output", "o", "FOLDER", "where the frames go"),
    .value("scale", nil, "NUMBER", "pixels this many times finer, 0.1 to 10"),
    .value("theme", nil, "NAME", "instead of the scene's own, or a theme file; see onepicture list themes"),
    .verbose, .quiet, .help,
  ]
) { (arguments) throws(Diagnostic) in
  let folder = arguments.value("output") ?? "Output"
  let scale = arguments.value("scale").flatMap(Double.init) ?? 1
  let theme = try arguments.value("theme").map(RenderRequest.theme)
  return try Batch(arguments).run { (input) throws(SceneError) in
    let film = try input.scene().film(theme: theme, scale: scale)
    let painter = film.painter()
    var warnings: [Problem] = []
    for frame in 0..<film.frameCount {
      warnings += try painter.paint(frame)
      let digits = String(frame)
      let name = "frame-\(String(repeating: "0", count: max(6 - digits.count, 0)))\(digits).png"
      let bytes = try painter.png()
      do throws(Diagnostic) {
        try writeFile(bytes, to: joined(folder, name))
      } catch {
        throw SceneError(error)
      }
    }
    return Batch.Result(warnings: warnings, note: "wrote \(film.frameCount) frames to \(folder)")
  }
}
