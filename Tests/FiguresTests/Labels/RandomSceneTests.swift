import Diagnostics
import Foundation
import MathCore
import Testing

@testable import Figures

/// R1 and R2: of 200 random scenes no label covers another, a line or a point, unless a warning names it.
@Suite struct RandomSceneTests {
  static let count = 200

  @Test(arguments: 0..<count)
  func noLabelCoversAnythingInSilence(_ number: Int) throws {
    let scene = RandomScene(number)
    #expect(scene.labels.count <= 20)
    let drawn = try DrawnScene(scene.source())
    let checker = LabelChecker(scene, drawn)
    #expect(checker.silentFaults == [])
    // A warning that names no fault would be a false alarm.
    #expect(drawn.warnings.count <= checker.faults.count)
    if !drawn.warnings.isEmpty {
      print("scene \(number): \(drawn.warnings.map(\.message)), \(checker.faults.map(\.what))")
    }
  }

  /// Writes the scenes for a comparison with other programs, if the environment names a folder for them.
  @Test(.enabled(if: ProcessInfo.processInfo.environment["LABEL_SCENES"] != nil))
  func scenesAreWritten() throws {
    guard let path = ProcessInfo.processInfo.environment["LABEL_SCENES"] else { return }
    let folder = URL(fileURLWithPath: path)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let scenes = (0..<Self.count).map(RandomScene.init)
    for scene in scenes {
      let name = String(repeating: "0", count: 3 - "\(scene.number)".count) + "\(scene.number)"
      try Data(scene.source().utf8).write(to: folder.appending(path: "\(name).yaml"))
    }
    let list = "[" + scenes.map(\.json).joined(separator: ",\n") + "]\n"
    try Data(list.utf8).write(to: folder.appending(path: "scenes.json"))
  }
}
