import Diagnostics
import OnePicture

/// `onepicture render`: scenes to pictures.
let render = Command(
  name: "render", summary: "Draw scenes as PNG, SVG or PDF.", synopsis: "[OPTIONS] FILE|FOLDER|- …",
  details: """
    The pictures of Scenes/a/b.yaml become Output/a/b.png and Output/a/b.svg; a file that is not below a
    folder named Scenes goes straight into Output. A folder stands for all scenes in it. `-` reads a scene
    from standard input, and its picture is named scene. A scene with a mistake gets no picture; the others do.

    examples:
      onepicture render Scenes
      onepicture render -f pdf -o handout walk.yaml
      onepicture render walk.yaml --theme dark --scale 2 -o walk.png
      onepicture render - -o - < walk.yaml > walk.png
    """,
  options: [
    .value("format", "f", "LIST", "png, svg, pdf, with commas between; png,svg unless said"),
    .value("output", "o", "PLACE", "a folder, a file such as walk.pdf, or - for standard output"),
    .value("scale", nil, "NUMBER", "pixels this many times finer, 0.1 to 10"),
    .value("theme", nil, "NAME", "instead of the scene's own, or a theme file; see onepicture list themes"),
    .value("canvas", nil, "NAME", "instead of the scene's own; see onepicture list canvases"),
    .flag("transparent", nil, "no background"),
    .flag("strict", nil, "fail over what onepicture lint would find"),
    .flag("no-source", nil, "do not put the scene into the pictures; see onepicture extract"),
    .value("id", nil, "NAME", "what identifiers in an SVG start with, instead of the scene's name"),
    .lenient, .verbose, .quiet, .help,
  ]
) { (arguments) throws(Diagnostic) in
  let request = try RenderRequest(arguments)
  let batch = try Batch(arguments)
  let places = try request.places(of: batch.inputs)
  return batch.run { (input) throws(SceneError) in
    let scene = try input.scene(isLenient: request.isLenient)
    let picture = try scene.drawn(
      theme: request.theme, canvas: request.canvas, isTransparent: request.isTransparent,
      isStrict: request.isStrict)
    return try request.written(picture, of: input, to: places)
  }
}
