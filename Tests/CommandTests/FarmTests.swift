import Foundation
import Testing

/// Films for a cluster: the scripts do what they say, whatever files are called, and Slurm's answers are told.
@Suite struct FarmTests {
  struct Names: Sendable, CustomTestStringConvertible {
    var scene: String
    var folder: String

    var testDescription: String { "\(scene) to \(folder)" }
  }

  static let names = [
    Names(scene: "walk.yaml", folder: "walk"),
    Names(scene: "a b/c d.yaml", folder: "two words/and more"),
    Names(scene: "it's.yaml", folder: "'"),
    Names(scene: "$HOME `ls` \\\\ \"x\".yaml", folder: "$(touch no) ; #"),
    Names(scene: "-odd.yaml", folder: "-o"),
    Names(scene: "%a 100%.yaml", folder: "%j{a,b}*?[c]~"),
    Names(scene: "日本\tline\nbreak.yaml", folder: "é\n#SBATCH --array=1"),
  ]

  /// A share has no film to encode; the last job reads the frames of all.
  @Test func framesAreSharedAndEncodedAtTheEnd() throws {
    let workshop = try Workshop()
    try workshop.write(film, to: "a.yaml")
    let farmed = try workshop.run([
      "farm", "--dry-run", "-o", "a", "--shards", "2", "--scale", "0.1", "-f", "apng", "--loop", "2",
      "--poster",
      "p.png", "a.yaml",
    ])
    #expect(farmed.errors == "")
    let shares = try workshop.shell("for i in 1 2; do SLURM_ARRAY_TASK_ID=$i sh a/farm/shards.sh; done")
    #expect(shares.status == 0)
    #expect(workshop.files().filter { $0.hasSuffix(".apng") || $0 == "p.png" } == [])
    let end = try workshop.shell("sh a/farm/finish.sh")
    #expect(end.status == 0)
    #expect(end.errors.contains("all ") && !end.errors.contains("painted"))
    #expect(workshop.files().filter { $0.hasSuffix(".apng") || $0 == "p.png" } == ["a.apng", "p.png"])
  }

  /// Each script starts `film` with the very words that it was given, in the folder that they start from.
  @Test(arguments: names)
  func scriptsKeepNames(_ names: Names) throws {
    let workshop = try Workshop()
    try workshop.write(film, to: names.scene)
    let farmed = try workshop.run([
      "farm", "--dry-run", "--output=\(names.folder)", "--scale=2", "--shards", "5", "--", names.scene,
    ])
    #expect(farmed.errors == "")
    #expect(farmed.status == 0)
    // In the program's place: tells where it is and what it was told.
    try workshop.write(
      "#!/bin/sh\nfor word in \"$PWD\" \"$@\"; do printf '%s\\0' \"$word\"; done\n", to: "spy")
    let home = try workshop.shell("chmod +x spy; pwd -P; touch no; ls").text.split(separator: "\n")
    let path = { (word: String) in word.hasPrefix("-") ? "./" + word : word }
    let common = [
      String(home[0]), "film", path(names.scene), "--scale=2", "--output=\(path(names.folder))", "--verbose",
    ]
    for (script, special) in [("shards", ["--shard=4/5", "--jobs=3"]), ("finish", ["--jobs=3"])] {
      let file = "\(path(names.folder))/farm/\(script).sh"
      let text = String(decoding: try workshop.read(file), as: UTF8.self)
      let line = try #require(text.split(separator: "\n").first { $0.hasPrefix("program=") })
      #expect(line.replacingOccurrences(of: "'", with: "") == "program=\(program)")
      let spied = text.replacingOccurrences(of: String(line), with: "program=\(home[0])/spy")
      try workshop.write(spied, to: "spied.sh")
      let run = try workshop.shell(
        "spied=$PWD/spied.sh; cd /; SLURM_ARRAY_TASK_ID=4 SLURM_CPUS_PER_TASK=3 sh \"$spied\"")
      #expect(run.errors == "")
      #expect(run.text.split(separator: "\0").map(String.init) == common + special)
    }
  }

