import Diagnostics
import Testing

struct DiagnosticTests {
  private static let place = Diagnostics.SourceLocation(file: "a.yaml", line: 7, column: 5)

  @Test(arguments: [
    (
      Diagnostic("unknown mark 'x'", at: place, help: "known: bars"),
      "a.yaml:7:5: error: unknown mark 'x'; known: bars"
    ),
    (Diagnostic("file is empty"), "error: file is empty"),
    (Diagnostic("all undefined", at: place, severity: .warning), "a.yaml:7:5: warning: all undefined"),
  ]) func aDiagnosticReadsAsCompilersPrintIt(diagnostic: Diagnostic, line: String) {
    #expect("\(diagnostic)" == line)
  }

  @Test func placesAreInReadingOrder() {
    func at(_ file: String, _ line: Int, _ column: Int) -> Diagnostics.SourceLocation {
      Diagnostics.SourceLocation(file: file, line: line, column: column)
    }
    let ordered = [at("a", 1, 9), at("a", 2, 1), at("a", 10, 1), at("a", 10, 2), at("b", 1, 1)]
    #expect(ordered.reversed().sorted() == ordered)
  }

  @Test func aListCollectsEveryMistakeAndStopsOnlyForErrors() throws {
    var list = DiagnosticList()
    #expect(list.isEmpty)
    #expect(list.collect { () throws(Diagnostic) in 5 } == 5)
    #expect(list.isEmpty)
    list.append(Diagnostic("suspicious", severity: .warning))
    try list.throwIfErrors()
    #expect(!list.hasErrors && !list.isEmpty)
    let failed: Int? = list.collect { () throws(Diagnostic) in throw Diagnostic("first") }
    #expect(failed == nil)
    list.append(DiagnosticList([Diagnostic("second")]))
    let thrown = #expect(throws: DiagnosticList.self) { try list.throwIfErrors() }
    #expect(thrown?.diagnostics.map(\.message) == ["suspicious", "first", "second"])
  }
}
