import Expressions
import Testing

@Suite struct TraceTests {
  private static let names: KeyValuePairs<String, String> = [
    "t": "trace((w, b) -> (2*w + b - 1)^2, [3, 1])",
    "m": "trace((W, b) -> sum(tanh(W @ [1, 2] + b)), [[[1, 2], [3, 4]], [1, 1]])",
  ]

  @Test(arguments: [
    ("t.value", "36"), ("t.gradient", "[24 12]"), ("t.output", "7"), ("len(t.nodes)", "8"),
    ("[n.operation for n in t.nodes]", "[input input constant * + constant - square]"),
    ("[n.name for n in t.nodes][:2]", "[w b]"), ("[n.value for n in t.nodes]", "[3 1 2 6 7 1 6 36]"),
    ("[n.gradient for n in t.nodes]", "[24 12 36 12 12 −12 12 1]"), ("t.nodes[4].inputs", "[1 3]"),
    ("[n.operation for n in m.nodes if n.operation == 'tanh' or n.operation == '@']", "[@ tanh]"),
    ("m.gradient[0].shape", "[2 2]"), ("m.nodes[0].gradient.shape", "[2 2]"),
    ("m.nodes[m.output].gradient", "1"),
    ("trace(p -> p[0]*p[1], [[2, 3]][0]).gradient", "[3 2]"), ("trace(x -> 5, 1).value", "5"),
  ])
  func `A computation is traced with values and gradients`(_ program: String, _ expected: String) throws {
    #expect(try shown(program, Self.names) == expected)
  }

  @Test(arguments: [
    (
      "trace(x -> [x, x], 1)",
      "1:1: trace: expected a function whose value is a number, found a vector of 2; jacobian is for functions whose value is a vector"
    ),
    ("trace(3, 1)", "1:7: trace: f: expected a function, found a number"),
    ("trace(x -> x, 'a')", "1:1: the starting point: expected numbers, found a text"),
    ("trace((x, y) -> x, [1, 2, 3])", "1:1: the function takes 2 arguments (x, y), but is used with 3"),
  ])
  func `What cannot be traced is explained`(_ program: String, _ expected: String) {
    #expect(complaint(program) == expected)
  }
}
