import Diagnostics
import Drawing
import Formulas
import Geometry
import MathCore
import SceneFiles
import Testing

@testable import Figures

/// Code in scenes: what is shown of it, and how.
@Suite struct CodeTests {
  private static let files = [
    "train.py": "import numpy as np\n\ndef step(w):\n    '''One\n    step'''\n    return w - eta * g\n",
    "windows.py": "a\r\nb\r\n", "empty.py": "\n\n",
  ]

  private static let folder = DataFolder { (path) throws(Diagnostic) in
    guard let text = files[path.text] else { throw Diagnostic("cannot read '\(path.text)'", at: path.start) }
    return ByteSource(Array(text.utf8), named: path.text)
  }

  /// The listing of a scene that is nothing else.
  private func listing(_ code: String, with definitions: String = "{}") throws -> Listing {
    let source = "let: \(definitions)\ncode: \(code)\n"
    let scene = try Scene(decoding: parseYAML(Array(source.utf8), file: "s.yaml"), in: Self.folder)
    guard case .block(let block)? = try scene.evaluated().panels.first?.content,
      case .code(let listing) = block.content
    else { throw Diagnostic("no code") }
    return listing
  }

  private func text(_ listing: Listing) -> [String] { listing.lines.map { $0.map(\.text).joined() } }

  @Test func codeIsPythonUnlessSaid() throws {
    let python = try listing("|\n  for x in y:\n      pass\n")
    #expect(text(python) == ["for x in y:", "    pass"])
    #expect(python.lines[0][0].kind == .keyword)
    #expect(!python.showsNumbers && python.highlighted.isEmpty && python.marker == nil && python.title == nil)
    let plain = try listing("{source: 'for x', language: plain}")
    #expect(plain.lines == [[CodeToken("for x", .plain)]])
  }

  @Test func optionsAreKept() throws {
    let listing = try listing(
      #"{source: "a\nb\nc\nd\n", numbers: 10, highlight: [11, 12-13], marker: k + 0.5, title: a.py}"#,
      with: "{k: 11}")
    #expect(listing.numbers == 10...13 && listing.showsNumbers)
    #expect(listing.highlighted == [11, 12, 13])
    #expect(listing.marker == 11.5)
    #expect(listing.title == "a.py")
    #expect(try self.listing("{source: a, numbers: true}").numbers == 1...1)
    #expect(try self.listing("{source: a, numbers: false}").showsNumbers == false)
    #expect(try self.listing("{source: a, marker: 0}").marker == 0)
    #expect(try self.listing(#"{source: "a\nb", highlight: 1 - 2}"#).highlighted == [1, 2])
  }

  @Test func filesAreReadNextToTheScene() throws {
    #expect(try listing("{file: train.py}").numbers == 1...6)
    #expect(text(try listing("{file: windows.py}")) == ["a\r", "b"])
  }

  /// Lines of a part keep their numbers, and a string that began above it stays a string.
  @Test func partsKeepTheirNumbers() throws {
    let part = try listing("{file: train.py, lines: 5-6, highlight: 6, marker: 5}")
    #expect(part.numbers == 5...6)
    #expect(part.lines[0] == [CodeToken("    step'''", .string)])
    #expect(part.source == "    step'''\n    return w - eta * g")
    #expect(try listing("{file: train.py, lines: 3}").numbers == 3...3)
    #expect(try listing("{file: train.py, lines: 3-4, numbers: 1}").numbers == 1...2)
  }

  @Test(arguments: [
    ("{file: empty.py}", "the code is empty"),
    ("{file: train.py, lines: 3-4, highlight: 1}", "highlight: there is no line 1"),
    ("{file: train.py, lines: 6-7}", "lines: there is no line 7"), ("{file: no.py}", "cannot read 'no.py'"),
    ("{source: x, marker: y}", "undefined name 'y'"),
    ("{source: x, marker: 0.5}", "marker: there is no line 0.5"),
    ("{source: x, marker: 0/0}", "marker: there is no line nan"),
    ("{source: x, numbers: -1}", "'numbers' of 'code': expected a whole number from 0 to 1000000, found -1"),
    (
      "{source: x, lines: 99999999999999999999}",
      "lines: expected a line such as 4, or lines such as 4-7, found '99999999999999999999'"
    ),
    ("{source: x, highlight: -1}", "highlight: expected a line such as 4, or lines such as 4-7, found '-1'"),
  ])
  func mistakes(_ code: String, _ message: String) {
    let error = #expect(throws: DiagnosticList.self) { try listing(code) }
    #expect(error?.diagnostics.map(\.message) == [message])
    #expect(error?.diagnostics.first?.at?.line == 2)
  }

  /// One symbol, one color: in the strip beside a picture as in its formulas.
  @Test func codeBesideAPictureWearsTheRoles() throws {
    let scene = try DrawnScene("draw: [{curve: sin}]\nnotation: $w$\ncode: w = 1\nroles: {w: weight}")
    let box = try #require(scene.boxes(of: "w = 1").first)
    #expect(box.minX > scene.frame.maxX)
    #expect(try #require(scene.boxes(of: "$w$").first).maxY < box.minY)
  }

  @Test func codeStandsBelowOnTallPages() throws {
    let scene = try DrawnScene("canvas: square\ndraw: [{curve: sin}]\ncode: w = 1")
    #expect(try #require(scene.boxes(of: "w = 1").first).minY > scene.frame.maxY)
  }

  /// However much code there is, it stays on the page, and what becomes too small is told.
  @Test(arguments: ["slide", "square", "column"], [1, 40, 400])
  func codeStaysOnThePage(_ canvas: String, _ lines: Int) throws {
    let code = (1...lines).map { "    x = \($0)" }.joined(separator: "\n")
    let scene = try DrawnScene(
      "canvas: \(canvas)\ntitle: t\nnotation: $w$\ndraw: [{curve: sin}]\ncode: |\n\(code)\n")
    let box = try #require(scene.texts.first { $0.block.source.contains("x = 1") }).block.box
    #expect(box.height <= scene.canvas.size.height - scene.canvas.margin)
    #expect(
      scene.warnings.map(\.message).contains { $0.hasPrefix("code is set at") }
        == (lines == 400 || (lines == 40 && canvas == "column")))
  }
}
