import Diagnostics
import Testing

struct LocatedTextTests {
  static let file = "softmax.yaml"

  private static func place(_ line: Int, _ column: Int) -> Diagnostics.SourceLocation {
    Diagnostics.SourceLocation(file: file, line: line, column: column)
  }

  /// As a block scalar of two lines arrives: the indentation is gone, the line feed is kept.
  static let block = LocatedText(
    "η = 0.03\nL(w)",
    anchors: [.init(offset: 0, location: place(4, 7)), .init(offset: 10, location: place(5, 9))])

  @Test(arguments: [
    // η takes two bytes and one column.
    (0, 4, 7), (2, 4, 8), (5, 4, 11), (9, 4, 15), (10, 5, 9), (13, 5, 12), (14, 5, 13), (99, 5, 13),
    (-5, 4, 7),
  ]) func everyCharacterKnowsItsPlace(offset: Int, line: Int, column: Int) {
    #expect(Self.block.location(at: offset) == Self.place(line, column))
  }

  @Test func aTextWithoutAPlaceStaysWithout() {
    let text = LocatedText("memory")
    #expect(text.start == nil && text.location(at: 3) == nil)
    #expect(text.part(1..<3) == LocatedText("em"))
  }

  @Test(arguments: [0..<14, 0..<2, 2..<10, 5..<12, 10..<14, 11..<11, 14..<14])
  func aPartKeepsThePlacesOfItsCharacters(range: Range<Int>) {
    let part = Self.block.part(range)
    #expect(part.text.utf8.elementsEqual(Array(Self.block.text.utf8)[range]))
    for offset in range {
      #expect(part.location(at: offset - range.lowerBound) == Self.block.location(at: offset))
    }
    #expect(part.start == Self.block.location(at: range.lowerBound))
  }

  @Test func partsPutTogetherAreTheWhole() {
    var joined = Self.block.part(0..<5)
    joined.append(Self.block.part(5..<11))
    joined.append(Self.block.part(11..<14))
    #expect(joined.text == Self.block.text)
    for offset in 0...14 { #expect(joined.location(at: offset) == Self.block.location(at: offset)) }
  }

  @Test func appendedTextStandsWhereItWasWritten() {
    var text = LocatedText("p = ", at: Self.place(2, 1))
    text.append(LocatedText("0.659", at: Self.place(9, 30)))
    #expect(text.text == "p = 0.659")
    #expect(text.location(at: 3) == Self.place(2, 4))
    #expect(text.location(at: 6) == Self.place(9, 32))
  }

  @Test func whatWasPutInHasOnePlace() {
    var text = LocatedText("p = ", at: Self.place(2, 1))
    text.append(LocatedText("0.659", insteadOfTextAt: Self.place(9, 30)))
    text.append(LocatedText("!", at: Self.place(2, 10)))
    let all = (0..<10).map { text.location(at: $0) }
    #expect(all[3] == Self.place(2, 4) && all[9] == Self.place(2, 10))
    #expect(all[4..<9].allSatisfy { $0 == Self.place(9, 30) })
    let part = text.part(6..<10)
    #expect((0..<4).map { part.location(at: $0) } == Array(all[6..<10]))
  }

  @Test func aCharacterIsFoundWhereItFirstOccurs() {
    let text = LocatedText("aé∑é", at: Self.place(2, 5))
    #expect(text.location(of: "é") == Self.place(2, 6))
    #expect(text.location(of: "∑") == Self.place(2, 7))
    #expect(text.location(of: "x") == nil)
    #expect(LocatedText("a").location(of: "a") == nil)
  }

  @Test func anOffsetInsideACharacterIsNoMistake() {
    #expect(Self.block.location(at: 1) == Self.place(4, 7))
  }
}
