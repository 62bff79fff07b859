import Diagnostics
import Glibc
import OnePicture

/// What the options of `extract` ask for.
struct ExtractRequest {
  private enum Task {
    case write
    case tell
    case compare
  }

  private let task: Task
  private let output: String?
  private let folder: String
  private let isForced: Bool
  private let isVerbose: Bool

  init(_ arguments: Arguments) throws(Diagnostic) {
    let pictures = arguments.operands
    guard !pictures.isEmpty else { throw Diagnostic("no picture given", help: "onepicture extract --help") }
    guard !(arguments.has("info") && arguments.has("check")) else {
      throw Diagnostic("--info and --check: one at a time")
    }
    for task in ["info", "check"] where arguments.has(task) {
      guard arguments.value("output") == nil, !arguments.has("force") else {
        throw Diagnostic("--\(task) writes nothing: leave out --output and --force")
      }
    }
    task = arguments.has("info") ? .tell : arguments.has("check") ? .compare : .write
    output = arguments.value("output")
    folder = arguments.value("data") ?? "."
    isForced = arguments.has("force")
    isVerbose = arguments.has("verbose")
    if let output, pictures.count > 1, !isFolder(output), !output.hasSuffix("/") {
      throw Diagnostic(
        "'\(output)' is one file, but there are \(pictures.count) pictures",
        help: "give -o a folder; a new one's name ends in '/'")
    }
  }

  /// Does it for one picture; returns whether all is well.
  func answer(_ picture: PictureInput, bytes: [UInt8]) throws(SceneError) -> Bool {
    switch task {
    case .write: try write(try Recipe(extractedFrom: bytes, named: picture.path), of: picture)
    case .tell: tell(try Recipe(extractedFrom: bytes, named: picture.path), of: picture)
    case .compare: return try compare(picture, bytes)
    }
    return true
  }

  private func write(_ recipe: Recipe, of picture: PictureInput) throws(SceneError) {
    if !recipe.isIntact {
      let warning = Problem(
        Diagnostic(
          "the scene in it is not the one that was drawn: some program has changed it", severity: .warning),
        named: picture.path)
      Console.print(warning.report, to: .standardError)
    }
    do throws(Diagnostic) {
      let place = place(of: picture)
      if case .file(let path) = place {
        try checkIsFree(path, for: recipe.scene)
        if isVerbose || isatty(STDERR_FILENO) == 1 { Console.print("wrote \(path)", to: .standardError) }
      }
      try place.write(recipe.scene)
    } catch {
      throw SceneError(error)
    }
  }

  private func place(of picture: PictureInput) -> OutputPlace {
    guard let output else { return .file(picture.sceneName) }
    if output == "-" { return .standardOutput }
    return .file(isFolder(output) || output.hasSuffix("/") ? joined(output, picture.sceneName) : output)
  }

  /// Throws if a different file is in the scene's place.
  private func checkIsFree(_ path: String, for scene: [UInt8]) throws(Diagnostic) {
    var status = stat()
    guard !isForced, stat(path, &status) == 0, status.st_mode & S_IFMT != S_IFDIR else { return }
    guard try contents(ofFile: path) != scene else { return }
    throw Diagnostic(
      "'\(path)' is there already, with other contents", help: "-o PLACE, or --force to replace it")
  }

  private func tell(_ recipe: Recipe, of picture: PictureInput) {
    var lines = [
      "\(picture.path): drawn by onepicture \(recipe.version), scene of \(recipe.scene.count) bytes"
    ]
    if !recipe.isIntact { lines.append("  the scene has changed since") }
    let themes = [recipe.themeFile].compactMap { $0 }
    for (kind, ingredients) in [("theme", themes), ("file", recipe.files), ("font", recipe.fonts)] {
      lines += ingredients.map { "  \(kind) \($0.name)  sha256 \($0.digest)" }
    }
    let words = recipe.commandLine(scene: picture.sceneName, output: picture.fileName)
    lines.append("  onepicture " + words.map(shellWord).joined(separator: " "))
    Console.print(lines.joined(separator: "\n"), to: .standardOutput)
  }

  private func compare(_ picture: PictureInput, _ bytes: [UInt8]) throws(SceneError) -> Bool {
    let comparison = try Recipe.compared(bytes, in: folder, named: picture.path)
    let verdict =
      comparison.isSame ? "drawn again, it is the same to the byte" : "drawn again, it is not the same"
    let lines = ["\(picture.path): \(verdict)"] + comparison.changes.map { "  \($0)" }
    Console.print(lines.joined(separator: "\n"), to: .standardOutput)
    return comparison.isSame
  }
}
