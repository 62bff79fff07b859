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
  let isDryRun: Bool
  let isWaiting: Bool
  let isQuiet: Bool
  private let output: String?
  private let theme: String?
  private let canvas: String?

  /// The options of `film` that mean the same here.
  static var filmOptions: [OptionSyntax] {
    let ours = ["output", "jobs", "shard", "force", "verbose", "quiet", "help"]
    return film.options.filter { !ours.contains($0.name) }
  }

  init(_ arguments: Arguments) throws(Diagnostic) {
    guard !arguments.operands.contains("-") else {
      throw Diagnostic("standard input reaches one machine only", help: "give the scene as a file")
    }
    // Slurm's own bound on the tasks of an array, unless a cluster has another one.
    shardCount =
      try arguments.value("shards").map { (text) throws(Diagnostic) in
        try Self.count(text, of: "shards", upTo: 1000)
      } ?? 8
    coreCount =
      try arguments.value("jobs").map { (text) throws(Diagnostic) in
        try Self.count(text, of: "jobs", upTo: 1024)
      } ?? 1
    slurmOptions = try Self.slurmOptions(arguments)
    filmWords = Self.filmOptions.compactMap { option in
      if option.placeholder == nil { return arguments.has(option.name) ? "--\(option.name)" : nil }
      return arguments.value(option.name).map { "--\(option.name)=\($0)" }
    }
    isDryRun = arguments.has("dry-run")
    isWaiting = arguments.has("wait")
    isQuiet = arguments.has("quiet")
    guard !(isDryRun && isWaiting) else { throw Diagnostic("--dry-run submits nothing: leave out --wait") }
    output = arguments.value("output")
    theme = try arguments.value("theme").map(RenderRequest.theme)
    canvas = try arguments.value("canvas").map(RenderRequest.canvas)
  }

  /// How many frames a scene's film has; mistakes in the scene are told here, and not by every machine.
  func frameCount(of input: SceneInput) throws(SceneError) -> Int {
    try input.scene().film(theme: theme, canvas: canvas).frameCount
  }

  /// Where the frames of a scene go.
  func folder(of input: SceneInput, isAlone: Bool) -> String {
    guard let output else { return joined("Output", input.label) }
    let folder = isAlone ? output : joined(output, input.label)
    // Shells and their programs would take it for an option.
    return folder.hasPrefix("-") ? "./" + folder : folder
  }

  /// Submits a film where there is Slurm; else says how that is done.
  func submitted(_ scripts: FarmScripts) throws(Diagnostic) -> FarmedFilm? {
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

  private static func count(_ text: String, of option: String, upTo most: Int) throws(Diagnostic) -> Int {
    guard let count = Int(text), (1...most).contains(count) else {
      throw Diagnostic("--\(option): expected a whole number from 1 to \(most), found '\(text)'")
    }
    return count
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
