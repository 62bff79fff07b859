import Diagnostics
import Drawing
import Geometry
import OnePicture
import Rendering
import TestSupport
import Testing

/// Painters of frames, on every scene under `Scenes/`.
@Suite struct FrameTests {
  @Test("what a painter remembers of other frames never shows", arguments: SceneFolder.names)
  func changedScenes(_ name: String) throws {
    let list = try SceneFolder.picture(name).displayList
    var random = SplitMix64(seed: UInt64(name.utf8.count))
    let painter = FramePainter(options: Self.options)
    for frame in 0..<4 {
      var shown = list
      if frame > 0 { random.disturb(&shown.items) }
      if frame == 2 { shown.background = nil }
      try painter.paint(shown)
      #expect(try painter.png() == alone(shown), "frame \(frame)")
    }
  }

  @Test("one painter shows one scene after the other as it is")
  func allScenes() throws {
    let painter = FramePainter(options: Self.options)
    for name in SceneFolder.names + SceneFolder.names.reversed() {
      let list = try SceneFolder.picture(name).displayList
      try painter.paint(list)
      #expect(try painter.png() == alone(list), "\(name)")
    }
  }

  /// Tests are not optimized: a sixteenth of the pixels.
  private static let options = RenderOptions(scale: 0.25)

  private func alone(_ list: DisplayList) throws -> [UInt8] {
    let painter = FramePainter(options: Self.options, isCaching: false)
    try painter.paint(list)
    return try painter.png()
  }
}

extension SplitMix64 {
  /// Removes, doubles, moves, fades or exchanges some of the items.
  fileprivate mutating func disturb(_ items: inout [DisplayItem]) {
    for _ in 0..<3 {
      guard let i = items.indices.randomElement(using: &self) else { return }
      let j = Int.random(in: items.indices, using: &self)
      switch Int.random(in: 0..<7, using: &self) {
      case 0: items.remove(at: i)
      case 1: items.insert(items[i], at: j)
      case 2: items.swapAt(i, j)
      case 3: items[i] = .group(DisplayGroup([items[i]], transform: .translation(.init(x: 3.3, y: -7.1))))
      case 4: items[i] = .group(DisplayGroup([items[i], items[j]], opacity: 0.6))
      default:
        guard case .group(var group) = items[i] else { continue }
        disturb(&group.items)
        items[i] = .group(group)
      }
    }
  }
}
