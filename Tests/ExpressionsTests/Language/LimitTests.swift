import Diagnostics
import Expressions
import Testing

@Suite struct LimitTests {
  @Test(arguments: [
    ("work", "1e9", 1_000_000_000), ("work", "50", 50), ("memory", "4GB", 4_000_000_000),
    ("memory", "64 MiB", 67_108_864), ("memory", "1e6", 1_000_000), ("recursion", "300", 300),
    ("size", "2e6", 2_000_000),
  ])
  func `An author sets a limit by its name`(_ name: String, _ text: String, _ expected: Int) throws {
    var limits = Limits.standard
    try limits.set(located(name), to: located(text))
    let found = [
      "work": limits.work, "memory": limits.memory, "recursion": limits.recursion, "size": limits.size,
    ]
    #expect(found[name] == expected)
  }

  @Test(arguments: [
    ("wrok", "1", "unknown limit 'wrok'; did you mean 'work'?"),
    ("work", "1e30", "work: expected at most 2000000000, found 1e30"),
    ("work", "lots", "work: expected a positive number, found 'lots'"),
    ("work", "nan", "work: expected a positive number, found 'nan'"),
    ("memory", "-1GB", "memory: expected a positive number of bytes, such as 2GB, found '-1GB'"),
    ("memory", "99GB", "memory: expected at most 16GB, found 99GB"),
  ])
  func `A limit that cannot be is explained`(_ name: String, _ text: String, _ expected: String) {
    var limits = Limits.standard
    do {
      try limits.set(located(name), to: located(text))
      Issue.record("no complaint")
    } catch {
      #expect("\(error)".replacing("scene:1:1: error: ", with: "") == expected)
    }
  }

  @Test(arguments: [
    ("sum([i for i in 0..1000])", "1:6: error: the evaluation takes too long: more than 1000 steps", "work"),
    ("zeros(1000) + 1", "1:13: error: the evaluation needs too much memory: more than 10000B", "memory"),
    ("deep(100)", "calls are nested too deeply: more than 10", "recursion"),
    (
      "grad(w -> sum([sin(w*i) for i in 0..40]))(1)",
      "the function is too large to compile: more than 50 operations", "size"
    ),
  ])
  func `A program beyond a limit is stopped and told which one`(
    _ program: String, _ expected: String, _ name: String
  ) throws {
    var limits = Limits.standard
    switch name {
    case "work": limits.work = 1000
    case "memory": limits.memory = 10_000
    case "recursion": limits.recursion = 10
    default: limits.size = 50
    }
    var scope = Scope(limits: limits)
    let deep = try Definition(key: located("deep(n)"), body: located("0 if n == 0 else deep(n - 1)"))
    scope.define("deep", as: try deep.evaluate(in: scope))
    do {
      _ = try Expression(parsing: located(program)).evaluate(in: scope)
      Issue.record("no complaint")
    } catch {
      #expect("\(error)".contains(expected), "\(error)")
      #expect("\(error)".contains("limits: {\(name): "), "\(error)")
    }
    scope.limits = .standard
    _ = try Expression(parsing: located(program)).evaluate(in: scope)
  }

  @Test func `Memory of what is gone is free again, that of names is not`() throws {
    var scope = Scope(limits: .standard)
    scope.limits.memory = 1_000_000
    // Each step needs 800 kB, all together far more.
    _ = try Expression(parsing: located("[sum(zeros(50000) + 1) for i in 0..20]")).evaluate(in: scope)
    scope.define("x", as: try value("zeros(100000)"))
    #expect(throws: Diagnostic.self) {
      try Expression(parsing: located("sum(zeros(50000) + 1)")).evaluate(in: scope)
    }
  }

  @Test(arguments: [
    "0 if n == 0 else [max(1 + sum([deep(n - 1) for i in 0..0]), 2), 0][0]",
    "0 if n == 0 else 1 + grad(x -> x * deep(n - 1))(n)", "((((((((((0 if n == 0 else deep(n - 1)))))))))))",
    "0 if n == 0 else (deep ∘ (m -> m - 1))(n)",
  ])
  func `The deepest recursion that can be asked for fits the stack`(_ body: String) throws {
    var scope = Scope(limits: .ceiling)
    scope.limits.work = 2_000_000
    let deep = try Definition(key: located("deep(n)"), body: located(body))
    scope.define("deep", as: try deep.evaluate(in: scope))
    // Either is fine: a value, or an error.
    for n in [50, 100, 399, 100_000] {
      _ = try? Expression(parsing: located("deep(\(n))")).evaluate(in: scope)
    }
  }

  @Test func `The lines of a scene are bounded together`() throws {
    var limits = Limits.standard
    limits.work = 5000
    let line = try Expression(parsing: located("sum([i for i in 0..1000])"))
    let apart = Scope(limits: limits)
    for _ in 0..<10 { _ = try line.evaluate(in: apart) }
    let together = Scope(limits: limits, isBoundedTogether: true)
    #expect(throws: Diagnostic.self) {
      for _ in 0..<10 { _ = try line.evaluate(in: together) }
    }
  }
}
