import Diagnostics
import Drawing
import Figures
import Foundation
import OnePicture
import TestSupport
import Testing

/// Every scene under `Scenes/`.
@Suite struct SceneTests {
  private static let golden = GoldenFolder(
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "Golden"))

  @Test func scenesAreFound() {
    #expect(SceneFolder.names.count >= 5)
  }

  /// A scene warns only if its name says so.
  @Test(arguments: SceneFolder.names)
  func isSilent(_ name: String) throws {
    let warnings = try SceneFolder.picture(name).warnings
    let isMeantToWarn = name.split(separator: "/").last?.hasPrefix("warn") ?? false
    #expect(warnings.isEmpty != isMeantToWarn, "\(warnings.map(\.description))")
  }

  /// A changed picture is looked at and recorded: `ONEPICTURE_RECORD=1 swift test --filter SceneTests`.
  ///
  /// The sheet of all commands needs signs that only fonts of the system have, and these differ.
  @Test(arguments: SceneFolder.names.filter { $0 != "specimens/formulas" })
  func looksAsRecorded(_ name: String) throws {
    let dump = try SceneFolder.picture(name).displayList.dump
    let complaint = try Self.golden.complaint(about: abridged(dump), named: name)
    #expect(complaint == nil, "\(complaint ?? "")")
  }

  @Test(arguments: SceneFolder.names)
  func isTheSameTwice(_ name: String) throws {
    #expect(try SceneFolder.picture(name).displayList.dump == SceneFolder.picture(name).displayList.dump)
  }

  @Test(arguments: SceneFolder.names, ["light", "dark"])
  func becomesEveryFormat(_ name: String, _ theme: String) throws {
    let picture = try SceneFolder.picture(name, theme: theme)
    let starts: [String: [UInt8]] = [
      "png": [0x89, 0x50, 0x4E, 0x47], "svg": Array("<?xml".utf8), "pdf": Array("%PDF-".utf8),
    ]
    for format in PictureFormat.names {
      let bytes = try picture.encoded(as: try #require(PictureFormat(named: format)))
      #expect(bytes.count > 1000, "\(format)")
      if let start = starts[format] { #expect(bytes.starts(with: start), "\(format)") }
    }
  }

  /// R37, R38: each theme has its own ground, and whoever cannot see the picture is told what it shows.
  @Test(arguments: SceneFolder.names)
  func speaksToEveryone(_ name: String) throws {
    let light = try SceneFolder.picture(name, theme: "light").displayList
    let dark = try SceneFolder.picture(name, theme: "dark").displayList
    #expect(light.background != dark.background)
    #expect(light.alternativeText.count > 60)
    #expect(!light.title.isEmpty && !light.title.contains("$"))
    #expect(light.title == dark.title && light.alternativeText == dark.alternativeText)
  }

  /// A scene under `Scenes/` is the documentation of a mark.
  @Test(arguments: marks.names)
  func everyMarkHasAScene(_ mark: String) throws {
    let lines = try SceneFolder.names.flatMap { name in
      String(decoding: try SceneFolder.source(name), as: UTF8.self).split(separator: "\n")
    }
    #expect(lines.contains { $0.drop { $0 == " " }.hasPrefix("- \(mark):") })
  }
}

/// A dump in which what no reader compares by eye, such as a contour of a thousand points, is a sum.
private func abridged(_ dump: String) -> String {
  dump.split(separator: "\n", omittingEmptySubsequences: false).map { line in
    let bytes = line.utf8
    guard bytes.count > 1000 else { return String(line) }
    // Fowler–Noll–Vo (FNV-1a, 64 bit).
    let sum = bytes.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    return "\(line.prefix(500)) … \(bytes.count) bytes, sum \(String(sum, radix: 16))"
  }.joined(separator: "\n")
}
