import Diagnostics
import OnePicture

/// `onepicture film`: scenes to the frames of films.
let film = Command(
  name: "film", summary: "Draw the frames of scenes that move.", synopsis: "[OPTIONS] FILE|FOLDER|- …",
  details: """
    The frames of Scenes/a/b.yaml become Output/a/b/frame-000000.png and so on, with film.json, which lists them
    once all are there. With -o, one scene's frames go into that folder, those of several into folders below it.
    Of a folder, the scenes with a 'film' are made.

    Frames that are there already and whole are kept, so the same command goes on after Ctrl-C, a crash or a full
    disk, and after a change paints what has changed. Files of other films are never overwritten without --force.

    examples:
      onepicture film race.yaml -o race
      onepicture film race.yaml --frames 0..99,150 --scale 0.5
      onepicture film race.yaml -o /shared/race --shard 3/8    on the third of eight machines
    """,
  options: [
    .value("output", "o", "FOLDER", "where the frames go"),
    .value("frames", nil, "LIST", "only these, such as 0..99,150 or 200.."),
    .value("every", nil, "N", "only every N-th of them"),
    .value("shard", nil, "I/N", "only the I-th of N parts of them, for N machines"),
    .value("jobs", "j", "N", "paint with so many threads; all processors unless said"),
    .value("scale", nil, "NUMBER", "pixels this many times finer, 0.1 to 10"),
    .value("theme", nil, "NAME", "instead of the scene's own, or a theme file; see onepicture list themes"),
    .value("canvas", nil, "NAME", "instead of the scene's own; see onepicture list canvases"),
    .flag("transparent", nil, "no background"),
    .value(
      "poster", nil, "FILE", "where the frame that stands for the film goes; poster.png beside the frames"),
    .flag("force", nil, "paint all anew, and overwrite files of other films"),
    .lenient, .verbose, .quiet, .help,
  ]
) { (arguments) throws(Diagnostic) in
  let request = try FilmRequest(arguments)
  let batch = try Batch(arguments)
  let places = try FilmPlaces(arguments, inputs: batch.inputs)
  return FilmBatch(batch, request, places).run()
}
