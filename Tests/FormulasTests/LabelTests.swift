import Diagnostics
import Formulas
import Testing

@Test("A label keeps what was written")
func keepsSource() throws {
  #expect(try Label(parsing: LocatedText("a $b$")).source == "a $b$")
}
