import Diagnostics
import Glibc
import OnePicture

/// The scenes that the operands of a command stand for.
struct SceneSearch {
  private(set) var inputs: [SceneInput] = []
  /// Folders that could not be read or hold no scene.
  private(set) var problems: [Diagnostic] = []
  private var seen: Set<String> = []

  /// A file, a folder with all scenes in it, or `-`.
  mutating func add(_ operand: String) {
    guard operand != "-", isFolder(operand) else {
      add(SceneInput(path: operand))
      return
    }
    let problemsBefore = problems.count
    let files = scenes(in: operand)
    if files.isEmpty, problems.count == problemsBefore {
      problems.append(
        Diagnostic("no scenes in the folder '\(operand)'", help: "scenes end in .yaml, .yml or .json"))
    }
    for file in files { add(SceneInput(path: file, in: operand)) }
  }

  private mutating func add(_ input: SceneInput) {
    if seen.insert(input.path).inserted { inputs.append(input) }
  }

  /// All scenes in a folder and the folders in it, sorted; hidden ones and links to folders are left out.
  private mutating func scenes(in folder: String) -> [String] {
    var files: [String] = []
    var waiting = [folder]
    while let current = waiting.popLast() {
      let entries: [FolderEntry]
      do {
        entries = try contents(ofFolder: current)
      } catch {
        problems.append(error)
        continue
      }
      for entry in entries where !entry.name.hasPrefix(".") {
        let path = joined(current, entry.name)
        if entry.isFolder {
          waiting.append(path)
        } else if sceneExtensions.contains(fileExtension(of: entry.name)) {
          files.append(path)
        }
      }
    }
    return files.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}

/// What stands in a folder.
struct FolderEntry {
  var name: String
  /// Links to folders do not count: they may lead in circles.
  var isFolder: Bool
}

/// Everything in a folder, in no order.
func contents(ofFolder path: String) throws(Diagnostic) -> [FolderEntry] {
  guard let folder = opendir(path) else {
    throw Diagnostic("cannot read the folder '\(path)': \(systemReason())")
  }
  defer { closedir(folder) }
  var entries: [FolderEntry] = []
  while let entry = readdir(folder) {
    let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
      String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
    }
    if name == "." || name == ".." { continue }
    entries.append(FolderEntry(name: name, isFolder: isFolder(joined(path, name), followingLinks: false)))
  }
  return entries
}

/// Whether there is a folder of that name.
func isFolder(_ path: String, followingLinks: Bool = true) -> Bool {
  var status = stat()
  let found = followingLinks ? stat(path, &status) : lstat(path, &status)
  return found == 0 && status.st_mode & S_IFMT == S_IFDIR
}