  /// What a node gets that does not see the folder: nothing is drawn in another place.
  @Test func foreignMachineDrawsNothing() throws {
    let workshop = try Workshop()
    try workshop.write(film, to: "walk.yaml")
    _ = try workshop.run(["farm", "-n", "walk.yaml", "-o", "walk"])
    let run = try workshop.shell(
      "mv walk moved; export SLURM_ARRAY_TASK_ID=1; sh moved/farm/shards.sh; sh moved/farm/finish.sh")
    #expect(run.status == 1)
    let machine = ProcessInfo.processInfo.hostName.split(separator: ".")[0]
    let complaint = try #require(run.errors.split(separator: "\n").first)
    #expect(
      complaint.hasPrefix("error: \(machine)") && complaint.hasSuffix(" does not see the film's folder"))
    #expect(workshop.files() == Self.scripts.map { "moved/farm/\($0)" } + ["walk.yaml"])
  }

  @Test func slurmIsToldWhatWasAsked() throws {
    let workshop = try Workshop()
    try workshop.write(film, to: "Scenes/a/walk.yaml")
    let asked = try workshop.run([
      "farm", "Scenes", "-o", "films", "-n", "--shards", "99", "-j2", "--time", "1-02:30:00", "--partition",
      "gpu,all", "--sbatch", "--mem=2G --comment='x y'", "--sbatch=--qos low",
    ])
    #expect(asked.text == "wrote films/a/walk/farm; to submit it: sh films/a/walk/farm/submit.sh\n")
    let wanted = [
      "--nodes=1", "--ntasks=1", "--cpus-per-task=2", "--requeue", "--open-mode=append",
      "--time=1-02:30:00", "--partition=gpu,all", "--mem=2G --comment='x y'", "--qos low",
    ]
    let own = [
      // There are no more shares than frames.
      "shards.sh": ["--job-name=a-walk", "--array=1-6"],
      "finish.sh": ["--job-name=a-walk-finish"],
    ]
    for (script, lines) in own {
      let text = String(decoding: try workshop.read("films/a/walk/farm/\(script)"), as: UTF8.self)
      let told = text.split(separator: "\n").filter { $0.hasPrefix("#SBATCH ") }.map {
        String($0.dropFirst(8))
      }
      #expect(Set(told) == Set(wanted + lines))
      #expect(Array(told.suffix(4)) == Array(wanted.suffix(4)))
    }
  }

  @Test func sharesAreSubmittedAndThenTheFilm() throws {
    let workshop = try Workshop()
    try workshop.write(film, to: "walk.yaml")
    try workshop.writeSlurm()
    let outcome = try workshop.farm("walk.yaml -o '50% b' --shards 3")
    #expect(outcome.errors == "")
    #expect(outcome.text == "walk: submitted as jobs 1 (3 shares) and 2 (the film)\n")
    #expect(
      try workshop.slurmCalls() == [
        "50% b/farm: sbatch --parsable --output=HERE/50%% b/farm/shard-%a.log shards.sh",
        "50% b/farm: sbatch --parsable --output=HERE/50%% b/farm/finish.log --dependency=afterany:1 finish.sh",
      ])
  }

  @Test func filmIsNotSubmittedTwice() throws {
    let workshop = try Workshop()
    try workshop.write(film, to: "walk.yaml")
    try workshop.writeSlurm(squeue: "echo RUNNING")
    #expect(try workshop.farm("walk.yaml -o walk").status == 0)
    let again = try workshop.farm("walk.yaml -o walk")
    #expect(
      again.errors
        == "error: the film is being drawn by the jobs 1,2: wait for them, or stop them with scancel\n"
        + "error: 'walk' was not submitted\n  help: its scripts are in 'walk/farm'\n")
    #expect(again.status == 1)
  }

  @Test func refusalOfSlurmIsShown() throws {
    let workshop = try Workshop()
    try workshop.write(film, to: "walk.yaml")
    try workshop.writeSlurm(sbatch: "echo 'sbatch: error: invalid partition' >&2; exit 1")
    let outcome = try workshop.farm("walk.yaml -o walk --partition nowhere")
    #expect(
      outcome.errors == "sbatch: error: invalid partition\nerror: 'walk' was not submitted\n"
        + "  help: its scripts are in 'walk/farm'\n")
    #expect(outcome.status == 1)
    #expect(outcome.text == "")
  }

  /// Shares alone would leave a film that nobody makes whole.
  @Test func sharesAreTakenBackIfTheFilmIsRefused() throws {
    let workshop = try Workshop()
    try workshop.write(film, to: "walk.yaml")
    try workshop.writeSlurm(sbatch: "case $* in *finish.sh) exit 1;; *) echo '17;cluster';; esac")
    #expect(try workshop.farm("walk.yaml -o walk").status == 1)
    #expect(
      try workshop.slurmCalls() == [
        "walk/farm: sbatch --parsable --output=HERE/walk/farm/shard-%a.log shards.sh",
        "walk/farm: sbatch --parsable --output=HERE/walk/farm/finish.log --dependency=afterany:17 finish.sh",
        "walk/farm: scancel 17",
      ])
  }

  @Test func withoutSlurmTheScriptsAreWritten() throws {
    let workshop = try Workshop()
    try workshop.write(film, to: "walk.yaml")
    let alone = try workshop.shell("PATH=none; onepicture farm walk.yaml -o walk")
    #expect(alone.text == "wrote walk/farm; to submit it: sh walk/farm/submit.sh\n")
    #expect(alone.status == 0)
    #expect(workshop.files(in: "walk/farm") == Self.scripts)
    let waiting = try workshop.shell("PATH=none; onepicture farm walk.yaml -o walk --wait")
    #expect(
      waiting.errors == "error: there is no Slurm to wait for: 'sbatch' is not on the PATH\n"
        + "  help: the scripts are in 'walk/farm'; on a machine that has it: sh walk/farm/submit.sh\n")
    #expect(waiting.status == 1)
  }

  struct Ending: Sendable {
    var state: String
    var output: String
    var errors: String
  }

  static let endings = [
    Ending(state: "COMPLETED", output: "the film is in walk\n", errors: ""),
    Ending(
      state: "OUT_OF_MEMORY", output: "",
      errors: "error: job 2 for 'walk' has ended: out of memory\n  help: see 'walk/farm/finish.log'\n"),
  ]

  @Test(arguments: endings)
  func endIsTold(_ ending: Ending) throws {
    let workshop = try Workshop()
    try workshop.write(film, to: "walk.yaml")
    // Slurm keeps silent, then the job runs, and is given back.
    let states = "exit:RUNNING:REQUEUED:\(ending.state)"
    try workshop.writeSlurm(
      squeue: """
        echo >> asked; state=$(echo \(states) | cut -d : -f $(wc -l < asked))
        [ "$state" = exit ] && exit 1; echo "$state"
        """)
    let outcome = try workshop.farm("walk.yaml -o walk --wait")
    #expect(outcome.text == "walk: submitted as jobs 1 (6 shares) and 2 (the film)\n" + ending.output)
    #expect(outcome.errors == ending.errors)
    #expect(outcome.status == (ending.errors.isEmpty ? 0 : 1))
  }

  static let mistakes = [
    ("still.yaml", "still.yaml:1:1: error: the scene is no film: it has no 'film'\n"),
    ("walk.yaml -o taken", "error: the folder 'taken' holds files of the film 'other': frame-000000.png"),
    ("walk.yaml --frames 9", "error: --frames: the film has no frame 9, its last one is 5\n"),
    ("bad.yaml", "bad.yaml:1:1: error: unknown option 'titel' of 'scene'\n"),
    ("none.yaml", "error: cannot read 'none.yaml': no such file or directory\n"),
    ("walk.yaml -o /proc/films", "error: cannot make the folder '/proc/films': "),
    ("walk.yaml -o 'a\\b'", "error: Slurm cannot write into 'a\\b': its path has a backslash\n"),
    ("walk.yaml -o file", "error: cannot make the folder 'file': file exists\n"),
  ]

  @Test(arguments: mistakes)
  func mistakesAreToldBeforeAnythingIsSubmitted(_ words: String, _ errors: String) throws {
    let workshop = try Workshop()
    try workshop.write(film, to: "walk.yaml")
    try workshop.write(goodScene, to: "still.yaml")
    try workshop.write("titel: A\n" + film, to: "bad.yaml")
    try workshop.write("", to: "file")
    try workshop.write(film, to: "other.yaml")
    _ = try workshop.run(["film", "other.yaml", "-o", "taken", "--frames", "0"])
    try workshop.writeSlurm()
    let outcome = try workshop.farm(words)
    #expect(outcome.errors.hasPrefix(errors))
    #expect(outcome.status == 1)
    #expect(try workshop.slurmCalls().isEmpty)
    #expect(!workshop.files().contains { $0.hasSuffix("farm/submit.sh") })
  }

  static let scripts = ["finish.sh", "shards.sh", "submit.sh"]

  private let film = "film: {frames: 6}\n" + goodScene

  private let program = Workshop.binary.resolvingSymlinksInPath().path
}

