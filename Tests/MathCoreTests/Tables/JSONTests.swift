import Diagnostics
import Testing

@testable import MathCore

@Suite struct JSONTests {
  static let good: [(String, String, String)] = [
    ("t.json", "[{\"a\": 1, \"b\": \"x\"}, {\"b\": \"y\", \"a\": -2.5e1}]", "a: 1.0 -25.0; b: x|y"),
    ("t.json", "{\"a\": [1, 2], \"b\": [true, false]}", "a: 1.0 2.0; b: true false"),
    ("t.json", " [ ] ", ""),
    ("t.json", "{}", ""),
    ("t.json", "[{\"a\": null}, {\"a\": 3}, {}]", "a: nan 3.0 nan"),
    ("t.json", "[{\"a\": null}, {\"a\": \"x\"}, {\"b\": 1}]", "a: |x|; b: nan nan 1.0"),
    ("t.json", "[{\"a\": NaN}, {\"a\": Infinity}, {\"a\": -Infinity}]", "a: nan inf -inf"),
    ("t.json", #"[{"a\u0041": "\"\\\/\b\f\n\r\t\u00e4\ud83d\ude00"}]"#, "aA: \"\\/\u{8}\u{c}\n\r\tä😀"),
    ("t.jsonl", "{\"a\": 1}\n\n{\"a\": 2}\r\n", "a: 1.0 2.0"),
    ("t.ndjson", "", ""),
  ]

  @Test(arguments: good) func `Good files are read`(_ name: String, _ text: String, _ result: String) throws {
    #expect(shown(try table(text, named: name)) == result)
    #expect(shown(try table(text, named: name) { $0.windowSize = 3 }) == result)
  }

  static let bad: [(String, String)] = [
    ("", "1:1: expected a list of objects or an object of lists, found the end of the file"),
    ("5", "1:1: expected a list of objects or an object of lists, found '5'"),
    ("[1, 2]", "1:2: expected an object, found '1'"),
    ("[{\"a\": 1}", "1:10: expected ',' or ']', found the end of the file"),
    ("[{\"a\": 1}] x", "1:12: expected the end of the file, found 'x'"),
    ("[{\"a\": 1,\n  \"a\": 2}]", "2:3: 'a' is given twice"),
    ("[{\"a\": 1},\n {\"a\": \"x\"}]", "2:8: column 'a' holds numbers, found a text"),
    ("[{\"a\": true}, {\"a\": null}]", "1:21: column 'a' holds true and false, found nothing"),
    (
      "[{\"a\": [1]}]",
      "1:8: column 'a': expected a number, a text, true, false or null, found a list; "
        + "an option such as columns: [a, b] leaves a column out"
    ),
    ("{\"a\": [1, 2],\n \"b\": [1]}", "2:2: 'b' has 1 element, 'a' has 2"),
    (
      "{\"a\": {\"0\": 1}}",
      "1:7: expected a list, found '{'; "
        + "pandas writes tables that can be read with orient='records' or orient='list'"
    ),
    ("[{\"a\": 01}]", "1:8: this is no number"),
    ("[{\"a\": 1.}]", "1:8: this is no number"),
    ("[{\"a\": +1}]", "1:8: expected a value, found '+'"),
    ("[{\"a\": \"x\n\"}]", "1:10: control characters in a text are written as \\u000a"),
    ("[{\"a\": \"x", "1:8: this text is never closed"),
    (#"[{"a": "\ud83d"}]"#, "1:15: half of a character in a text"),
    (#"[{"a": "\x"}]"#, "1:10: unknown escape in a text"),
    ("[{a: 1}]", "1:3: expected a name in quotes, found 'a'"),
  ]

  @Test(arguments: bad) func `Bad files are told with their place`(_ text: String, _ result: String) {
    #expect(complaint(text, named: "t.json") == result)
  }

  @Test func `Columns that nobody asked for may hold anything`() throws {
    let text = "[{\"a\": {\"x\": [1, {\"y\": \"z\"}]}, \"b\": 1}, {\"b\": 2}]"
    #expect(shown(try table(text, named: "t.json") { $0.columns = [LocatedText("b")] }) == "b: 1.0 2.0")
    let deep = "[{\"a\": \(String(repeating: "[", count: 100_000))"
    #expect(
      complaint(deep, named: "t.json") { $0.columns = [LocatedText("b")] }
        .hasSuffix("nested deeper than 100 levels"))
  }

  @Test func `Rows bound what is read`() throws {
    #expect(shown(try table("[{\"a\": 1}, {\"a\": oops", named: "t.json") { $0.rows = 1 }) == "a: 1.0")
    #expect(
      shown(try table("{\"a\": [1, 2], \"b\": [3, 4]}", named: "t.json") { $0.rows = 1 })
        == "a: 1.0; b: 3.0")
  }

  /// One table that pandas wrote in every form is read as the same bits.
  @Test(arguments: [
    "table.csv", "table-semicolon.csv", "table.tsv", "rows.json", "columns.json", "table.jsonl",
  ])
  func `Files of pandas are read to the bit`(_ name: String) throws {
    let bytes = try TableFiles.bytes(name)
    let file = try content(bytes, named: name) { request in
      if name.contains("semicolon") { request.decimal = UInt8(ascii: ",") }
    }
    guard case .table(let table) = file, case .numbers(let wide)? = table["wide"]?.content,
      case .numbers(let holes)? = table["with holes"]?.content,
      case .numbers(let whole)? = table["whole"]?.content, case .truth(let even)? = table["is_even"]?.content,
      case .texts(let words)? = table["words"]?.content
    else {
      Issue.record("expected five columns")
      return
    }
    for (row, numbers) in try TableFiles.lines("numbers.txt").enumerated() {
      #expect(wide[row].bitPattern == Double(numbers[0])?.bitPattern)
      #expect(holes[row].isNaN ? numbers[1] == "nan" : holes[row] == Double(numbers[1]))
      #expect(whole[row] == Double(row) - 7)
      #expect(even[row] == (row % 2 == 0 ? 1 : 0))
    }
    let expected = ["plain", "", "a,b", "say \"no\"", "two\nlines", "ünïcödé ∇", " spaces ", "NA", "12", "'"]
    #expect((0..<table.rowCount).map { words[$0] } == (0..<40).map { expected[$0 % 10] })
  }
}
