import Diagnostics
import Drawing
import Geometry
import Rendering
import Testing

struct FormatTests {
  @Test func theCatalogueKnowsEveryFormatByItsExtension() throws {
    #expect(outputFormats.names == ["png", "svg", "pdf"])
    for name in outputFormats.names {
      let format = try outputFormats.entry(named: name, at: nil)
      #expect(format.name == name && format.fileExtension == name)
    }
  }

  @Test(arguments: outputFormats.names) func thePictureHasTheSameBytesTwiceInOneProcess(format: String) throws
  {
    let first = try encoded(format, everything)
    _ = try encoded(format, page([.path(dot(9, 9, 3), fill: blue, stroke: nil)]))
    #expect(try encoded(format, everything) == first)
  }

  @Test(arguments: outputFormats.names) func aChangedPictureHasOtherBytes(format: String) throws {
    var changed = everything
    changed.items.removeLast()
    #expect(try encoded(format, changed) != encoded(format, everything))
  }

  @Test(arguments: outputFormats.names, [(0.0, 10.0), (10, -1), (.nan, 10), (10, .infinity), (1e300, 1)])
  func aPageWithoutAProperSizeIsRefused(format: String, size: (Double, Double)) {
    let list = DisplayList(size: Size(width: size.0, height: size.1), pixelsPerPoint: 2)
    #expect(throws: Diagnostic.self) { try encoded(format, list) }
  }

  @Test(arguments: [0, -1, .nan, .infinity, 1e300, 1000]) func aScaleBeyondReasonIsRefused(scale: Double) {
    let list = DisplayList(size: Size(width: 960, height: 540), pixelsPerPoint: 2, background: .white)
    #expect(throws: Diagnostic.self) { try encoded("png", list, RenderOptions(scale: scale)) }
  }

  @Test func aPictureTooLargeSaysHowLargeItWouldBe() throws {
    let list = DisplayList(size: Size(width: 960, height: 540), pixelsPerPoint: 2, background: .white)
    let error = #expect(throws: Diagnostic.self) { try encoded("png", list, RenderOptions(scale: 20)) }
    #expect(error?.message.hasPrefix("the picture would have 38400 × 21600 pixels, expected at most") == true)
    #expect(error?.help != nil)
  }

  @Test func aFontThatDoesNotOpenIsNamed() {
    let missing = FontReference(path: "/nowhere/at/all.otf", index: 0, name: "All")
    let list = page([.glyphs(word(font: missing), at: Point(x: 2, y: 20))])
    let error = #expect(throws: Diagnostic.self) { try encoded("pdf", list) }
    #expect(error?.message.contains("/nowhere/at/all.otf") == true)
  }

  @Test(arguments: ["png", "svg"]) func outlinesNeedNoFontFile(format: String) throws {
    let missing = FontReference(path: "/nowhere/at/all.otf", index: 0, name: "All")
    let list = page([.glyphs(word(font: missing), at: Point(x: 2, y: 20))])
    #expect(try encoded(format, list) == encoded(format, page([.glyphs(word(), at: Point(x: 2, y: 20))])))
  }
}