extension Workshop {
  /// Puts commands of Slurm in `bin` that note how they are called; each may do more.
  fileprivate func writeSlurm(
    sbatch: String = "wc -l < \"$calls\"", squeue: String = "exit 1", scancel: String = ""
  ) throws {
    for (name, body) in [("sbatch", sbatch), ("squeue", squeue), ("scancel", scancel)] {
      try write(
        """
        #!/bin/sh
        top=$(dirname -- "$(dirname -- "$(realpath -- "$0")")")
        calls=$top/calls
        [ \(name) = squeue ] || echo "${PWD#"$top"/}: \(name) $*" >> "$calls"
        \(body)

        """, to: "bin/\(name)")
    }
    _ = try shell("chmod +x bin/*")
  }

  fileprivate func farm(_ words: String) throws -> Outcome {
    try shell("PATH=$PWD/bin:$PATH; onepicture farm \(words)")
  }

  /// How the commands were called, each after the folder that it was called in.
  fileprivate func slurmCalls() throws -> [String] {
    guard files().contains("calls") else { return [] }
    let here = try shell("pwd -P").text.dropLast()
    return String(decoding: try read("calls"), as: UTF8.self).replacingOccurrences(of: here, with: "HERE")
      .split(separator: "\n").map(String.init)
  }
}
