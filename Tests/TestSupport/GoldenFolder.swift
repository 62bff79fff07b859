package import Foundation

/// A folder of texts that were looked at once and recorded, to be compared with ever after.
package struct GoldenFolder: Sendable {
  private let folder: URL
  private let isRecording: Bool
  private let isContinuousIntegration: Bool

  /// `ONEPICTURE_RECORD=1` records every text anew; where `CI` is set nothing is written.
  package init(
    _ folder: URL, environment: [String: String] = ProcessInfo.processInfo.environment
  ) {
    self.folder = folder
    isRecording = environment["ONEPICTURE_RECORD"] == "1"
    isContinuousIntegration = environment["CI"] != nil
  }

  /// What is wrong with a text, or `nil` if it is the recorded one.
  ///
  /// A text that was never recorded is recorded, but on CI it is missing. A changed text is written beside
  /// the recorded one as `NAME.changed.txt`.
  package func complaint(about text: String, named name: String) throws -> String? {
    let file = folder.appending(path: name + ".txt")
    let changed = folder.appending(path: name + ".changed.txt")
    if FileManager.default.fileExists(atPath: changed.path) {
      try FileManager.default.removeItem(at: changed)
    }
    guard !isRecording, FileManager.default.fileExists(atPath: file.path) else {
      if isContinuousIntegration, !isRecording { return "\(name).txt is missing: record and commit it" }
      try write(text, to: file)
      return nil
    }
    let recorded = String(decoding: try Data(contentsOf: file), as: UTF8.self)
    if recorded == text { return nil }
    try write(text, to: changed)
    return "\(name) has changed, see \(changed.path):\n\(firstDifferences(recorded, text))"
  }

  private func write(_ text: String, to file: URL) throws {
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  /// The first lines that differ, each cut to what a terminal shows.
  private func firstDifferences(_ recorded: String, _ found: String) -> String {
    let old = recorded.split(separator: "\n", omittingEmptySubsequences: false)
    let new = found.split(separator: "\n", omittingEmptySubsequences: false)
    var report: [String] = []
    for index in 0..<max(old.count, new.count) {
      let (before, after) = (index < old.count ? old[index] : "", index < new.count ? new[index] : "")
      if before == after { continue }
      report += ["line \(index + 1)", "  recorded \(before.prefix(200))", "  found    \(after.prefix(200))"]
      if report.count >= 12 { break }
    }
    return report.joined(separator: "\n")
  }
}
