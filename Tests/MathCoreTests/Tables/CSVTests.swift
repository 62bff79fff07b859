import Diagnostics
import TestSupport
import Testing

@testable import MathCore

@Suite struct CSVTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    var text: String
    var result: String

    var testDescription: String { name }

    init(_ name: String, _ text: String, _ result: String) {
      (self.name, self.text, self.result) = (name, text, result)
    }
  }

  static let good = [
    Case("numbers and texts", "a,b\n1,x\n2.5,y\n", "a: 1.0 2.5; b: x|y"),
    Case("no end of the last line", "a,b\n1,2", "a: 1.0; b: 2.0"),
    Case("Windows line ends", "a,b\r\n1,x\r\n2,y\r\n", "a: 1.0 2.0; b: x|y"),
    Case("line ends of old Macs", "a,b\r1,x\r2,y\r", "a: 1.0 2.0; b: x|y"),
    Case("a byte order mark", "\u{FEFF}a,b\n1,2\n", "a: 1.0; b: 2.0"),
    Case("semicolons", "a;b\n1;x,y\n", "a: 1.0; b: x,y"),
    Case("tabs", "a\tb\n1\t2\n", "a: 1.0; b: 2.0"),
    Case("separators in quotes do not count", "\"a;;;\",b\n1,2\n", "a: 1.0; b: 2.0"),
    Case("one column", "a\n1\n2\n", "a: 1.0 2.0"),
    Case("no header", "1,2\n3,4\n", "column0: 1.0 3.0; column1: 2.0 4.0"),
    Case(
      "no header above texts", "5.1,setosa\n4.9,virginica\n", "column0: 5.1 4.9; column1: setosa|virginica"),
    Case("a header above texts", "name,kind\nAnn,x\n", "name: Ann; kind: x"),
    Case("a header with a year", "name,1990\nAnn,x\n", "column0: name|Ann; column1: 1990|x"),
    Case("nothing but a header", "a,b\n", "a: ; b: "),
    Case("empty cells", "a,b\n,x\n2,\n", "a: nan 2.0; b: x|"),
    Case("words for missing numbers", "a\n1\nNA\nnull\nN/A\nnan\n2\n", "a: 1.0 nan nan nan nan 2.0"),
    Case("the same words among texts", "a\nNA\nx\n", "a: NA|x"),
    Case("nothing but missing cells", "a,b\n,1\nNA,2\n", "a: nan nan; b: 1.0 2.0"),
    Case("truth", "a,b\ntrue,True\nFALSE,false\n", "a: true false; b: true false"),
    Case("truth with a gap is text", "a,b\ntrue,1\n,2\n", "a: true|; b: 1.0 2.0"),
    Case("a late text", "a,b\n1,1\n2,1\nx,1\n", "a: 1|2|x; b: 1.0 1.0 1.0"),
    Case("spaces around numbers", "a, b\n 1 ,\t2\n", "a: 1.0; b: 2.0"),
    Case("spaces of texts are kept", "a\n x \n", "a:  x "),
    Case("infinity", "a\ninf\n-Infinity\n1e400\n", "a: inf -inf inf"),
    Case("quoted numbers", "\"a\",\"b\"\n\"1\",\"2\"\n", "a: 1.0; b: 2.0"),
    Case(
      "quotes, separators and lines in cells", "a,b\n\"x, y\",\"1\n2\"\n\"say \"\"no\"\"\",z\n",
      "a: x, y|say \"no\"; b: 1\n2|z"),
    Case("quotes within a cell without quotes", "a\n5\" pipe\n", "a: 5\" pipe"),
    Case("empty lines", "\n\na,b\n\n1,2\n\r\n\n3,4\n\n", "a: 1.0 3.0; b: 2.0 4.0"),
    Case("an empty quoted cell alone in its line", "a\nx\n\"\"\ny\n", "a: x||y"),
    Case(
      "names that are no names", "sepal length (cm),2nd,,a,a,∇ L\n1,2,3,4,5,6\n",
      "sepal_length_cm: 1.0; _2nd: 2.0; column2: 3.0; a: 4.0; a_2: 5.0; L: 6.0"),
    Case("hexadecimal and grouped digits are texts", "a,b\n0x10,1 000\n1,1\n", "a: 0x10|1; b: 1 000|1"),
  ]

  @Test(arguments: good) func `Good files are read`(_ one: Case) throws {
    #expect(shown(try table(one.text)) == one.result)
  }

  static let bad = [
    Case("empty", "", "1:1: the file is empty"),
    Case("empty lines", "\n\n", "3:1: the file is empty"),
    Case("too few", "a,b,c\n1,2,3\n4,5\n", "3:4: expected 3 columns, found 2"),
    Case("too many", "a,b\n1,2\n3,4,5,6\n", "3:4: expected 2 columns, found 4"),
    Case(
      "too many after a quoted line end", "a,b\n\"1\n\",2\n\"ä\",4,5\n", "4:6: expected 2 columns, found 3"),
    Case("an open quote", "a,b\n1,\"x\n2,y\n", "2:3: this quote is never closed"),
    Case("an open quote in the header", "a,\"b\n1,2\n", "1:3: this quote is never closed"),
    Case(
      "text after a quote", "a,b\n1,\"x\"y\n",
      "2:6: expected a separator or the end of the line after the closing quote; "
        + "a quote within a quoted cell is written twice"),
  ]

  @Test(arguments: bad) func `Bad files are told with their place`(_ one: Case) {
    #expect(complaint(one.text) == one.result)
  }

  @Test func `Other encodings are told`() {
    #expect(throws: Diagnostic.self) { try content([0xFF, 0xFE, 0x61, 0], named: "t.csv") }
    let latin = Array("a,b\n1,x\n2,".utf8) + [0xE9, 0x0A]
    let error = #expect(throws: Diagnostic.self) { try content(latin, named: "t.csv") }
    #expect(error?.description == "t.csv:3:3: error: this text is not UTF-8; save the file as UTF-8")
  }

  @Test func `Options say what would be guessed`() throws {
    let text = "1;2,5;?\n3;4;x\n"
    let read = try table(text) { request in
      request.separator = UInt8(ascii: ";")
      request.decimal = UInt8(ascii: ",")
      request.hasHeader = false
      request.names = ["p", "q", "r"].map { LocatedText($0) }
      request.missing = ["?"]
    }
    #expect(shown(read) == "p: 1.0 3.0; q: 2.5 4.0; r: |x")
    #expect(
      shown(try table("a,b,c\n1,2,3\n4,5,6\n") { $0.columns = ["c", "a"].map { LocatedText($0) } })
        == "c: 3.0 6.0; a: 1.0 4.0")
    #expect(shown(try table("a,b\n1,2\n3,4\n") { $0.rows = 1 }) == "a: 1.0; b: 2.0")
    #expect(shown(try table("1,2\n3,4\n") { $0.hasHeader = true }) == "_1: 3.0; _2: 4.0")
  }

  @Test func `Options that do not fit are told`() {
    #expect(
      complaint("a,b\n1,2\n") { $0.columns = [LocatedText("aa")] }
        == "error: columns: there is no 'aa'; did you mean 'a'?")
    #expect(
      complaint("a,b\n1,2\n") { $0.columns = [LocatedText("a"), LocatedText("a")] }
        == "error: columns: 'a' is listed twice")
    #expect(
      complaint("a,b\n1,2\n") { $0.names = [LocatedText("x")] }
        == "error: names: expected as many as 't.csv' has columns, 2, found 1")
    #expect(
      complaint("a,b\n1,2\n") { $0.memory = 1000 }
        == "error: 't.csv' needs more memory than the 1 kB that there are")
  }

  @Test func `Rows bound what is read`() throws {
    // The first rows are fine, whatever comes behind them.
    #expect(shown(try table("a,b\n1,2\n3\n\"") { $0.rows = 1 }) == "a: 1.0; b: 2.0")
  }

  @Test func `Why a column holds texts is kept`() throws {
    let read = try table("a,b\n1,1\n2,n/s\n")
    #expect(read["b"]?.reason == "'n/s' in line 3")
    #expect(read["a"]?.reason == nil)
    #expect(read.layout == "commas, with a header")
  }

  /// A text turns up far behind the rows from which types are guessed.
  @Test func `Types hold for all rows`() throws {
    let rows = (0..<3000).map { "\($0),\($0 == 2500 ? "x" : "1")" }
    let read = try table("a,b\n" + rows.joined(separator: "\n"))
    guard case .numbers(let a)? = read["a"]?.content, case .texts(let b)? = read["b"]?.content else {
      Issue.record("expected numbers and texts")
      return
    }
    #expect(a == (0..<3000).map(Double.init))
    #expect(b.texts == ["1", "x"] && b.codes.count == 3000 && b[2500] == "x")
    #expect(read["b"]?.reason == "'x' in line 2502")
  }

  /// Cells, quotes and line ends fall on every side of a window's end.
  @Test(arguments: [4, 7, 16, 33, 100]) func `Any piece size gives the same table`(_ size: Int) throws {
    var generator = SplitMix64(seed: UInt64(size))
    let cells = ["1.5", "", "\"q\"\"q\"", "\"a\r\nb\"", "-2e3", "word", "\"\"", "ü"]
    for ending in ["\n", "\r\n", "\r"] {
      let rows = (0..<60).map { _ in
        "0.25,\(cells.randomElement(using: &generator) ?? ""),x"
      }
      let text = "a,b,c\(ending)" + rows.joined(separator: ending)
      let whole = shown(try table(text))
      #expect(shown(try table(text) { $0.windowSize = size }) == whole)
    }
  }
}
