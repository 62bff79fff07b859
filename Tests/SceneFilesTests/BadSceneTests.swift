import Diagnostics
import Foundation
import SceneFiles
import Testing

/// Every file of `BadScenes` starts with the errors that it must give, one `# error:` line for each.
@Suite struct BadSceneTests {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "BadScenes")

  static let names: [String] = {
    let files = try? FileManager.default.contentsOfDirectory(atPath: folder.path)
    return (files ?? []).filter { $0.hasSuffix(".yaml") }.sorted()
  }()

  @Test func folderIsFound() {
    #expect(Self.names.count > 30)
  }

  @Test(arguments: names)
  func errors(_ name: String) throws {
    let bytes = Array(try Data(contentsOf: Self.folder.appending(path: name)))
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
    let expected = lines.prefix { $0.hasPrefix("# error:") }.map { $0.dropFirst("# error:".count) }
    let error = #expect(throws: DiagnosticList.self) { try parseYAML(bytes, file: "") }
    let found = (error?.diagnostics ?? []).map { diagnostic in
      let place = diagnostic.at.map { "\($0.line):\($0.column): " } ?? ""
      return place + diagnostic.message + (diagnostic.help.map { "; \($0)" } ?? "")
    }
    #expect(found == expected.map(String.init))
  }
}
