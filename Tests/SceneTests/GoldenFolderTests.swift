import Foundation
import TestSupport
import Testing

@Suite struct GoldenFolderTests {
  /// A golden test that cannot fail guards nothing.
  @Test func noticesWhatIsMissingOrChanged() throws {
    let url = FileManager.default.temporaryDirectory.appending(path: "golden-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: url) }
    let changed = url.appending(path: "a/b.changed.txt").path
    let local = GoldenFolder(url, environment: [:])
    let remote = GoldenFolder(url, environment: ["CI": "true"])
    let recording = GoldenFolder(url, environment: ["ONEPICTURE_RECORD": "1"])

    #expect(
      try remote.complaint(about: "one\ntwo", named: "a/b") == "a/b.txt is missing: record and commit it")
    #expect(try local.complaint(about: "one\ntwo", named: "a/b") == nil)
    #expect(try remote.complaint(about: "one\ntwo", named: "a/b") == nil)

    let complaint = try #require(try local.complaint(about: "one\n2", named: "a/b"))
    #expect(complaint.hasSuffix("line 2\n  recorded two\n  found    2"))
    #expect(FileManager.default.contents(atPath: changed) == Data("one\n2".utf8))

    #expect(try recording.complaint(about: "one\n2", named: "a/b") == nil)
    #expect(try local.complaint(about: "one\n2", named: "a/b") == nil)
    #expect(!FileManager.default.fileExists(atPath: changed))
  }
}
