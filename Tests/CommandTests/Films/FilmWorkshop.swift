import Foundation
import Testing

/// A scene that moves, without mistakes.
func filmScene(frames: Int = 12, height: String = "1 + t", more: String = "") -> String {
  """
  title: A walk
  film: {frames: \(frames), fps: 12}
  \(more)axes: {x: {domain: [-3, 3]}, y: {domain: [-3, 3]}}
  draw:
    - vector: '[2*t, \(height)]'

  """
}

/// `frame-000007.png`.
func frameName(_ frame: Int) -> String { "frame-" + String(String(1_000_000 + frame).dropFirst()) + ".png" }

func frameNames(_ frames: some Sequence<Int>) -> [String] { frames.map(frameName) }

extension Workshop {
  /// Runs `onepicture film` on small pictures.
  func film(_ arguments: String...) throws -> Outcome { try run(["film"] + arguments + ["--scale", "0.1"]) }

  /// Every file of a folder with its bytes.
  func contents(of path: String) throws -> [String: Data] {
    var result: [String: Data] = [:]
    for name in files(in: path) { result[name] = try read("\(path)/\(name)") }
    return result
  }

  /// When each file got its bytes: files that are left untouched keep theirs.
  func times(of path: String) throws -> [String: Date] {
    var result: [String: Date] = [:]
    for name in files(in: path) {
      let attributes = try FileManager.default.attributesOfItem(
        atPath: folder.appending(path: "\(path)/\(name)").path)
      result[name] = try #require(attributes[.modificationDate] as? Date)
    }
    return result
  }

  /// The frames whose files are not those of before.
  func changedFrames(of path: String, since before: [String: Date]) throws -> [String] {
    try times(of: path).filter { $0.key.hasPrefix("frame-") && before[$0.key] != $0.value }.map(\.key)
      .sorted()
  }
}
