import Diagnostics

/// What a picture was made from, as its file carries it.
package struct CarriedRecipe: Hashable, Sendable {
  /// The scene file, byte for byte; UTF-8 without zero bytes.
  package var scene: [UInt8]
  /// What else the picture depends on, as text of several lines.
  package var record: String

  package init(scene: [UInt8], record: String) {
    self.scene = scene
    self.record = record
  }

  /// How large a scene in a file may be, in bytes: as large as a scene may be at all.
  static let sceneLimit = 4 << 20
  /// A line for each of some thousands of files.
  static let recordLimit = 1 << 20

  /// The recipe made of the parts that were found; `nil` if there were none.
  init?(scene: [UInt8]?, record: [UInt8]?) throws(Diagnostic) {
    guard scene != nil || record != nil else { return nil }
    guard let scene, let record else {
      throw Diagnostic("the recipe in it is not whole: \(scene == nil ? "its scene" : "its record") is gone")
    }
    guard let text = String(validating: record, as: UTF8.self) else {
      throw Diagnostic("the recipe in it is damaged: its record is no text in UTF-8")
    }
    self.init(scene: scene, record: text)
  }
}
