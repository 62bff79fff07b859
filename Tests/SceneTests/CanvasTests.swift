import Drawing
import Foundation
import Geometry
import OnePicture
import Testing

/// R3: every scene on every canvas, also with long titles, labels and captions.
@Suite struct CanvasTests {
  static let canvases = [
    "square", "column", "{width: 300px, height: 1200px}", "{width: 1920px, height: 400px}",
  ]

  /// A scene that gives the size of a mark's type in points is meant for its own canvas, and so are sheets.
  static let names = SceneFolder.names.filter {
    !$0.hasPrefix("specimens") && $0 != "calculus/difference-quotient"
  }

  /// Every scene on one canvas as it is and on the next one with many words: a canvas meets a quarter of them each way.
  @Test(arguments: names.indices)
  func allInkLiesOnThePage(_ index: Int) throws {
    let name = Self.names[index]
    let source = try String(decoding: SceneFolder.source(name), as: UTF8.self)
    let long = Array(repeating: "some words", count: 12).joined(separator: " ")
    for (source, shift) in [(source, 0), (crowded(source, with: long), 1)] {
      let canvas = Self.canvases[(index + shift) % Self.canvases.count]
      let list = try SceneFolder.picture(name, of: on(canvas, source)).displayList
      let page = Rect(minX: 0, minY: 0, maxX: list.size.width, maxY: list.size.height)
      for item in list.items {
        guard let box = item.ink else { continue }
        #expect(page.contains(box), "\(box)")
      }
    }
  }

  private func on(_ canvas: String, _ source: String) -> String {
    "canvas: \(canvas)\n"
      + source.split(separator: "\n", omittingEmptySubsequences: false)
      .filter { !$0.hasPrefix("canvas:") }.joined(separator: "\n")
  }

  /// The scene with a long title, and a subtitle and a caption of as many words.
  private func crowded(_ source: String, with long: String) -> String {
    var isSkipped = false
    let rest = source.split(separator: "\n", omittingEmptySubsequences: false).filter { line in
      if !line.hasPrefix(" ") {
        isSkipped = ["title:", "subtitle:", "caption:"].contains { line.hasPrefix($0) }
      }
      return !isSkipped
    }
    return "title: \(long)\nsubtitle: \(long)\ncaption: \(long)\n" + rest.joined(separator: "\n")
  }
}

extension DisplayItem {
  /// The box around what it paints; `nil` if that is nothing.
  fileprivate var ink: Rect? { ink(.identity, clip: nil) }

  private func ink(_ transform: Transform, clip: Rect?) -> Rect? {
    let box: Rect?
    switch self {
    case .path(let path, _, let stroke):
      box = path.transformed(by: transform).controlBox?.outset(by: (stroke?.width ?? 0) / 2)
    case .image(_, let frame): box = transform.apply(frame)
    case .glyphs(let run, let origin):
      box = Rect(
        around: run.glyphs.flatMap { glyph in
          glyph.outline.points.map { point in
            transform.apply(
              Point(
                x: origin.x + glyph.origin.x + point.x * run.size,
                y: origin.y + glyph.origin.y + point.y * run.size))
          }
        })
    case .group(let group):
      let inner = group.transform.then(transform)
      let cut = group.clip?.transformed(by: inner).controlBox
      let both = clip.flatMap { clip in cut.map { clip.intersection($0) } } ?? cut ?? clip
      let boxes = group.items.compactMap { $0.ink(inner, clip: both) }
      box = boxes.dropFirst().reduce(boxes.first) { $0?.union($1) }
    }
    guard let box, let clip else { return box }
    let common = box.intersection(clip)
    return common.isEmpty ? nil : common
  }
}
