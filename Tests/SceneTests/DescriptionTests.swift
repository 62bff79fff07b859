import Foundation
import OnePicture
import Testing

/// Idea 11: drafts of alt text that name what there is to see.
@Suite struct DescriptionTests {
  private func draft(_ name: String) throws -> String {
    let folder = SceneFolder.folder(of: name)
    return try OnePicture.Scene(try SceneFolder.source(name), folder: folder).description(isDrafted: true)
      .text
  }

  /// The sheet of commands shows LaTeX, which is its subject.
  @Test(arguments: SceneFolder.names.filter { !$0.hasPrefix("specimens/") })
  func `A draft is words`(_ name: String) throws {
    let draft = try draft(name)
    #expect((120...2400).contains(draft.count))
    for stranger in ["$", "\\", "{", "}", "_", "**", "nan", "NaN", "undefined", "  ", "..", "\n"] {
      // Code may have underscores.
      #expect(
        !draft.contains(stranger) || stranger == "_" && draft.contains("code:"), "\(stranger) in \(draft)")
    }
    #expect(draft.hasSuffix("."))
    #expect(try draft == self.draft(name))
  }

  /// What is labeled in each scene, as it is read.
  static let names: [(String, [String])] = [
    ("calculus/derivative-slope", ["f(x) = x²/4", "“1.5”", "tangent at x = 3"]),
    ("calculus/difference-quotient", ["f(x)", "“h”", "f(x + h) − f(x)", "“x”"]),
    ("calculus/gradient-arrows", ["height f", "grad(f)"]),
    ("linear-algebra/vector-addition", ["“a + b”", "“a”", "“b”", "(4, 6)"]),
    ("models/iris", ["setosa", "versicolor", "virginica", "petal length (cm)", "petal width (cm)"]),
    ("models/k-means", ["group 1", "group 2", "group 3", "star"]),
    ("models/support-vectors", ["versicolor", "virginica", "15 rings"]),
    ("optimization/gradient-descent-code", ["“w”", "−η∇L(w)", "w = w - eta * grad"]),
    ("optimization/one-picture", ["loss L", "“start”", "“after 40 steps”", "w₁", "w₂"]),
    ("optimization/optimizers", ["sgd", "momentum", "adam"]),
    ("probability/bell-curve", ["68.3%", "95.4%", "99.7%", "3σ", "normal distribution"]),
    ("probability/softmax-bars", ["cat 2.0", "dog 1.0", "bird 0.1", "cat 0.659", "dog 0.242", "bird 0.099"]),
    ("probability/softmax-three-ways", ["in words", "as a formula", "in NumPy", "np.exp"]),
  ]

  @Test(arguments: names)
  func `A draft names every label and every class`(_ name: String, _ labels: [String]) throws {
    let draft = try draft(name)
    for label in labels { #expect(draft.contains(label), "\(label)") }
  }

  @Test func `A bar chart reads like this`() throws {
    #expect(
      try draft("probability/softmax-bars") == """
        Softmax turns scores into probabilities. 2 panels. Panel 1, “scores z”: a bar chart. The vertical axis runs \
        from 0 to 2.3. It shows 3 bars: cat 2.0, dog 1.0, and bird 0.1. Panel 2, “probabilities p”: a bar chart. The \
        vertical axis runs from 0 to 1. It shows 3 bars: cat 0.659, dog 0.242, and bird 0.099. The formula reads: \
        p sub i = e to the power of (z sub i)/(∑ over j of e to the power of (z sub j)).
        """)
  }

  @Test func `A scatter plot reads like this`() throws {
    #expect(
      try draft("models/iris") == """
        Small petals set one kind of iris apart. A scatter plot. The horizontal axis shows petal length (cm), from 0 \
        to 7.5; the vertical axis shows petal width (cm), from 0 to 2.8. It shows 50 points “setosa”, x from 1 to \
        1.9, y from 0.1 to 0.6; 50 points “versicolor”, x from 3 to 5.1, y from 1 to 1.8; and 50 points “virginica”, \
        x from 4.5 to 6.9, y from 1.4 to 2.5.
        """)
  }
}
