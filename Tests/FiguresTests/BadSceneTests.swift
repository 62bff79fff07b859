import Diagnostics
import Figures
import Foundation
import SceneFiles
import Testing

/// Every file of `BadScenes` starts with the errors that it must give, one `# error:` line for each:
/// place, message and help, or the start of them where they end in `…`.
@Suite struct BadSceneTests {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "BadScenes")

  static let names: [String] = {
    let files = try? FileManager.default.contentsOfDirectory(atPath: folder.path)
    return (files ?? []).filter { $0.hasSuffix(".yaml") }.sorted()
  }()

  @Test func folderIsFound() {
    #expect(Self.names.count > 50)
  }

  @Test(arguments: names)
  func errors(_ name: String) throws {
    let bytes = Array(try Data(contentsOf: Self.folder.appending(path: name)))
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
    let expected = lines.prefix { $0.hasPrefix("# error: ") }.map { $0.dropFirst("# error: ".count) }
    let error = #expect(throws: DiagnosticList.self) {
      try Scene(decoding: parseYAML(bytes, file: "")).drawn(with: FixedWidthTypesetter())
    }
    let found = (error?.diagnostics ?? []).map { diagnostic in
      let place = diagnostic.at.map { "\($0.line):\($0.column): " } ?? ""
      return place + diagnostic.message + (diagnostic.help.map { "; \($0)" } ?? "")
    }
    #expect(found.count == expected.count)
    for (found, expected) in zip(found, expected) {
      if expected.hasSuffix("…") {
        #expect(found.hasPrefix(expected.dropLast()))
      } else {
        #expect(found == expected)
      }
    }
  }
}
