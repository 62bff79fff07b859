import Diagnostics
import Foundation
import Geometry
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
  }

  /// A point that moves by half a pixel takes its label along; no other label notices, but for a few that stood where
  /// two places are equally good.
  @Test func smallChangesMoveFewLabels() throws {
    var jumped = 0
    var count = 0
    for number in 0..<30 {
      let scene = RandomScene(number)
      let before = places(try DrawnScene(scene.source()), of: scene)
      // A quarter of a point each way: half a pixel of the slide.
      let moved = try DrawnScene(scene.source(shiftedBy: DataPoint(x: 0.003, y: -0.004)))
      let more = try DrawnScene(
        scene.source(extra: ["  - {point: [\(scene.hasBands ? 4.9 : 11.5), 7.5], label: new}"]))
      for after in [places(moved, of: scene), places(more, of: scene)] {
        for (name, place) in before {
          guard let other = after[name] else { continue }
          count += 1
          if place.distance(to: other) > 1 { jumped += 1 }
        }
      }
    }
    #expect(count > 700)
    #expect(Double(jumped) < 0.02 * Double(count))
  }

  private func places(_ drawn: DrawnScene, of scene: RandomScene) -> [String: Point] {
    let boxes = LabelChecker(scene, drawn).boxes
    let named = scene.labels.compactMap { name in
      boxes.first { $0.name == name }.map { (name, $0.box.center) }
    }
    return Dictionary(named, uniquingKeysWith: { first, _ in first })
  }

  /// Writes the scenes for a comparison with other programs, if the environment names a folder for them.
  @Test(.enabled(if: ProcessInfo.processInfo.environment["LABEL_SCENES"] != nil))
  func scenesAreWritten() throws {
    guard let path = ProcessInfo.processInfo.environment["LABEL_SCENES"] else { return }
    let folder = URL(fileURLWithPath: path)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let scenes = (0..<Self.count).map(RandomScene.init)
    let guilty = try scenes.map { scene in
      let faults = LabelChecker(scene, try DrawnScene(scene.source())).faults
      return Set(faults.flatMap(\.labels)).intersection(scene.labels).count
    }
    let labelCount = scenes.reduce(0) { $0 + $1.labels.count }
    print(
      "onepicture: \(guilty.reduce(0, +)) of \(labelCount) labels at fault, \(guilty.count { $0 == 0 }) of "
        + "\(Self.count) scenes without one")
    for scene in scenes {
      let name = String(repeating: "0", count: 3 - "\(scene.number)".count) + "\(scene.number)"
      try Data(scene.source().utf8).write(to: folder.appending(path: "\(name).yaml"))
    }
    let list = "[" + scenes.map(\.json).joined(separator: ",\n") + "]\n"
    try Data(list.utf8).write(to: folder.appending(path: "scenes.json"))
  }
}
