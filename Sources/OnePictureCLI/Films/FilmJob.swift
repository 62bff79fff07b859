import Diagnostics
import Glibc
import OnePicture

/// The making of one film: what is there already is looked at, what is missing is painted by many threads.
struct FilmJob: Sendable {
  let film: Film
  /// The wanted ones, ascending.
  let frames: [Int]
  let targets: FilmPlaces.Targets
  let request: FilmRequest
  let progress: FilmProgress
  let interruption: Interruption
  let log = FrameLog()

  /// Makes the film; returns what was done, a line each.
  func run() throws(SceneError) -> [String] {
    let removed = try diagnosed { () throws(Diagnostic) in
      try targets.folder?.prepare(for: film, isForced: request.isForced) ?? []
    }
    let (recordings, obstacle) = try recordings()
    try makeFrames(recordings)
    let (errors, _) = log.problems(of: film.frameCount)
    if let folder = targets.folder {
      try diagnosed { () throws(Diagnostic) in
        try checkNothingVanished(from: folder)
        if errors.isEmpty { try writeManifest(in: folder) }
      }
    }
    guard errors.isEmpty else {
      let unwritten = targets.files.map {
        Problem(Diagnostic("'\($0.path)' is not written: frames are missing"))
      }
      throw SceneError(errors + unwritten)
    }
    try writePoster()
    if let obstacle { throw obstacle }
    for recording in recordings { try recording.finish() }
    return recordings.compactMap { $0.command.map { "ran \($0)" } } + log.decisions
      + (removed.isEmpty ? [] : ["removed \(frameRanges(removed)): behind the film's end"])
  }

  /// The files that are begun; or what keeps them from being begun, if the frames are to be painted even so:
  /// because they are wanted too, or because one with a mistake is told together with all others.
  private func recordings() throws(SceneError) -> (begun: [FilmRecording], obstacle: SceneError?) {
    do throws(SceneError) {
      return (
        try targets.files.map { (path, format) throws(SceneError) in try recording(to: path, as: format) },
        nil
      )
    } catch {
      guard targets.folder != nil || error.problems.contains(where: { $0.place != nil }) else { throw error }
      return ([], error)
    }
  }

  private func recording(to path: String, as format: FilmFormat) throws(SceneError) -> FilmRecording {
    try diagnosed { () throws(Diagnostic) in try prepareFile(at: path) }
    // A preview of every tenth frame lasts as long as the film.
    return try FilmRecording(
      of: film, frames: frames, to: path, as: format,
      framesPerSecond: film.framesPerSecond / Double(request.selection.step), loopCount: request.loopCount,
      threads: request.threadCount)
  }

  private func makeFrames(_ recordings: [FilmRecording]) throws(SceneError) {
    let longestRun = recordings.isEmpty ? 16 : Film.longestRecordedRun
    try film.forEachFrame(of: frames, threads: request.threadCount, longestRun: longestRun) {
      (frame, painter) throws(SceneError) in
      do throws(SceneError) {
        if interruption.isRequested { throw SceneError(Diagnostic("interrupted")) }
        let file = try make(frame, painter)
        guard !log.hasFailed else { return recordings.forEach { $0.cancel() } }
        guard !recordings.isEmpty else { return }
        try painter.record(file, for: recordings, at: position(of: frame))
      } catch {
        for recording in recordings { recording.cancel() }
        // Whoever hands over a frame after another one failed has nothing to say.
        if !log.hasFailed || interruption.isRequested { throw error }
      }
    }
  }

  /// How many of the wanted frames come before one of them, which are ascending.
  private func position(of frame: Int) -> Int {
    var (start, end) = (0, frames.count)
    while start < end {
      let middle = (start + end) / 2
      if frames[middle] < frame { start = middle + 1 } else { end = middle }
    }
    return start
  }

  /// One frame, on one of the threads: returns its file if that was there and whole, else it is painted.
  private func make(_ frame: Int, _ painter: FilmPainter) throws(SceneError) -> [UInt8]? {
    let file = request.isForced ? nil : targets.folder?.file(of: frame)
    let finding = file.map { FrameFolder.finding(in: $0, note: film.note(of: frame)) } ?? .missing
    if case .good(let record) = finding {
      log.keep(frame, record)
      progress.keep()
      return file
    }
    defer { progress.paint() }
    try paint(frame, painter, because: reason(for: finding))
    return nil
  }

  private func paint(
    _ frame: Int, _ painter: FilmPainter, because reason: FrameLog.Reason
  ) throws(SceneError) {
    let bytes: [UInt8]
    do {
      log.note(try painter.paint(frame), of: frame)
      guard targets.folder != nil else { return }
      bytes = try painter.png()
    } catch {
      log.note(error.problems, of: frame)
      // Better no picture than one of how it was before.
      return try diagnosed { () throws(Diagnostic) in try targets.folder?.remove(FrameFolder.name(of: frame))
      }
    }
    guard let folder = targets.folder else { return }
    try diagnosed { () throws(Diagnostic) in try replaceFile(at: folder.place(of: frame), with: bytes) }
    log.paint(frame, because: reason, FrameRecord(of: bytes))
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
  private func checkNothingVanished(from folder: FrameFolder) throws(Diagnostic) {
    let names = Set(try contents(ofFolder: folder.path).map(\.name))
    let gone = log.records.keys.filter { !names.contains(FrameFolder.name(of: $0)) }.sorted()
    guard gone.isEmpty else {
      throw Diagnostic(
        "\(frameRanges(gone)) vanished from '\(folder.path)' meanwhile",
        help: "the same command makes what is missing")
    }
  }

  /// The poster is a copy of its frame, made by whoever makes that frame.
  private func writePoster() throws(SceneError) {
    guard let place = request.poster ?? targets.folder?.posterPlace else { return }
    let bytes: [UInt8]
    if let folder = targets.folder {
      guard log.records[film.posterFrame] != nil else { return }
      bytes = try diagnosed { () throws(Diagnostic) in
        try contents(ofFile: folder.place(of: film.posterFrame), upTo: FrameFolder.fileLimit)
      }
    } else {
      let painter = film.painter()
      try painter.paint(film.posterFrame)
      bytes = try painter.png()
    }
    guard (try? regularContents(ofFile: place, upTo: FrameFolder.fileLimit)) != bytes else { return }
    try diagnosed { () throws(Diagnostic) in try writeFile(bytes, to: place) }
  }

  /// The manifest comes last, and only when every frame is there, whoever made it: of several processes that
  /// share a film, the last one finds all of them.
  private func writeManifest(in folder: FrameFolder) throws(Diagnostic) {
    guard let records = allRecords(in: folder) else { return }
    let bytes = Array(FilmManifest(of: film, records: records).text.utf8)
    guard (try? regularContents(ofFile: folder.manifestPlace, upTo: FrameFolder.fileLimit)) != bytes else {
      return
    }
    try replaceFile(at: folder.manifestPlace, with: bytes)
  }

  private func allRecords(in folder: FrameFolder) -> [FrameRecord]? {
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
