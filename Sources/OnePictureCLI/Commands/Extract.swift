import Diagnostics
import OnePicture

/// `onepicture extract`: the scenes that pictures carry.
let extract = Command(
  name: "extract", summary: "Get back the scenes that pictures were drawn from.",
  synopsis: "[OPTIONS] PICTURE|- …",
  details: """
    Pictures carry their scene, the digests of the files and fonts that they depend on, and the options that
    they were drawn with. The scene of a/b.png becomes b.yaml in the current folder, byte for byte as it was.
    A different file of that name is left alone.

    examples:
      onepicture extract walk.png                          writes walk.yaml
      onepicture extract -o - handout.pdf                  prints the scene
      onepicture extract --info walk.png                   tells what it depends on, and how to draw it again
      onepicture extract --check -d Scenes/models iris.png tells whether it is still the same picture
    """,
  options: [
    .value("output", "o", "PLACE", "a folder, a file, or - for standard output"),
    .flag("force", nil, "overwrite other files"),
    .flag("info", "i", "tell what the pictures were made from, and write nothing"),
    .flag("check", nil, "draw the pictures again, tell what is different, and write nothing"),
    .value(
      "data", "d", "FOLDER", "where the scene's data, code and fonts lie; the current folder unless said"),
    .verbose, .help,
  ]
) { (arguments) throws(Diagnostic) in
  let request = try ExtractRequest(arguments)
  var status = ExitStatus.success
  for path in arguments.operands {
    do throws(SceneError) {
      let picture = PictureInput(path: path)
      let isFine = try request.answer(picture, bytes: picture.bytes())
      if !isFine { status = ExitStatus.failure }
    } catch {
      for problem in error.problems { Console.print(problem.report, to: .standardError) }
      status = ExitStatus.failure
    }
  }
  return status
}
