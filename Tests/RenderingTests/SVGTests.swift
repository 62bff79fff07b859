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
    if let id = attributes["id"] { identifiers.append(id) }
    for value in attributes.values where !value.hasPrefix("data:") {
      for part in value.split(separator: "#").dropFirst(value.hasPrefix("#") ? 0 : 1) {
        references.append(String(part.prefix { $0 != ")" }))
      }
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
}
