import Diagnostics
import Drawing
import Formulas
import Geometry
import SceneFiles
import Synchronization
import Testing

@testable import Figures

/// Fonts that scenes and panels ask for.
@Suite struct FontTests {
  /// Remembers which fonts which texts were to be set in, and which names it was asked about.
  private final class Recorder: Typesetter {
    private let inner = FixedWidthTypesetter()
    private let fonts = Mutex<[String: FontChoice]>([:])
    private let names = Mutex<[String]>([])

    var asked: [String] { names.withLock { $0 } }

    func choice(for text: String) -> FontChoice? { fonts.withLock { $0[text] } }

    func typeset(_ label: Label, in style: TextStyle) -> TextBlock {
      fonts.withLock { $0[label.source] = style.fonts }
      return inner.typeset(label, in: style)
    }

    func typeset(_ listing: Listing, in style: CodeStyle) -> TextBlock {
      fonts.withLock { $0[listing.source] = style.fonts }
      return inner.typeset(listing, in: style)
    }

    func boxes(of term: String, in label: Label, style: TextStyle) -> [Rect] { [] }

    func check(_ font: String, for role: FontChoice.Role, at location: Diagnostics.SourceLocation?)
      throws(Diagnostic)
    {
      names.withLock { $0.append("\(role.rawValue) \(font) \(location?.line ?? 0):\(location?.column ?? 0)") }
      if font == "bad" { throw Diagnostic("unknown font 'bad'", at: location) }
    }
  }

  private static let folder = DataFolder(
    open: { (path) throws(Diagnostic) in throw Diagnostic("no", at: path.start) },
    locate: { (path) throws(Diagnostic) in "/course/\(path.text)" })

  private func scene(_ source: String) throws -> Scene {
    try Scene(decoding: parseYAML(Array(source.utf8), file: ""), in: Self.folder)
  }

  @Test func panelsGoOverTheScene() throws {
    let source = """
      title: head
      fonts: {math: latin-modern, text: mine.otf}
      panels:
        - draw: [{curve: sin, label: plain}]
        - fonts: {math: termes}
          text: other
        - fonts: {code: dejavu}
          code: x
      """
    let recorder = Recorder()
    _ = try scene(source).drawn(with: recorder)
    let whole = FontChoice(text: "/course/mine.otf", math: "latin-modern")
    #expect(recorder.choice(for: "head") == whole)
    #expect(recorder.choice(for: "plain") == whole)
    #expect(recorder.choice(for: "other") == FontChoice(text: "/course/mine.otf", math: "termes"))
    #expect(recorder.choice(for: "x")?.code == "dejavu")
    #expect(
      recorder.asked == [
        "text /course/mine.otf 2:35", "math latin-modern 2:15", "math termes 5:19", "code dejavu 7:19",
      ])
  }

  @Test func whatIsNotSaidStaysStandard() throws {
    let recorder = Recorder()
    _ = try scene("title: head\ndraw: [{curve: sin}]").drawn(with: recorder)
    #expect(recorder.choice(for: "head") == .standard && recorder.asked.isEmpty)
  }

  @Test func unknownFontsAreErrorsInCheckToo() throws {
    let source = "fonts: {text: bad}\npanels: [{text: a, fonts: {code: bad}}]"
    for step in [
      { _ = try scene(source).checked(with: Recorder()) }, { _ = try scene(source).drawn(with: Recorder()) },
    ] {
      let error = #expect(throws: DiagnosticList.self) { try step() }
      #expect(error?.diagnostics.map(\.message) == ["unknown font 'bad'", "unknown font 'bad'"])
    }
  }
}
