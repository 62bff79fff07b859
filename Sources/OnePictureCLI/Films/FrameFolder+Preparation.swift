import Diagnostics
import Glibc
import OnePicture

extension FrameFolder {
  /// Makes the folder, refuses one with files of others, and removes what no longer belongs into it: frames
  /// behind the film's end, an outdated manifest, leftovers of killed runs.
  ///
  /// Returns the frames that were removed. Forced, the files of others are taken for the film's, or removed at
  /// once.
  func prepare(
    for film: Film, isForced: Bool, removesOthers: Bool = false
  ) throws(Diagnostic) -> [Int] {
    try makeFolder(path.hasSuffix("/") && path != "/" ? String(path.dropLast()) : path)
    var contents = FolderContents()
    for entry in try OnePictureCLI.contents(ofFolder: path.isEmpty ? "." : path) {
      if isAbandonedPartialFile(entry.name, in: path) { unlink(joined(path, entry.name)) }
      contents.add(entry.name, in: self, film)
    }
    guard isForced || contents.foreign.isEmpty else { throw complaint(about: contents.foreign) }
    for frame in contents.surplus { try remove(Self.name(of: frame)) }
    for file in contents.foreign where file.isSurplus || removesOthers { try remove(file.name) }
    if contents.hasOutdatedManifest { try remove("film.json") }
    return contents.surplus.sorted()
  }

  /// Removes a file that may be gone already.
  func remove(_ name: String) throws(Diagnostic) {
    let file = joined(path, name)
    guard unlink(file) == 0 || errno == ENOENT else {
      throw Diagnostic("cannot remove '\(file)': \(systemReason())")
    }
  }

  private func complaint(about files: [ForeignFile]) -> Diagnostic {
    let files = files.sorted { $0.name < $1.name }
    let names = files.prefix(3).map(\.name).joined(separator: ", ")
    let rest = files.count > 3 ? " and \(files.count - 3) more" : ""
    let owners = Set(files.map(\.owner))
    let owner = owners.count == 1 ? files.first?.owner.map { " of the film '\($0)'" } : " of other films"
    return Diagnostic(
      "the folder '\(path)' holds files\(owner ?? " of unknown origin"): \(names)\(rest)",
      help: "give another folder with -o, or overwrite them with --force")
  }
}

/// A file that has the name of one of ours.
private struct ForeignFile {
  let name: String
  /// The film that it belongs to; `nil` if it does not say.
  let owner: String?
  /// Whether it would stand among the frames of a film that does not have it.
  let isSurplus: Bool
}

/// What stands in a folder of frames before anything is done.
private struct FolderContents {
  var foreign: [ForeignFile] = []
  /// Frames of the film's own that it no longer has.
  var surplus: [Int] = []
  var hasOutdatedManifest = false

  mutating func add(_ name: String, in folder: FrameFolder, _ film: Film) {
    if name == "film.json" {
      addManifest(in: folder, film)
    } else if name == "poster.png" {
      let (owner, isForeign) = owner(of: name, in: folder, film)
      if isForeign { foreign.append(ForeignFile(name: name, owner: owner, isSurplus: false)) }
    } else if FrameFolder.isFrame(name) {
      addFrame(name, in: folder, film)
    }
  }

  private mutating func addFrame(_ name: String, in folder: FrameFolder, _ film: Film) {
    let frame = Int(name.dropFirst(6).dropLast(4)).flatMap { FrameFolder.name(of: $0) == name ? $0 : nil }
    let isSurplus = frame.map { $0 >= film.frameCount } ?? true
    let (owner, isForeign) = owner(of: name, in: folder, film)
    if isForeign || frame == nil {
      foreign.append(ForeignFile(name: name, owner: owner, isSurplus: isSurplus))
    } else if let frame, isSurplus {
      surplus.append(frame)
    }
  }

  /// Whose a picture is; what holds no picture at all, as after a crash of the machine, is nobody's.
  private func owner(of name: String, in folder: FrameFolder, _ film: Film) -> (String?, isForeign: Bool) {
    // Notes stand right behind a file's header.
    let start = try? regularContents(ofFile: joined(folder.path, name), upTo: 8191)
    guard let start else { return (nil, true) }
    let file = FrameInspection(of: start)
    if let note = file.note { return (note.label, note.label != film.label) }
    return (nil, file.hasContent || start.count > 8191)
  }

  private mutating func addManifest(in folder: FrameFolder, _ film: Film) {
    let start = try? regularContents(ofFile: folder.manifestPlace, upTo: 8191)
    // Nothing but zeros, as after a crash of the machine, is nobody's.
    guard let start, start.contains(where: { $0 != 0 }) else {
      if start != nil { hasOutdatedManifest = true } else { addForeignManifest() }
      return
    }
    switch FilmManifest.owner(of: start) {
    case .some(film.label): hasOutdatedManifest = FilmManifest.film(of: start) != film.digest
    case let owner: addForeignManifest(of: owner)
    }
  }

  private mutating func addForeignManifest(of owner: String? = nil) {
    foreign.append(ForeignFile(name: "film.json", owner: owner, isSurplus: true))
  }
}
