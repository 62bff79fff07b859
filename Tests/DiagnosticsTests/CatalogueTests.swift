import Diagnostics
import Testing

struct CatalogueTests {
  private let marks = Catalogue("mark", ["text": 1, "contours": 2, "bars": 3])
  private let place = Diagnostics.SourceLocation(file: "a.yaml", line: 7, column: 5)

  @Test func membersAreListedInTheOrderWritten() throws {
    #expect(marks.names == ["text", "contours", "bars"])
    #expect(marks["contours"] == 2 && marks["contuors"] == nil)
    #expect(try marks.entry(named: "bars", at: nil) == 3)
  }

  @Test func aMisspelledNameGetsTheNearest() {
    let error = #expect(throws: Diagnostic.self) { try marks.entry(named: "contuors", at: place) }
    #expect(error == Diagnostic("unknown mark 'contuors'", at: place, help: "did you mean 'contours'?"))
  }

  @Test func anUnknownNameGetsTheList() {
    let error = #expect(throws: Diagnostic.self) { try marks.entry(named: "spiral", at: nil) }
    #expect(error?.help == "known: text, contours, bars")
  }
}
