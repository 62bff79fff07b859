import Diagnostics
import OnePicture

/// `onepicture strip`: films on paper.
let strip = Command(
  name: "strip", summary: "Draw films as strips of pictures, for handouts.",
  synopsis: "[OPTIONS] FILE|FOLDER|- …",
  details: """
    A strip shows a film on one page, as wide as A4 paper: pictures evenly over what moves in it, the first and
    the last included, every shot among them. Title, notation and caption stand there once; below each picture
    stands what tells it from the others, its subtitle or the time. The pictures are laid out anew for their
    size: with fewer columns they are larger.

    The strip of Scenes/a/b.yaml becomes Output/a/b-strip.png and Output/a/b-strip.svg.

    examples:
      onepicture strip race.yaml -o handout.pdf
      onepicture strip race.yaml --count 6 --columns 3 --theme print
    """,
  options: [
    .value("count", "n", "NUMBER", "how many pictures, 1 to 100; 12 unless said"),
    .value("columns", "c", "NUMBER", "how many in a row; 4 unless said, 3 of panels side by side"),
  ]
    + render.options.filter { !["canvas", "strict"].contains($0.name) }
) { (arguments) throws(Diagnostic) in
  let shape = StripShape(
    count: try arguments.count("count", in: StripShape.counts) ?? StripShape().count,
    columns: try arguments.count("columns", in: StripShape.counts))
  let request = try RenderRequest(arguments)
  let batch = try Batch(arguments, suffix: "-strip")
  let places = try request.places(of: batch.inputs)
  return batch.run { (input) throws(SceneError) in
    let scene = try input.scene(isLenient: request.isLenient)
    if input.isFound, !scene.isFilm { return nil }
    let picture = try scene.strip(shape, theme: request.theme, isTransparent: request.isTransparent)
    return try request.written(picture, of: input, to: places)
  }
}
