import Diagnostics
import Expressions
import MathCore
import Testing

/// A table as it is read from a CSV file.
func tableValue(_ text: String) throws(Diagnostic) -> Value {
  let source = ByteSource(Array(text.utf8), named: "t.csv")
  return Value(try tableFormat(ofFile: "t.csv", at: nil).read(source, TableRequest(memory: 1_000_000)))
}

/// Tables as values of the language.
@Suite struct TableTests {
  private static let text = """
    x,petal width (cm),kind,is_old
    1,0.5,b,true
    2,,a,false
    4,2.5,b,true

    """

  private func evaluated(_ source: String) throws -> Value {
    var scope = Scope()
    scope.define("t", as: try tableValue(Self.text))
    return try Expression(parsing: located(source)).evaluate(in: scope)
  }

  static let results: KeyValuePairs = [
    "t.x": "[1 2 4]",
    "t.petal_width_cm": "[0.5 nan 2.5]",
    "t['petal width (cm)'][2]": "2.5",
    "t.kind": "[\"b\", \"a\", \"b\"]",
    "t.is_old": "[1 0 1]",
    "t.rows": "3",
    "len(t)": "3",
    "t.columns": "[\"x\", \"petal_width_cm\", \"kind\", \"is_old\"]",
    "t[t.x > 1].x": "[2 4]",
    "t[t.is_old].x": "[1 4]",
    "t[t.kind == 'b'].x": "[1 4]",
    "t[t.kind != 'b'].x": "[2]",
    "t['b' == t.kind].rows": "2",
    "t[t.kind == 'b' and t.x > 1].x": "[4]",
    "t[t.kind == 'none'].rows": "0",
    "t[0..1].x": "[1 2]",
    "t[::-1].x": "[4 2 1]",
    "t[[2, 0]].kind": "[\"b\", \"b\"]",
    "t[1]": "row(x: 2, petal_width_cm: nan, kind: \"a\", is_old: false)",
    "t[-1].x": "4",
    "t[['x', 'is_old']]": "[[1 1] [2 0] [4 1]]",
    "t[t.columns[:1]].shape": "[3 1]",
    "[r.x + 1 for r in t]": "[2 3 5]",
    "[k for k in t.kind if k == 'b']": "[\"b\", \"b\"]",
    "t.kind[0]": "b",
    "t.kind[-1] == 'b'": "true",
    "t.kind[1:]": "[\"a\", \"b\"]",
    "t.kind[t.x > 1]": "[\"a\", \"b\"]",
    "len(t.kind)": "3",
    "unique(t.kind)": "[\"a\", \"b\"]",
    "unique(['b', 'a', 'b'])": "[\"a\", \"b\"]",
    "t.kind == ['b', 'b', 'b']": "[1 0 1]",
    "['a', 'b'] == 'b'": "[0 1]",
    "[sum(t.kind == k) for k in unique(t.kind)]": "[1 2]",
    "where(t.kind == 'a', 10, t.x)": "[1 10 4]",
    "derivative(w -> sum((w*t.x - 1)^2))(1)": "28",
    "t":
      "table(x: a vector of 3, petal_width_cm: a vector of 3, kind: a list of 3 texts, is_old: a vector of 3)",
  ]

  @Test(arguments: results.map { ($0.key, $0.value) })
  func `Tables give columns, rows and matrices`(_ source: String, _ result: String) throws {
    #expect(promptText(of: try evaluated(source), isOneLine: true) == result)
  }

  static let mistakes: KeyValuePairs = [
    "t.y": "1:3: the table has no column 'y'; did you mean 'x'?",
    "t.kinds": "1:3: the table has no column 'kinds'; did you mean 'kind'?",
    "t['weight']": "1:3: the table has no column 'weight'; it has x, petal_width_cm, kind, is_old",
    "t[['x', 'kind']]": "1:3: a matrix holds numbers: column 'kind' holds texts",
    "t[3]": "1:3: index 3 is out of range: expected −3 … 2",
    "t[0, 1]": "1:2: a table takes one index, found 2; choose rows first, then a column, as in data[0..9].x",
    "t[[true, false]]": "1:3: a mask of shape (2,) does not fit the shape (3,)",
    "t + 1": "1:3: +: expected numbers, found a table of 3 rows",
    "t.kind + 1": "1:8: +: expected numbers, found a list of 3 texts",
    "mean(t.kind)": "1:1: mean: expected numbers, found a list of 3 texts",
    "t.kind < 'b'": "1:8: <: expected numbers, found a list of 3 texts",
    "t.kind == ['a', 'b']": "1:8: ==: shapes (3,) and (2,) do not fit: 3 ≠ 2",
    "t.kind == 3": "1:8: ==: expected numbers, found a list of 3 texts",
    "t.kind[5]": "1:8: index 5 is out of range: expected −3 … 2",
    "t(1)": "1:2: a table of 3 rows cannot be called; write '*' to multiply",
  ]

  @Test(arguments: mistakes.map { ($0.key, $0.value) })
  func `Mistakes are told with their place`(_ source: String, _ message: String) {
    let error = #expect(throws: Diagnostic.self) { try evaluated(source) }
    let text = error.map { "\($0)".replacing("scene:", with: "").replacing(" error:", with: "") }
    #expect(text == message)
  }

  @Test func `A terminal sees aligned rows`() throws {
    #expect(
      promptText(of: try evaluated("t")) == """
        x  petal_width_cm  kind  is_old
        1             0.5  b       true
        2             nan  a      false
        4             2.5  b       true
        """)
    let many = try tableValue("a,b\n" + (0..<1000).map { "\($0),\($0 * 2)" }.joined(separator: "\n"))
    #expect(promptText(of: many).split(separator: "\n").count == 13)
    #expect(promptText(of: many).hasSuffix("\n1000 rows, 2 columns"))
  }

  @Test func `Programs see columns`() throws {
    #expect(
      try jsonText(of: evaluated("t")) == """
        {"x": [1, 2, 4], "petal width (cm)": [0.5, "nan", 2.5], "kind": ["b", "a", "b"], "is_old": [1, 0, 1]}
        """)
  }

  @Test func `A summary tells what was guessed`() throws {
    #expect(
      dataSummary(of: try evaluated("t")) == """
        3 rows, 4 columns, commas, with a header
        column          type    missing  min     mean  max
        x               number        0    1  2.33333    4
        petal_width_cm  number        1  0.5      1.5  2.5  'petal width (cm)'
        kind            text          0                     2 different: b 2, a 1
        is_old          truth         0                     true in 2
        """)
  }

  @Test func `Memory and work of large tables are counted`() throws {
    var scope = Scope()
    scope.limits.memory = 20_000
    scope.define("t", as: try tableValue("a\n" + (0..<1000).map { "\($0)" }.joined(separator: "\n")))
    #expect(throws: Diagnostic.self) {
      try Expression(parsing: located("[t[:] for i in 0..9]")).evaluate(in: scope)
    }
  }
}
