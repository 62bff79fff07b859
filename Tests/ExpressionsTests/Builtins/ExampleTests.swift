import Expressions
import Testing

/// The examples of the reference.
struct ExampleTests {
  @Test(arguments: functionReference)
  func printsWhatTheReferenceSays(_ row: FunctionReference) throws {
    #expect(!row.example.isEmpty, "\(row.name) has no example")
    #expect(row.example.contains(row.name), "the example of \(row.name) does not show it")
    #expect(try shown(row.example) == row.result, "\(row.example)")
  }

  @Test func namesAreDifferentAndDescribed() {
    let names = functionReference.map(\.name) + constantReference.map(\.name)
    #expect(Set(names).count == names.count)
    for row in functionReference {
      #expect(row.summary.hasSuffix("."), "\(row.name): the summary is a sentence")
      #expect(row.usage.hasPrefix(row.name + "("))
    }
  }
}
