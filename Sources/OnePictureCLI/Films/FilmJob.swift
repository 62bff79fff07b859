import Diagnostics
import Glibc
import OnePicture

/// The making of one film: what is there already is looked at, what is missing is painted by many threads.
struct FilmJob: Sendable {
  let film: Film
  /// The wanted ones, ascending.
  let frames: [Int]
  let folder: FrameFolder
  let request: FilmRequest
  let progress: FilmProgress
  let interruption: Interruption
  let log = FrameLog()

  /// Makes the film; returns what was done, a line each.
  func run() throws(SceneError) -> [String] {
    let removed = try diagnosed { () throws(Diagnostic) in
      try folder.prepare(for: film, isForced: request.isForced)
    }
    try film.forEachFrame(of: frames, threads: request.threadCount) { (frame, painter) throws(SceneError) in
      if interruption.isRequested { throw SceneError(Diagnostic("interrupted")) }
      try make(frame, painter)
    }
    let (errors, _) = log.problems(of: frames.count)
    try diagnosed { () throws(Diagnostic) in
      try checkNothingVanished()
      try writePoster()
      if errors.isEmpty { try writeManifest() }
    }
    if !errors.isEmpty { throw SceneError(errors) }
    return log.decisions + (removed.isEmpty ? [] : ["removed \(frameRanges(removed)): behind the film's end"])
  }

  /// One frame, on one of the threads.
  private func make(_ frame: Int, _ painter: FilmPainter) throws(SceneError) {
    let finding = request.isForced ? .stale : folder.finding(of: frame, in: film)
    if case .good(let record) = finding {
      log.keep(frame, record)
      return progress.keep()
    }
    defer { progress.paint() }
    let bytes: [UInt8]
    do {
      log.note(try painter.paint(frame), of: frame)
      bytes = try painter.png()
    } catch {
      log.note(error.problems, of: frame)
      // Better no picture than one of how it was before.
      return try diagnosed { () throws(Diagnostic) in try folder.remove(FrameFolder.name(of: frame)) }
    }
    try diagnosed { () throws(Diagnostic) in try replaceFile(at: folder.place(of: frame), with: bytes) }
    log.paint(frame, because: reason(for: finding), FrameRecord(of: bytes))
  }

  private func reason(for finding: FrameFolder.Finding) -> FrameLog.Reason {
    if request.isForced { return .forced }
    switch finding {
    case .missing: return .missing
    case .damaged: return .damaged
    case .stale, .good: return .stale
    }
  }

  /// Others may remove files while we work.
  private func checkNothingVanished() throws(Diagnostic) {
    let names = Set(try contents(ofFolder: folder.path).map(\.name))
    let gone = log.records.keys.filter { !names.contains(FrameFolder.name(of: $0)) }.sorted()
    guard gone.isEmpty else {
      throw Diagnostic(
        "\(frameRanges(gone)) vanished from '\(folder.path)' meanwhile",
        help: "the same command makes what is missing")
    }
  }

  /// The poster is a copy of its frame, made by whoever makes that frame.
  private func writePoster() throws(Diagnostic) {
    guard log.records[film.posterFrame] != nil else { return }
    let bytes = try contents(ofFile: folder.place(of: film.posterFrame), upTo: 1 << 30)
    let place = request.poster ?? folder.posterPlace
    guard (try? contents(ofFile: place, upTo: 1 << 30)) != bytes else { return }
    try writeFile(bytes, to: place)
  }

  /// The manifest comes last, and only when every frame is there, whoever made it: of several processes that
  /// share a film, the last one finds all of them.
  private func writeManifest() throws(Diagnostic) {
    guard let records = allRecords() else { return }
    let bytes = Array(FilmManifest(of: film, records: records).text.utf8)
    guard (try? contents(ofFile: folder.manifestPlace, upTo: 1 << 30)) != bytes else { return }
    try replaceFile(at: folder.manifestPlace, with: bytes)
  }

  private func allRecords() -> [FrameRecord]? {
    var records = log.records
    let others = (0..<film.frameCount).filter { records[$0] == nil }
    // Asking whether they are there is faster than reading those that are.
    guard others.allSatisfy({ access(folder.place(of: $0), F_OK) == 0 }) else { return nil }
    for frame in others {
      guard case .good(let record) = folder.finding(of: frame, in: film) else { return nil }
      records[frame] = record
    }
    return (0..<film.frameCount).compactMap { records[$0] }
  }
}

/// The same error as the library's users see it.
func diagnosed<Result>(_ step: () throws(Diagnostic) -> Result) throws(SceneError) -> Result {
  do { return try step() } catch { throw SceneError(error) }
}
