internal import Diagnostics
internal import MathCore

let decisionTreeFunction = Builtin(
  "decision_tree",
  [
    "X", "y", .optional("max_depth"), .init("criterion", .text("gini")),
    .init("min_samples_split", .number(2)),
  ],
  "A tree of thresholds, as scikit-learn grows it, by 'gini' or 'entropy': nodes (feature, threshold, impurity, "
    + "counts, left, right, prediction, depth, is_leaf and the corners lower and upper), regions of the "
    + "leaves, depth, predict, predictions, accuracy, probabilities.",
  Example("decision_tree([1, 2, 6, 7], [0, 0, 1, 1]).nodes[0].threshold", "4")
) { (evaluation, call) throws(Diagnostic) in
  let (data, labels) = try call.classifiedPoints()
  var limits = DecisionTree.Limits()
  if call.isGiven(2) { limits.depth = try call.integer(2, in: 0...1_000_000) }
  let criterion = try call.word(3, among: DecisionTree.Criterion.allCases.map(\.rawValue))
  limits.samples = try call.integer(4, in: 2...1_000_000_000)
  let tree = try DecisionTree(data, by: .init(rawValue: criterion) ?? .gini, limits: limits) {
    (operations) throws(Diagnostic) in
    try evaluation.chargeOperations(operations, at: call.place)
  }
  try evaluation.chargeElements(
    [tree.nodes.count, 2 * data.dimension + data.classCount + 20], at: call.place)
  let predictions = chosenClasses(
    scores: tree.shares.values(atRows: data.points.elements), perRow: data.classCount,
    classCount: data.classCount)
  let shares = ModelFunction(
    "decision_tree.probabilities", tree.shares, isVector: true, work: 4 * tree.depth + data.classCount)
  let records = tree.nodes.map { Value.record("node", fields(of: $0, labels)) }
  let leaves = zip(tree.nodes, records).filter { $0.0.question == nil }.map(\.1)
  return .record(
    "decision tree",
    [("nodes", .list(records)), ("regions", .list(leaves)), ("depth", .number(Double(tree.depth)))]
      + labels.fields(predictions: predictions)
      + labels.fields(of: shares, named: "probabilities", learner: "decision_tree"))
}

/// A leaf asks no question: its feature, left and right are −1, and its threshold is NaN.
private func fields(of node: DecisionTree.Node, _ labels: Labels) -> [(name: String, value: Value)] {
  [
    ("is_leaf", .boolean(node.question == nil)),
    ("feature", .number(Double(node.question?.feature ?? -1))),
    ("threshold", .number(node.question?.threshold ?? .nan)),
    ("left", .number(Double(node.question?.left ?? -1))),
    ("right", .number(Double(node.question?.right ?? -1))), ("impurity", .number(node.impurity)),
    ("counts", .vector(node.counts)), ("prediction", labels.classes[node.prediction]),
    ("depth", .number(Double(node.depth))), ("lower", .vector(node.lower)),
    ("upper", .vector(node.upper)),
  ]
}
