import Drawing
import FoundationXML
import Foundation
import Geometry
import Rendering
import Testing

/// Reads a file as XML and notes what matters here.
private final class Reader: NSObject, XMLParserDelegate {
  var root: [String: String] = [:]
  var identifiers: [String] = []
  var references: [String] = []
  var texts: [String: String] = [:]
  /// What the labels' groups say, and the invisible copies of text, in order.
  var labels: [String] = []
  var copies: [[String: String]] = []
  private var element = ""

  init(_ file: [UInt8]) throws {
    super.init()
    let parser = XMLParser(data: Data(file))
    parser.delegate = self
    try #require(parser.parse(), "well-formed")
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String]
  ) {
    element = name
    if name == "svg" { root = attributes }
    if name == "g", attributes["role"] == "img" { labels.append(attributes["aria-label"] ?? "") }
    if name == "text" { copies.append(attributes) }
    if let id = attributes["id"] { identifiers.append(id) }
    // Other values with a # are colors.
    for (name, value) in attributes where name == "xlink:href" && !value.hasPrefix("data:") {
      references.append(String(value.dropFirst()))
    }
    for value in attributes.values where value.hasPrefix("url(#") {
      references.append(String(value.dropFirst(5).dropLast()))
    }
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) { texts[element, default: ""] += string }
  func parser(_ parser: XMLParser, didEndElement: String, namespaceURI: String?, qualifiedName: String?) {
    element = ""
  }
}

struct SVGTests {
  @Test func theFigureHasASizeANameAndADescription() throws {
    let figure = try Reader(encoded("svg", everything, RenderOptions(idPrefix: "loss")))
    #expect(figure.root["width"] == "32pt" && figure.root["viewBox"] == "0 0 32 32")
    #expect(figure.root["role"] == "img")
    #expect(figure.root["aria-labelledby"] == "loss-title loss-desc")
    // The control character that XML forbids is gone.
    #expect(figure.texts["title"] == "Loss < 1 & \"falling\"")
    #expect(figure.texts["desc"] == "∇L points uphill")
  }

  @Test func aFigureWithoutANameClaimsNone() throws {
    let figure = try Reader(encoded("svg", page([])))
    #expect(figure.root["role"] == "img" && figure.root["aria-labelledby"] == nil)
    #expect(figure.texts["title"] == nil)
  }

  @Test(arguments: ["loss", "two words", "2-step", "", "∇", "a\"><script>"])
  func identifiersAreUniqueLegalAndTheFiguresOwn(prefix: String) throws {
    let figure = try Reader(encoded("svg", everything, RenderOptions(idPrefix: prefix)))
    let other = try Reader(encoded("svg", everything, RenderOptions(idPrefix: "other")))
    #expect(figure.identifiers.count > 5)
    #expect(Set(figure.identifiers).count == figure.identifiers.count)
    #expect(Set(figure.identifiers).isDisjoint(with: other.identifiers))
    #expect(!figure.references.isEmpty)
    #expect(Set(figure.references).isSubset(of: figure.identifiers))
    #expect(figure.identifiers.allSatisfy { $0.wholeMatch(of: /[A-Za-z][A-Za-z0-9_-]*/) != nil })
  }

  @Test func enlargedPixelsStayCrispWhereAsked() throws {
    let text = String(decoding: try encoded("svg", everything), as: UTF8.self)
    let images = text.split(separator: "<").filter { $0.hasPrefix("image ") }
    #expect(images.map { $0.contains("pixelated") } == [true, false])
  }

  @Test func aLabelIsAGroupThatSaysItsSource() throws {
    let label = DisplayGroup([.glyphs(word(), at: .zero)], label: "$a < \"b\" & c$\u{1}")
    let figure = try Reader(encoded("svg", page([.group(label), .glyphs(word(), at: Point(x: 1, y: 30))])))
    #expect(figure.labels == ["$a < \"b\" & c$"])
    #expect(figure.copies.count == 2 && figure.texts["text"] == "LossLoss")
    // Nothing fills the copies: the root's own `none` is theirs.
    #expect(figure.root["fill"] == "none" && figure.copies.allSatisfy { $0["fill"] == nil })
    #expect(figure.copies.allSatisfy { $0["aria-hidden"] == "true" && $0["pointer-events"] == "all" })
  }

  @Test func theCopyIsWhereTheTextIs() throws {
    var index = word()
    index.size = 6
    let items: [DisplayItem] = [
      .glyphs(word(), at: Point(x: 3, y: 10)), .glyphs(word(), at: Point(x: 31, y: 10)),
      .glyphs(index, at: Point(x: 58, y: 12)),
    ]
    let text = String(
      decoding: try encoded("svg", page([.group(DisplayGroup(items, label: "x"))])), as: UTF8.self)
    // The last box of a word ends at 20.2 + 0.45 em.
    #expect(text.contains("<tspan x=\"3\" y=\"10\" font-size=\"12\" textLength=\"53.6\">LossLoss</tspan>"))
    #expect(text.contains("<tspan x=\"58\" y=\"12\" font-size=\"6\" textLength=\"22.9\">Loss</tspan></text>"))
  }

  @Test func aGlyphsShapeIsWrittenOnceAndUsedEachTime() throws {
    let text = String(
      decoding: try encoded("svg", page([0, 10, 20].map { .glyphs(word(), at: Point(x: 1, y: $0 + 9)) })),
      as: UTF8.self)
    #expect(text.components(separatedBy: "<path id=").count - 1 == 3)
    #expect(text.components(separatedBy: "<use ").count - 1 == 12)
    // In 1/2000 em: the box from (0.05, −0.5), 0.4 by 0.5.
    #expect(text.contains("<path id=\"picture-g1\" d=\"m100-1000h800v1000h-800z\"/>"))
  }

  /// The picture that another program makes of the file is ours; librsvg 2.54 blends crisp images too.
  @Test(.enabled(if: OtherProgram.svgConverter.isInstalled), arguments: GoldenTests.pictures.map(\.name))
  func anotherProgramDrawsTheSamePicture(name: String) throws {
    var list = try #require(GoldenTests.pictures.first { $0.name == name }).list
    list.items.removeAll { $0.isCrispImage }
    let theirs = try DecodedPNG(
      OtherProgram.svgConverter.output(reading: encoded("svg", list), "-w", "64", "-h", "64"), isOurs: false)
    let ours = try decoded(list)
    var sum = 0.0
    for y in 0..<64 {
      for x in 0..<64 {
        let (a, b) = (visible(ours[x, y]), visible(theirs[x, y]))
        sum += zip(a, b).map { abs($0 - $1) }.reduce(0, +) / 3
      }
    }
    #expect(sum / 4096 < 1, "mean difference \(sum / 4096) of 255")
  }

  /// On white.
  private func visible(_ pixel: [UInt8]) -> [Double] {
    let alpha = Double(pixel[3]) / 255
    return pixel.prefix(3).map { 255 + alpha * (Double($0) - 255) }
  }
}

extension DisplayItem {
  fileprivate var isCrispImage: Bool {
    if case .image(let image, _) = self { return !image.isSmooth }
    return false
  }
}
