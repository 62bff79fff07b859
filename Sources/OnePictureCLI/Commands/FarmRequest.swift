import Diagnostics
import OnePicture

/// What the options of `farm` ask for.
struct FarmRequest: Sendable {
  let shardCount: Int
  /// How many cores draw each share.
  let coreCount: Int
  /// Each is what follows `#SBATCH` on a line.
  let slurmOptions: [String]
  /// What `film` is told beyond the scene and its folder, each a word of the command line.
  let filmWords: [String]
  /// What else it is told when all frames are there.
  let endWords: [String]
  let isDryRun: Bool
  let isWaiting: Bool
  let isQuiet: Bool
  private let filmRequest: FilmRequest

  var isLenient: Bool { filmRequest.isLenient }

  /// The options of `film` that mean the same here.
  static var filmOptions: [OptionSyntax] {
    let ours = ["output", "jobs", "shard", "force", "verbose", "quiet", "help"]
    return film.options.filter { !ours.contains($0.name) }
  }

  init(_ arguments: Arguments) throws(Diagnostic) {
    guard !arguments.operands.contains("-") else {
      throw Diagnostic("standard input reaches one machine only", help: "give the scene as a file")
    }
    // Slurm takes no more tasks, unless a cluster says otherwise (MaxArraySize).
    shardCount = try arguments.count("shards", in: 1...1000) ?? 8
    coreCount = try arguments.count("jobs", in: 1...1024) ?? 1
    slurmOptions = try Self.slurmOptions(arguments)
    let ending = ["format", "poster", "loop"]
    filmWords = Self.words(for: Self.filmOptions.filter { !ending.contains($0.name) }, in: arguments)
    endWords = Self.words(for: Self.filmOptions.filter { ending.contains($0.name) }, in: arguments)
    isDryRun = arguments.has("dry-run")
    isWaiting = arguments.has("wait")
    isQuiet = arguments.has("quiet")
    guard !(isDryRun && isWaiting) else { throw Diagnostic("--dry-run submits nothing: leave out --wait") }
    filmRequest = try FilmRequest(arguments)
  }

  /// Options with their values; frames are always wanted, since shares are made of them.
  private static func words(for options: [OptionSyntax], in arguments: Arguments) -> [String] {
    options.compactMap { option in
      if option.placeholder == nil { return arguments.has(option.name) ? "--\(option.name)" : nil }
      guard let value = arguments.value(option.name) else { return nil }
      let hasFrames = option.name != "format" || value.split(separator: ",").contains("png")
      return "--\(option.name)=\(hasFrames ? "" : "png,")\(value)"
    }
  }

  /// Submits a scene's film, or says how that is done; mistakes in the scene and files of other films are told
  /// here, and not by every machine.
  func farm(
    _ scene: Scene, from input: SceneInput, in folder: FrameFolder
  ) throws(SceneError) -> FarmedFilm? {
    let film = try filmRequest.film(of: scene, label: input.label)
    return try diagnosed { () throws(Diagnostic) in
      let frames = try filmRequest.selection.frames(of: film.frameCount)
      let isForced = filmRequest.isForced
      _ = try folder.prepare(for: film, isForced: isForced, removesOthers: isForced)
      let scripts = try FarmScripts(self, input, folder: folder.path, frameCount: frames.count)
      try scripts.write()
      return try submitted(scripts)
    }
  }

  /// Submits a film where there is Slurm; else says how that is done.
  private func submitted(_ scripts: FarmScripts) throws(Diagnostic) -> FarmedFilm? {
    let isSlurmThere = programPath("sbatch") != nil
    guard isSlurmThere || !isWaiting else {
      throw Diagnostic(
        "there is no Slurm to wait for: 'sbatch' is not on the PATH",
        help: "the scripts are in '\(scripts.place)'; on a machine that has it: \(scripts.submission)")
    }
    if isSlurmThere, !isDryRun { return try FarmedFilm(submitting: scripts, isQuiet: isQuiet) }
    if !isQuiet {
      Console.print("wrote \(scripts.place); to submit it: \(scripts.submission)", to: .standardOutput)
    }
    return nil
  }

  private static func slurmOptions(_ arguments: Arguments) throws(Diagnostic) -> [String] {
    var lines: [String] = []
    if let time = arguments.value("time") {
      guard time.allSatisfy({ $0.isASCII && $0.isNumber || ":-".contains($0) }),
        time.first?.isNumber == true, time.last?.isNumber == true
      else {
        throw Diagnostic(
          "--time: expected a length such as 20 (minutes), 2:00:00 or 1-12 (days and hours), found '\(time)'")
      }
      lines.append("--time=\(time)")
    }
    if let names = arguments.value("partition") {
      guard names.allSatisfy({ $0.isLetter || $0.isNumber || "-_.,+:@".contains($0) }) else {
        throw Diagnostic("--partition: expected names with commas between, found '\(names)'")
      }
      lines.append("--partition=\(names)")
    }
    for options in arguments.allValues("sbatch") {
      guard options.hasPrefix("-"), !options.unicodeScalars.contains(where: { $0.value < 32 }) else {
        throw Diagnostic("--sbatch: expected options such as \"--mem=2G\", found '\(options)'")
      }
      lines.append(options)
    }
    return lines
  }
}
