import Expressions
import Testing

@Suite struct DescentTests {
  @Test func `A run that diverges keeps its finite part`() throws {
    let lines: KeyValuePairs = ["walk": "descend(w -> w^4, from=3, with=sgd(rate=1), steps=10)"]
    #expect(try shown("[walk.diverged, walk.diverged_at, walk.steps]", lines) == "[1 5 4]")
    #expect(try shown("[len(walk.points), len(walk.losses), len(walk.gradients)]", lines) == "[5 5 5]")
    #expect(try shown("all(isfinite(walk.points)) and all(isfinite(walk.gradients))", lines) == "true")
    #expect(try shown("walk.last[0] == walk.points[-1, 0]", lines) == "true")
    // 3, then 3 − 4·27.
    #expect(try shown("walk.points[:2]", lines) == "[[3] [−105]]")
  }

  @Test func `A run that stays finite says so`() throws {
    let lines: KeyValuePairs = ["walk": "descend(w -> w^2, from=3, with=sgd(rate=0.1), steps=10)"]
    #expect(try shown("[walk.diverged, walk.diverged_at, walk.steps]", lines) == "[0 −1 10]")
    #expect(try shown("all(walk.rates == 0.1*ones(10))", lines) == "true")
  }
}
