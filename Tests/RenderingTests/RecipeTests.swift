import Diagnostics
import Drawing
import Foundation
import Rendering
import Testing

struct RecipeTests {
  /// Scenes that are hard to carry as they are.
  static let scenes: [String] = [
    "draw: []\n", "", "a: 1\r\nb: 2\r\n", "old mac\rlines\r", "tabs\tand  two spaces\n\n\n",
    "\u{FEFF}marked: yes\n",
    "<scene a=\"b\">&amp; ]]> <!-- --></scene></metadata></svg>", "stream\nendstream\nendobj\n%%EOF\nxref\n",
    "∇L → 🙂 \u{85} \u{2028} é e\u{301}", String(repeating: "a: long scene\n", count: 5000),
  ]

  static let record = "onepicture 0.1.0\nfile sha256 00 a & b <c>.csv\n"

  private func carrying(_ scene: [UInt8], _ format: String, record: String = record) throws -> [UInt8] {
    try encoded(format, everything, RenderOptions(recipe: CarriedRecipe(scene: scene, record: record)))
  }

  private func found(in file: [UInt8], _ format: String) throws -> CarriedRecipe? {
    try outputFormats.entry(named: format, at: nil).recipe(file)
  }

  @Test(arguments: outputFormats.names, scenes.indices)
  func `Whatever a scene holds comes back byte for byte`(_ format: String, _ index: Int) throws {
    let scene = Self.scenes[index]
    let file = try carrying(Array(scene.utf8), format)
    let recipe = try found(in: file, format)
    #expect(recipe?.scene == Array(scene.utf8))
    #expect(recipe?.record == Self.record)
    #expect(try carrying(Array(scene.utf8), format) == file)
  }

  /// As large as scenes may be, in a PNG beyond what other programs would decompress.
  @Test(arguments: ["png", "pdf"])
  func `The largest scene comes back`(_ format: String) throws {
    let scene = [UInt8](repeating: UInt8(ascii: "a"), count: 4 << 20)
    let file = try carrying(scene, format)
    #expect(try found(in: file, format)?.scene.count == scene.count)
    #expect((file.count > scene.count) == (format == "png"))
  }

  @Test func `Pixels do not change`() throws {
    #expect(try DecodedPNG(carrying(Array("a: 1\n".utf8), "png")).pixels == decoded(everything).pixels)
  }

  @Test(arguments: outputFormats.names)
  func `Without a recipe there is no trace of one`(_ format: String) throws {
    let file = try encoded(format, everything)
    #expect(try found(in: file, format) == nil)
    #expect(!String(decoding: file, as: UTF8.self).contains("OnePicture scene"))
    #expect(!String(decoding: file, as: UTF8.self).contains("urn:onepicture"))
  }

  @Test(arguments: outputFormats.names)
  func `A kind of file is recognized by what it holds`(_ format: String) throws {
    let file = try carrying(Array("a".utf8), format)
    for name in outputFormats.names {
      #expect(try outputFormats.entry(named: name, at: nil).recognizes(file) == (name == format))
    }
  }

  /// Cut off anywhere, a file has its recipe, has none, or is damaged.
  @Test(arguments: outputFormats.names)
  func `A file cut off anywhere is no trap`(_ format: String) throws {
    let scene = Array("a: 1\nb: [2, 3]\n".utf8)
    let file = try carrying(scene, format)
    for count in stride(from: 0, to: file.count, by: max(1, file.count / 150)) {
      guard let recipe = try? found(in: Array(file.prefix(count)), format) else { continue }
      #expect(recipe.scene == scene && recipe.record == Self.record)
    }
  }

  /// One byte at a time is wrong.
  @Test(arguments: outputFormats.names)
  func `A damaged file is no trap`(_ format: String) throws {
    let file = try carrying(Array("a: 1\nb: [2, 3]\n".utf8), format)
    for place in stride(from: 0, to: file.count, by: max(1, file.count / 200)) {
      var damaged = file
      damaged[place] = damaged[place] ^ 0x55
      _ = try? found(in: damaged, format)
    }
  }

  @Test(.enabled(if: OtherProgram.pdfDetach.isInstalled))
  func `Another program detaches the scene from a PDF`() throws {
    let scene = Array("a: 1\r\n∇: <&>\n".utf8)
    let file = try carrying(scene, "pdf")
    let saved = FileManager.default.temporaryDirectory.appending(path: "onepicture-\(UUID())")
    defer { try? FileManager.default.removeItem(at: saved) }
    _ = try OtherProgram.pdfDetach.output(reading: file, "-save", "2", "-o", saved.path)
    #expect(try [UInt8](Data(contentsOf: saved)) == scene)
    let list = try OtherProgram.pdfDetach.output(reading: file, "-list")
    #expect(String(decoding: list, as: UTF8.self).contains("1: recipe.txt\n2: scene.yaml"))
  }

  @Test(.enabled(if: OtherProgram.pdfText.isInstalled))
  func `A PDF with attachments is as sound as one without`() throws {
    let plain = try OtherProgram.pdfText.output(reading: encoded("pdf", everything), "-")
    #expect(try OtherProgram.pdfText.output(reading: carrying(Array("a".utf8), "pdf"), "-") == plain)
    // Every entry of the table points at its object.
    let file = try carrying(Array("a".utf8), "pdf")
    let text = String(decoding: file, as: Unicode.ASCII.self).unicodeScalars.map { $0 }
    let lines = String(decoding: file.suffix(2000), as: UTF8.self).split(separator: "\n")
    let table = lines.drop { $0 != "xref" }.dropFirst(3).prefix { $0 != "trailer" }
    #expect(table.count > 5)
    for (index, line) in table.enumerated() {
      let offset = try #require(Int(line.prefix(10)))
      let start = String(String.UnicodeScalarView(text[offset..<offset + 12]))
      #expect(start.hasPrefix("\(index + 1) 0 obj"))
    }
  }

  @Test func `A PNG keeps its text where other programs look for it`() throws {
    let file = try DecodedPNG(carrying(Array("a".utf8), "png"))
    #expect(file.chunks == ["IHDR", "pHYs", "iTXt", "iTXt", "iTXt", "iTXt", "IDAT", "IEND"])
    #expect(file.texts.keys.contains("OnePicture scene"))
  }

  @Test func `An SVG keeps its recipe when another program renames its prefixes`() throws {
    let file = String(decoding: try carrying(Array("a: <1>\n".utf8), "svg"), as: UTF8.self)
      .replacing(
        "<recipe xmlns=\"urn:onepicture:recipe\"", with: "<r:recipe xmlns:r=\"urn:onepicture:recipe\""
      )
      .replacing("</recipe>", with: "</r:recipe>")
      .replacing("<scene xmlns=\"urn:onepicture:recipe\"", with: "<q:scene xmlns:q='urn:onepicture:recipe'")
      .replacing("</scene>", with: "</q:scene>")
    #expect(try found(in: Array(file.utf8), "svg")?.scene == Array("a: <1>\n".utf8))
  }
}
