import Drawing
import Testing

struct ColorTests {
  private static let notations: [(text: String, color: Color)] = [
    ("#000000", .black), ("#ffffff", .white), ("#FF8000", Color(red: 1, green: 128 / 255, blue: 0)),
    ("#f80", Color(red: 1, green: 136 / 255, blue: 0)),
    ("#33669980", Color(red: 0.2, green: 0.4, blue: 0.6, alpha: 128 / 255)), ("#00000000", .clear),
  ]

  @Test(arguments: notations) func hexadecimalNotationIsRead(text: String, color: Color) {
    #expect(Color(hex: text) == color)
  }

  @Test(arguments: [
    "", "#", "#ff", "#ffff", "#fffff", "#fffffff", "#fffffffff", "ffffff", "#ggg", "# fff", "#12345é", "#１２３",
    "red",
  ])
  func anythingElseIsNot(text: String) {
    #expect(Color(hex: text) == nil)
  }

  @Test func aNumberIsReadAsTheNotationIs() {
    #expect(Color(rgb: 0x336699) == Color(hex: "#336699"))
    #expect(Color(rgb: 0xFF00_0000 | 0x336699) == Color(rgb: 0x336699))
  }

  @Test func fadingMultiplies() {
    #expect(Color.black.opacity(0.5).opacity(0.5).alpha == 0.25)
    #expect(Color.clear.opacity(3) == .clear)
  }
}
