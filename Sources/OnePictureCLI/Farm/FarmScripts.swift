import Diagnostics
import Glibc
import OnePicture

/// The scripts by which a cluster draws one film; they are made to be read and changed.
struct FarmScripts {
  /// The film's name in the queue; letters, digits, hyphens.
  let name: String
  let shardCount: Int
  let coreCount: Int
  let slurmOptions: [String]
  /// What `film` is told of how to draw, each a word.
  let filmOptions: [String]
  /// What it is told of what is made of the frames.
  let endOptions: [String]
  /// The file, as `film` is told it.
  let scene: String
  /// The film's, as `film` is told it.
  let folder: String
  /// This program's file.
  let program: String
  /// The folder that paths start from.
  let workingFolder: String

  init(
    _ request: FarmRequest, _ input: SceneInput, folder: String, frameCount: Int
  ) throws(Diagnostic) {
    name = input.identifier
    shardCount = min(request.shardCount, frameCount)
    coreCount = request.coreCount
    slurmOptions = request.slurmOptions
    filmOptions = request.filmWords
    endOptions = request.endWords
    scene = input.path
    // Shells and their programs would take it for an option.
    self.folder = folder.hasPrefix("-") ? "./" + folder : folder
    program = try Self.realPath("/proc/self/exe")
    workingFolder = try Self.realPath(".")
    guard try !Self.realPath(self.folder).contains("\\") else {
      throw Diagnostic("Slurm cannot write into '\(folder)': its path has a backslash")
    }
  }

  /// Where the scripts and their logs go.
  var place: String { joined(folder, "farm") }

  /// How a shell submits them.
  var submission: String { "sh \(shellWord(joined(place, "submit.sh")))" }

  /// Writes the three scripts.
  func write() throws(Diagnostic) {
    for (name, text) in [("shards.sh", shards), ("finish.sh", finish), ("submit.sh", submit)] {
      try writeFile(Array(text.utf8), to: joined(place, name))
    }
  }

  /// The job array: every task draws a share of the frames.
  var shards: String {
    """
    #!/bin/sh
    # Draws one of \(shardCount) shares of the film \(name); submit.sh submits it. Made by onepicture \(version).
    # Without Slurm, SLURM_ARRAY_TASK_ID=3 sh shards.sh draws the third share.
    #SBATCH --job-name=\(name)
    #SBATCH --array=1-\(shardCount)
    \(directives)
    \(preamble)
    exec "$program" film \(words(filmOptions)) \\
      --shard="${SLURM_ARRAY_TASK_ID:?says which share to draw}/\(shardCount)" --jobs="${SLURM_CPUS_PER_TASK:-1}"

    """
  }

  /// The job that comes after them.
  var finish: String {
    """
    #!/bin/sh
    # Makes the film \(name) whole: looks at every frame, draws what is missing, damaged or out of date, and
    # encodes what was asked for. submit.sh submits it to run after all shares. Made by onepicture \(version).
    #SBATCH --job-name=\(name)-finish
    \(directives)
    \(preamble)
    exec "$program" film \(words(filmOptions + endOptions)) --jobs="${SLURM_CPUS_PER_TASK:-1}"

    """
  }

  /// What a person or `farm` itself starts.
  var submit: String {
    """
    #!/bin/sh
    # Submits the film \(name) to Slurm: sh submit.sh. Made by onepicture \(version).
    set -eu
    cd -- "$(dirname -- "$0")"
    # The logs go here; sbatch reads a % in their names as something to fill in.
    here=$(pwd | sed 's/%/%%/g')
    if [ -s jobs ] && squeue --noheader --jobs="$(cat jobs)" 2>/dev/null | grep -q .; then
      echo "error: the film is being drawn by the jobs $(cat jobs): wait for them, or stop them with scancel" >&2
      exit 1
    fi
    shards=$(sbatch --parsable --output="$here/shard-%a.log" shards.sh)
    shards=${shards%%;*}
    # After any end: what a share has left out, this draws.
    finish=$(sbatch --parsable --output="$here/finish.log" --dependency="afterany:$shards" finish.sh) ||
      { scancel "$shards"; exit 1; }
    finish=${finish%%;*}
    echo "$shards,$finish" > jobs
    echo "\(name): submitted as jobs $shards (\(shardCount) shares) and $finish (the film)"

    """
  }

  /// What both kinds of jobs tell Slurm; `--sbatch` comes last and so has the last word.
  private var directives: String {
    let ours = [
      "--nodes=1", "--ntasks=1", "--cpus-per-task=\(coreCount)",
      // A machine that fails gives its work back; what had been said stays in the log.
      "--requeue", "--open-mode=append",
    ]
    return (ours + slurmOptions).map { "#SBATCH \($0)" }.joined(separator: "\n")
  }

  /// Goes where the paths start from, and makes sure that this machine sees the film's folder.
  private var preamble: String {
    """
    set -eu
    program=\(shellWord(program))
    cd -- \(shellWord(workingFolder))
    folder=\(shellWord(folder))
    [ -d "$folder/farm" ] || { echo "error: $(uname -n) does not see the film's folder" >&2; exit 1; }
    """
  }

  /// What both kinds of jobs tell `film`; a scene's name may begin like an option.
  private func words(_ options: [String]) -> String {
    let scene = self.scene.hasPrefix("-") ? "./" + self.scene : self.scene
    return ([scene] + options).map(shellWord).joined(separator: " ") + " --output=\"$folder\" --verbose"
  }

  /// The path of something that is there, from the root and without links.
  private static func realPath(_ path: String) throws(Diagnostic) -> String {
    guard let real = realpath(path, nil) else {
      throw Diagnostic("cannot tell where '\(path)' is: \(systemReason())")
    }
    defer { free(real) }
    return String(cString: real)
  }
}
