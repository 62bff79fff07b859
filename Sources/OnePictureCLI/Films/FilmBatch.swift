import Diagnostics
import OnePicture

/// Several films, one after another: one that fails does not stop the others.
struct FilmBatch {
  private let batch: Batch
  private let request: FilmRequest
  private let places: FilmPlaces
  private let progress: FilmProgress
  private let interruption: Interruption

  private enum Outcome {
    case made
    /// A scene that does not move, or a theme, in a folder of others.
    case passedOver
    case failed
    /// Frames were asked for that it does not have.
    case misused
  }

  init(_ batch: Batch, _ request: FilmRequest, _ places: FilmPlaces) {
    self.batch = batch
    self.request = request
    self.places = places
    let progress = FilmProgress(isQuiet: batch.isQuiet)
    self.progress = progress
    interruption = Interruption { progress.draw() }
  }

  /// Makes all, reports what happens, and returns the exit status.
  func run() -> Int32 {
    for problem in batch.failedSearches { progress.report(Problem(problem).report) }
    var status = batch.failedSearches.isEmpty ? ExitStatus.success : ExitStatus.failure
    var (made, failed) = (0, 0)
    for (index, input) in batch.inputs.enumerated() {
      let number = batch.inputs.count > 1 ? "\(index + 1)/\(batch.inputs.count) " : ""
      switch make(input, number: number) {
      case .made: made += 1
      case .passedOver: break
      case .failed: (failed, status) = (failed + 1, max(status, ExitStatus.failure))
      case .misused: (failed, status) = (failed + 1, ExitStatus.misuse)
      }
      interruption.yield()
    }
    if failed > 0, made + failed > 1 { progress.report("\(failed) of \(made + failed) films failed") }
    if made + failed == 0, status == ExitStatus.success {
      let problem = Diagnostic(
        "none of the \(batch.inputs.count) scenes has a film", help: "write film: {frames: 120} into one")
      progress.report(Problem(problem).report)
      return ExitStatus.failure
    }
    return status
  }

  private func make(_ input: SceneInput, number: String) -> Outcome {
    do throws(SceneError) {
      let scene = try input.scene(isLenient: request.isLenient)
      if input.isFound, !scene.isFilm { return .passedOver }
      let film = try request.film(of: scene, label: input.label)
      let frames: [Int]
      do throws(Diagnostic) {
        frames = try request.selection.frames(of: film.frameCount)
      } catch {
        report([Problem(error, named: input.path)])
        return .misused
      }
      try make(film, frames, into: places.targets(of: input), number: number)
      return .made
    } catch {
      if input.isFound, error.concernsTheme { return .passedOver }
      report(error.problems)
      return .failed
    }
  }

  private func make(_ film: Film, _ frames: [Int], into targets: FilmPlaces.Targets, number: String)
    throws(SceneError)
  {
    let job = FilmJob(
      film: film, frames: frames, targets: targets, request: request, progress: progress,
      interruption: interruption)
    interruption.setFarewell {
      guard targets.folder != nil else { return "interrupted: \(targets.files[0].path) is not written" }
      let count = "\(job.log.records.count) of \(frames.count) frames"
      return "interrupted: \(count) of \(film.label) are whole; the same command goes on"
    }
    progress.begin(number + film.label, count: frames.count)
    defer { progress.clear() }
    let decisions: [String]
    do {
      decisions = try job.run()
    } catch {
      interruption.yield()
      _ = progress.end()
      report(job.log.problems(of: frames.count).warnings)
      throw error
    }
    let seconds = progress.end()
    report(job.log.problems(of: frames.count).warnings)
    if batch.isVerbose { for line in decisions { progress.report("\(film.label): \(line)") } }
    if batch.isVerbose || progress.isWatched { progress.report(summary(of: job, seconds: seconds)) }
  }

  private func summary(of job: FilmJob, seconds: Double) -> String {
    let kept = job.log.keptCount
    let files = job.targets.files.map(\.path)
    guard let folder = job.targets.folder else {
      return "wrote \(files.joined(separator: " and ")): \(rate(job.frames.count, seconds))"
    }
    let painted = job.log.paintedCount
    let places = ([folder.path] + files).joined(separator: " and ")
    guard painted > 0 else {
      return "\(folder.path): all \(kept) frames are there"
        + (files.isEmpty ? "" : "; wrote \(files.joined(separator: " and ")): \(rate(kept, seconds))")
    }
    return "wrote \(painted) \(painted == 1 ? "frame" : "frames") to \(places)"
      + "\(kept > 0 ? ", kept \(kept)" : ""): \(rate(painted, seconds))"
  }

  private func rate(_ count: Int, _ seconds: Double) -> String {
    "\(rounded(seconds)) s, \(rounded(Double(count) / seconds)) frames/s"
  }

  private func report(_ problems: [Problem]) {
    for problem in problems where problem.severity == .error || !batch.isQuiet {
      progress.report(problem.report)
    }
  }
}
