import OnePicture
import Synchronization

/// What became of each frame, told by many threads.
final class FrameLog: Sendable {
  /// Why a frame was painted.
  enum Reason: String, CaseIterable, Sendable {
    case missing = "not there yet"
    case damaged = "damaged"
    case stale = "outdated"
    case forced = "forced"
  }

  private struct State {
    var kept: [Int] = []
    var painted: [Reason: [Int]] = [:]
    var records: [Int: FrameRecord] = [:]
    var errors = FrameRemarks()
    var warnings = FrameRemarks()
    var failed: Set<Int> = []
  }

  private let state = Mutex(State())

  func keep(_ frame: Int, _ record: FrameRecord) {
    state.withLock { state in
      state.kept.append(frame)
      state.records[frame] = record
    }
  }

  func paint(_ frame: Int, because reason: Reason, _ record: FrameRecord) {
    state.withLock { state in
      state.painted[reason, default: []].append(frame)
      state.records[frame] = record
    }
  }

  /// Notes problems of a frame, which failed if there is an error among them.
  func note(_ problems: [Problem], of frame: Int) {
    guard !problems.isEmpty else { return }
    state.withLock { state in
      for problem in problems {
        // Told with all frames that have it, not with one of them.
        let problem = problem.withoutPrefix("frame \(frame): ")
        if problem.severity == .error {
          state.errors.add(problem, of: frame)
          state.failed.insert(frame)
        } else {
          state.warnings.add(problem, of: frame)
        }
      }
    }
  }

  var keptCount: Int { state.withLock { $0.kept.count } }
  var paintedCount: Int { state.withLock { $0.painted.values.reduce(0) { $0 + $1.count } } }
  /// Whether there was a mistake in any frame.
  var hasFailed: Bool { state.withLock { !$0.failed.isEmpty } }
  var records: [Int: FrameRecord] { state.withLock { $0.records } }

  /// Every distinct mistake and warning, with its frames if those are not all of so many.
  func problems(of count: Int) -> (errors: [Problem], warnings: [Problem]) {
    state.withLock { ($0.errors.problems(of: count), $0.warnings.problems(of: count)) }
  }

  /// What was done, a line each.
  var decisions: [String] {
    state.withLock { state in
      var lines = state.kept.isEmpty ? [] : ["kept \(frameRanges(state.kept.sorted()))"]
      for reason in Reason.allCases {
        guard let frames = state.painted[reason] else { continue }
        lines.append("painted \(frameRanges(frames.sorted())): \(reason.rawValue)")
      }
      return lines
    }
  }
}

/// Problems of many frames, which are mostly the same ones.
struct FrameRemarks: Sendable {
  private struct Key: Hashable {
    let place: Problem.Place?
    let wording: String
  }

  private var known: [Key: (problem: Problem, frames: [Int])] = [:]

  mutating func add(_ problem: Problem, of frame: Int) {
    // Messages that differ in a number only are one.
    let wording = problem.message.filter { !$0.isNumber && !".-−".contains($0) }
    let key = Key(place: problem.place, wording: wording)
    var entry = known[key] ?? (problem, [])
    if let first = entry.frames.min(), frame < first { entry.problem = problem }
    if entry.frames.last != frame { entry.frames.append(frame) }
    known[key] = entry
  }

  /// In the order of their first frames.
  func problems(of count: Int) -> [Problem] {
    known.values.map { (problem: $0.problem, frames: $0.frames.sorted()) }
      .sorted { ($0.frames[0], $0.problem.description) < ($1.frames[0], $1.problem.description) }
      .map { $0.frames.count == count ? $0.problem : $0.problem.prefixed("\(frameRanges($0.frames)): ") }
  }
}
