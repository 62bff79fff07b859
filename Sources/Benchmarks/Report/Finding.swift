/// One line of a table: our figure, and what it is held against.
struct Finding: Sendable {
  let subject: String
  let ours: Quantity
  /// The name of the peer or limit, empty for none, and its figure, NaN if it is not at hand.
  let rival: String
  let theirs: Quantity
  /// Ours to theirs; NaN if there is nothing to compare.
  let ratio: Double
  let goal: Goal?

  init(
    _ subject: String, _ ours: Quantity, against rival: String, _ theirs: Quantity, ratio: Double,
    goal: Goal? = nil
  ) {
    self.subject = subject
    self.ours = ours
    self.rival = rival
    self.theirs = theirs
    self.ratio = ratio
    self.goal = goal
  }

  /// A figure of our own, held against nothing.
  init(_ subject: String, _ ours: Quantity) {
    self.init(subject, ours, against: "", Quantity(.nan, ours.unit), ratio: .nan)
  }

  /// A figure that should be at most `limit`, in the same unit.
  init(_ subject: String, _ ours: Quantity, limit: Double, called name: String = "limit") {
    self.init(
      subject, ours, against: name, Quantity(limit, ours.unit), ratio: ours.value / limit, goal: .atMost(1))
  }

  /// `1.31×`, or `15.2× faster` for goals in those words.
  private var ratioText: String {
    guard ratio.isFinite else { return "–" }
    if case .faster = goal { return "\(rounded(1 / ratio))× faster" }
    return "\(rounded(ratio))×"
  }

  private var verdict: String {
    guard let goal, ratio.isFinite else { return "" }
    return goal.isMet(by: ratio) ? "yes" : "no"
  }

  static let columns = ["", "ours", "against", "theirs", "ratio", "goal", "met"]

  var cells: [String] {
    [
      subject, ours.text, rival, rival.isEmpty ? "" : theirs.text, rival.isEmpty ? "" : ratioText,
      goal?.text ?? "", verdict,
    ]
  }
}
