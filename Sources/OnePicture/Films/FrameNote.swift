/// What the PNG file of a frame tells of its film, so that a folder of frames explains itself.
package struct FrameNote: Hashable, Sendable {
  /// Of everything that decides the film's pictures.
  package var digest: String
  /// Counted from 0.
  package var frame: Int
  /// What the scene is called, such as `optimization/race`.
  package var label: String

  package init(digest: String, frame: Int, label: String) {
    self.digest = digest
    self.frame = frame
    self.label = label
  }

  /// `film 9f86d081… frame 17 scene optimization/race`, as it stands in the file.
  package var text: String { "film \(digest) frame \(frame) scene \(label)" }

  /// Reads such a text; `nil` for others.
  package init?(_ text: String) {
    let words = text.split(separator: " ", maxSplits: 5, omittingEmptySubsequences: false).map(String.init)
    guard words.count == 6, words[0] == "film", words[2] == "frame", words[4] == "scene",
      let frame = Int(words[3])
    else { return nil }
    self.init(digest: words[1], frame: frame, label: words[5])
  }
}
