import Diagnostics
import Glibc
import OnePicture

/// A film that Slurm has been given to draw.
struct FarmedFilm {
  /// Where its frames go.
  let folder: String
  /// What the last job says goes here.
  private let log: String
  /// The number of the last job, which makes the film whole.
  private let job: String

  /// Submits it; what `sbatch` complains of goes to standard error as it is.
  init(submitting scripts: FarmScripts, isQuiet: Bool) throws(Diagnostic) {
    folder = scripts.folder
    log = joined(scripts.place, "finish.log")
    let outcome = try ChildProcess("sh", [joined(scripts.place, "submit.sh")]).captured()
    guard outcome.status == 0 else {
      throw Diagnostic("'\(folder)' was not submitted", help: "its scripts are in '\(scripts.place)'")
    }
    if !isQuiet { Console.write(outcome.output, to: .standardOutput) }
    let jobs = try contents(ofFile: joined(scripts.place, "jobs")).split { !$0.isDigit }
    guard let last = jobs.last else { throw Diagnostic("Slurm has given the job for '\(folder)' no number") }
    job = String(decoding: last, as: UTF8.self)
  }

  /// Returns when the last job has ended as it should; throws if it has not.
  func wait() throws(Diagnostic) {
    // A controller that is started anew does not answer for a while: this is five minutes.
    let patience = 150
    var unanswered = 0
    var pause: useconds_t = 100_000
    while unanswered < patience {
      switch try state() {
      case "COMPLETED": return
      case .some(let state) where Self.failures.contains(state):
        let words = state.lowercased().replacing("_", with: " ")
        throw Diagnostic("job \(job) for '\(folder)' has ended: \(words)", help: "see '\(log)'")
      case .some: unanswered = 0
      case nil: unanswered += 1
      }
      usleep(pause)
      pause = min(pause * 2, 2_000_000)
    }
    throw Diagnostic("Slurm does not tell of job \(job) for '\(folder)'", help: "see '\(log)'")
  }

  /// Slurm's word for where the job is, such as `RUNNING`; `nil` if it does not answer.
  private func state() throws(Diagnostic) -> String? {
    let arguments = ["--noheader", "--states=all", "--format=%T", "--jobs=\(job)"]
    let outcome = try ChildProcess("squeue", arguments).captured(isQuiet: true)
    guard outcome.status == 0 else { return nil }
    return outcome.output.split(whereSeparator: \.isWhitespace).last.map(String.init)
  }

  /// The states of Slurm's jobs that have ended otherwise than they should (squeue(1), job state codes).
  private static let failures = [
    "BOOT_FAIL", "CANCELLED", "DEADLINE", "FAILED", "NODE_FAIL", "OUT_OF_MEMORY", "PREEMPTED", "REVOKED",
    "TIMEOUT",
  ]
}

extension UInt8 {
  /// Whether it is one of ASCII's digits.
  fileprivate var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
}
