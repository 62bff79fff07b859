import Diagnostics
import OnePicture

/// `onepicture farm`: films drawn by many machines.
let farm = Command(
  name: "farm", summary: "Draw films on a cluster that Slurm runs.", synopsis: "[OPTIONS] FILE|FOLDER …",
  details: """
    A film becomes a job array: each of its tasks draws a share of the frames into the film's folder, which all
    machines must see. A job that waits for them looks for frames that are missing, damaged or out of date,
    draws these, and encodes the film. Should machines fail, nothing is lost, and the same command goes on.

    The scripts and their logs lie in farm, a folder within the film's. Where there is no Slurm, they are
    written all the same: `sh submit.sh` is for the machine that has it.

    examples:
      onepicture farm race.yaml -o race -f mp4
      onepicture farm race.yaml -o race --shards 32 --time 20 --sbatch "--mem=2G --qos=low" --wait
    """,
  options: [
    .value("output", "o", "FOLDER", "where the frames go; all machines must see it"),
    .value("shards", nil, "NUMBER", "how many shares there are, 1 to 1000; 8 unless said"),
    .value("jobs", "j", "NUMBER", "how many cores draw each share; 1 unless said"),
    .value("time", nil, "TIME", "what Slurm may give each job, such as 20 (minutes), 2:00:00 or 1-12"),
    .value("partition", nil, "NAMES", "where the jobs may run"),
    .options("sbatch", "OPTIONS", "more options of Slurm's sbatch, in quotes"),
    .flag("dry-run", "n", "write the scripts, and submit nothing"),
    .flag("wait", nil, "wait until the films are there"),
    .flag("force", nil, "remove files of other films from the folder"),
  ] + FarmRequest.filmOptions + [.quiet, .help]
) { (arguments) throws(Diagnostic) in
  let request = try FarmRequest(arguments)
  let batch = try Batch(arguments)
  let places = try FilmPlaces(arguments, inputs: batch.inputs, isShard: false)
  var films: [FarmedFilm] = []
  let status = batch.run { (input) throws(SceneError) in
    let scene = try input.scene(isLenient: request.isLenient)
    if input.isFound, !scene.isFilm { return nil }
    let folder = FrameFolder(path: places.folder(of: input))
    if let film = try request.farm(scene, from: input, in: folder) { films.append(film) }
    return Batch.Result(warnings: [], note: "")
  }
  guard request.isWaiting else { return status }
  return max(status, awaited(films, isQuiet: request.isQuiet))
}

/// Waits for films one after another, and returns the exit status.
private func awaited(_ films: [FarmedFilm], isQuiet: Bool) -> Int32 {
  var status = ExitStatus.success
  for film in films {
    do throws(Diagnostic) {
      try film.wait()
      if !isQuiet { Console.print("the film is in \(film.folder)", to: .standardOutput) }
    } catch {
      Console.print(Problem(error).report, to: .standardError)
      status = ExitStatus.failure
    }
  }
  return status
}
