import Diagnostics
import OnePicture

/// `onepicture film`: scenes to the frames of films.
let film = Command(
  name: "film", summary: "Make films of scenes that move: frames, MP4, GIF, …",
  synopsis: "[OPTIONS] FILE|FOLDER|- …",
  details: """
    The frames of Scenes/a/b.yaml become Output/a/b/frame-000000.png and so on, with film.json, which lists them
    once all are there. With -o, one scene's frames go into that folder, those of several into folders below it.
    Of a folder, the scenes with a 'film' are made. A film file such as Output/a/b.mp4 stands beside the folder
    and does not need its frames.

    Frames that are there already and whole are kept, so the same command goes on after Ctrl-C, a crash or a full
    disk, and after a change paints what has changed. Files of other films are never overwritten without --force.

    examples:
      onepicture film race.yaml -o race
      onepicture film race.yaml -o race.mp4
      onepicture film race.yaml -f png,gif                     both Output/race/ and Output/race.gif
      onepicture film race.yaml --frames 0..99,150 --scale 0.5
      onepicture film race.yaml -o /shared/race --shard 3/8    on the third of eight machines
    """,
  options: [
    .value(
      "format", "f", "LIST",
      "\((["png"] + FilmFormat.names).joined(separator: ", ")), with commas between; png unless said"),
    .value("output", "o", "PLACE", "a folder, or a file such as race.mp4"),
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
    .value("loop", nil, "N", "how often a film file is played; 0, forever, unless said"),
    .flag("force", nil, "paint all anew, and overwrite files of other films"),
    .lenient, .verbose, .quiet, .help,
  ]
) { (arguments) throws(Diagnostic) in
  let request = try FilmRequest(arguments)
  let batch = try Batch(arguments)
  let places = try FilmPlaces(arguments, inputs: batch.inputs, isShard: request.selection.isShard)
  return FilmBatch(batch, request, places).run()
}
