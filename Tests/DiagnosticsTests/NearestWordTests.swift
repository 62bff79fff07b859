import Diagnostics
import Testing

struct NearestWordTests {
  private static let words = ["contours", "arrows", "bars", "line", "points", "text", "mu"]

  @Test(arguments: [
    ("contuors", "contours"),  // two letters swapped
    ("contour", "contours"),  // one missing
    ("barss", "bars"),  // one too many
    ("lime", "line"),  // one wrong
    ("ARROWS", "arrows"),  // case does not count
    ("m", "mu"), ("pionts", "points"), ("line", "line"),
  ]) func aTypingMistakeFindsItsWord(typed: String, meant: String) {
    #expect(nearestWord(to: typed, in: Self.words) == meant)
    #expect(suggestion(for: typed, in: Self.words) == "did you mean '\(meant)'?")
  }

  @Test(arguments: ["histogram", "xyz", "lineage", "", String(repeating: "contours", count: 100)])
  func anotherWordFindsNone(typed: String) {
    #expect(nearestWord(to: typed, in: Self.words) == nil)
    #expect(suggestion(for: typed, in: Self.words) == nil)
  }

  @Test func theEarlierOfTwoEquallyNearWordsWins() {
    #expect(nearestWord(to: "bat", in: ["bar", "cat"]) == "bar")
    #expect(nearestWord(to: "bat", in: ["bad", "bar"]) == "bad")
  }

  @Test func theWordThatBeginsAlikeWins() {
    #expect(nearestWord(to: "kmean", in: ["mean", "kmeans"]) == "kmeans")
    #expect(nearestWord(to: "bat", in: ["cat", "bar"]) == "bar")
    #expect(nearestWord(to: "bat", in: ["cat", "bat"]) == "bat")
    #expect(nearestWord(to: "bat", in: [String]()) == nil)
  }

  @Test func theFartherAWordTheLongerItMustBe() {
    // Distance 2 is a third of six letters, but not of five.
    #expect(nearestWord(to: "abcdxx", in: ["abcdef"]) == "abcdef")
    #expect(nearestWord(to: "abcx", in: ["abyz"]) == nil)
  }
}
