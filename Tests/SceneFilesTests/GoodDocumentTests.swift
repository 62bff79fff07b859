import Diagnostics
import SceneFiles
import Testing

/// A document, and the tree that YAML 1.2 gives it with the place of everything.
struct GoodDocument: Sendable, CustomTestStringConvertible {
  var name: String
  var source: String
  var tree: String

  var testDescription: String { name }
}

@Suite struct GoodDocumentTests {
  @Test(arguments: goodDocuments)
  func treeAndPlaces(_ document: GoodDocument) throws {
    let node = try parseYAML(Array(document.source.utf8), file: "scene.yaml")
    #expect(dump(node) == document.tree)
  }
}

let goodDocuments = [
  GoodDocument(
    name: "scene", source: "title: A walk\ndraw:\n  - contours: L\n    levels: 14\n",
    tree: #"""
      1:1 mapping
        'title' 0@1:1 =
          1:8 plain 'A walk' 0@1:8
        'draw' 0@2:1 =
          3:3 list
            3:5 mapping
              'contours' 0@3:5 =
                3:15 plain 'L' 0@3:15
              'levels' 0@4:5 =
                4:13 number 14.0 '14' 0@4:13

      """#),
  GoodDocument(
    name: "words", source: "[y, no, on, true, False, ~, null, '']",
    tree: #"""
      1:1 list
        1:2 plain 'y' 0@1:2
        1:5 plain 'no' 0@1:5
        1:9 plain 'on' 0@1:9
        1:13 true 'true' 0@1:13
        1:19 false 'False' 0@1:19
        1:26 null '~' 0@1:26
        1:29 null 'null' 0@1:29
        1:35 singleQuoted '' 0@1:36

      """#),
  GoodDocument(
    name: "numbers", source: "[1, -2.5, +3, 1e3, .5, 1., 0o17, 0x1F, .inf, -.INF, .nan]",
    tree: #"""
      1:1 list
        1:2 number 1.0 '1' 0@1:2
        1:5 number -2.5 '-2.5' 0@1:5
        1:11 number 3.0 '+3' 0@1:11
        1:15 number 1000.0 '1e3' 0@1:15
        1:20 number 0.5 '.5' 0@1:20
        1:24 number 1.0 '1.' 0@1:24
        1:28 number 15.0 '0o17' 0@1:28
        1:34 number 31.0 '0x1F' 0@1:34
        1:40 number inf '.inf' 0@1:40
        1:46 number -inf '-.INF' 0@1:46
        1:53 number nan '.nan' 0@1:53

      """#),
  GoodDocument(
    name: "not numbers", source: "[1_000, 0b1, 1:30, 0x, 1e, ., +, '7', \"8\", 0x1p3, inf, nan]",
    tree: #"""
      1:1 list
        1:2 plain '1_000' 0@1:2
        1:9 plain '0b1' 0@1:9
        1:14 plain '1:30' 0@1:14
        1:20 plain '0x' 0@1:20
        1:24 plain '1e' 0@1:24
        1:28 plain '.' 0@1:28
        1:31 plain '+' 0@1:31
        1:34 singleQuoted '7' 0@1:35
        1:39 doubleQuoted '8' 0@1:40
        1:44 plain '0x1p3' 0@1:44
        1:51 plain 'inf' 0@1:51
        1:56 plain 'nan' 0@1:56

      """#),
  GoodDocument(
    name: "plain over lines", source: "a: one\n  two  \n\n  three\n",
    tree: #"""
      1:1 mapping
        'a' 0@1:1 =
          1:4 plain 'one two\nthree' 0@1:4 4@2:3 7@2:8 8@4:3

      """#),
  GoodDocument(
    name: "single quotes", source: "a: 'it''s $\\nabla$\n   here'\n",
    tree: #"""
      1:1 mapping
        'a' 0@1:1 =
          1:4 singleQuoted 'it's $\nabla$ here' 0@1:5 3@1:9 14@2:4

      """#),
  GoodDocument(
    name: "double quotes", source: "a: \"\\u03b7 \\\"b\\\" \\\n   c\n  d\"\n",
    tree: #"""
      1:1 mapping
        'a' 0@1:1 =
          1:4 doubleQuoted 'η "b" c d' 0@1:5 2@1:11 4@1:14 6@1:17 7@2:4 9@3:3

      """#),
  GoodDocument(
    name: "literal", source: "code: |  # comment\n  for i:\n\n      w -= 1\n  end\n",
    tree: #"""
      1:1 mapping
        'code' 0@1:1 =
          1:7 literal 'for i:\n\n    w -= 1\nend\n' 0@2:3 8@4:3 19@5:3

      """#),
  GoodDocument(
    name: "literal with indicator", source: "code: |2-\n    x\n  y\n",
    tree: #"""
      1:1 mapping
        'code' 0@1:1 =
          1:7 literal '  x\ny' 0@2:3 4@3:3

      """#),
  GoodDocument(
    name: "folded", source: "a: >-\n  one\n  two\n\n    more\n  three\n",
    tree: #"""
      1:1 mapping
        'a' 0@1:1 =
          1:4 folded 'one two\n\n  more\nthree' 0@2:3 4@3:3 9@5:3 16@6:3

      """#),
  GoodDocument(
    name: "characters outside of ASCII", source: "∇L: η·𝐱 b\n",
    tree: #"""
      1:1 mapping
        '∇L' 0@1:1 =
          1:5 plain 'η·𝐱 b' 0@1:5

      """#),
  GoodDocument(
    name: "byte order mark and CR LF", source: "\u{FEFF}a: 1\r\nb: |\r\n  x\r\n  y\r\n",
    tree: #"""
      1:1 mapping
        'a' 0@1:1 =
          1:4 number 1.0 '1' 0@1:4
        'b' 0@2:1 =
          2:4 literal 'x\ny\n' 0@3:3 2@4:3

      """#),
  GoodDocument(
    name: "JSON", source: "{\"a\": [1, \"b\\/c\"],\n\t\"d\":null}",
    tree: #"""
      1:1 mapping
        'a' 0@1:3 =
          1:7 list
            1:8 number 1.0 '1' 0@1:8
            1:11 doubleQuoted 'b/c' 0@1:12 2@1:15
        'd' 0@2:3 =
          2:6 null 'null' 0@2:6

      """#),
  GoodDocument(
    name: "aliases", source: "a: &v [1, 2]\nb: *v\n",
    tree: #"""
      1:1 mapping
        'a' 0@1:1 =
          1:7 list
            1:8 number 1.0 '1' 0@1:8
            1:11 number 2.0 '2' 0@1:11
        'b' 0@2:1 =
          1:7 list
            1:8 number 1.0 '1' 0@1:8
            1:11 number 2.0 '2' 0@1:11

      """#),
  GoodDocument(
    name: "tags", source: "[!!str 7, !!int 7, !!float 7, ! 7, &x !!str y]",
    tree: #"""
      1:1 list
        1:8 plain '7' 0@1:8
        1:17 number 7.0 '7' 0@1:17
        1:28 number 7.0 '7' 0@1:28
        1:33 plain '7' 0@1:33
        1:45 plain 'y' 0@1:45

      """#),
  GoodDocument(
    name: "nothing", source: "a:\nb: &x\nc: ''",
    tree: #"""
      1:1 mapping
        'a' 0@1:1 =
          1:3 null '' 0@1:3
        'b' 0@2:1 =
          2:6 null '' 0@2:6
        'c' 0@3:1 =
          3:4 singleQuoted '' 0@3:5

      """#),
]
