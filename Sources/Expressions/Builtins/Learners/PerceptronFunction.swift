internal import Diagnostics
internal import MathCore

/// A network of fully connected layers, and how it came to its weights.
let perceptronFunction = Builtin(
  "mlp",
  [
    "X", "y", .init("layers", .vector([4])), .init("activation", .text("tanh")),
    .init("loss", .text("cross-entropy")), .init("with", standardOptimizer), .init("epochs", .number(100)),
    .optional("batch"), .optional("seed"), .optional("start"),
  ],
  "A multilayer perceptron with hidden layers of so many units, trained with loss 'cross-entropy' (of softmax, "
    + "for classes) or 'squared' (for numbers) by an optimizer, adam(rate=0.01) unless told; a record with "
    + "weights, biases, losses, accuracies, history, gradients, predict, decision, probability (probabilities of "
    + "more than two classes), activations, diverged and diverged_at.",
  Example(
    "mlp([[0, 0], [0, 1], [1, 0], [1, 1]], [0, 1, 1, 0], with=sgd(rate=1), epochs=300, seed=1)"
      + ".predict([[0, 0], [0, 1]])", "[0 1]")
) { (evaluation, call) throws(Diagnostic) in
  let task = try NetworkTask(call)
  let network = try call.network(for: task)
  let optimizer = try call.optimizer(5)
  let plan = try call.trainingPlan(task.points.shape[0])
  try evaluation.charge(network, plan, rows: task.points.shape[0], at: call.place)
  let training = NetworkTraining(network, on: task.points, task.targets, with: optimizer, plan)
  guard !training.losses.isEmpty else {
    throw call.isGiven(9)
      ? call.mistake(9, "the loss is not finite at the start")
      : call.mistake(0, "the loss is not finite at the start", help: "bring the numbers closer to 0")
  }
  return task.record(of: training)
}

/// Adam with a rate that suits small networks.
private let standardOptimizer: Value = {
  let settings = Adam.settings.map { $0.name == "rate" ? 0.01 : $0.standard ?? 0 }
  return .optimizer(OptimizerValue(name: "adam", rule: Adam(settings: settings)))
}()

/// Data, and what a network is to give for them.
struct NetworkTask: Sendable {
  let points: Tensor
  let targets: NetworkTargets
  /// The classes, or none where targets are numbers.
  let labels: Labels?
  /// The numbers out of the network.
  let outputs: Int

  init(_ call: Call) throws(Diagnostic) {
    points = try call.points(0)
    guard points.shape[1] > 0 else { throw call.mistake(0, "expected at least one column, found none") }
    let rows = points.shape[0]
    if try call.word(4, among: ["cross-entropy", "squared"]) == "cross-entropy" {
      if case .tensor(let tensor) = call[1], tensor.rank > 1 {
        throw call.mistake(
          1, "expected a class for each row, found \(call[1].typeDescription)",
          help: "numbers to come close to need loss='squared'")
      }
      let labels = try call.labels(1, count: rows)
      guard labels.classes.count > 1 else {
        throw call.mistake(1, "expected at least two classes, found one", help: "numbers need loss='squared'")
      }
      (self.labels, outputs, targets) = (labels, labels.classes.count, .classes(labels.codes))
    } else {
      let values = try call.points(1)
      guard values.shape[0] == rows, values.shape[1] > 0 else {
        throw call.mistake(
          1, "expected numbers for each of \(counted(rows, "row")), found \(call[1].typeDescription)")
      }
      (labels, outputs, targets) = (nil, values.shape[1], .numbers(values))
    }
  }
}

extension Call {
  /// The network before its training.
  fileprivate func network(for task: NetworkTask) throws(Diagnostic) -> MultilayerPerceptron {
    let hidden = try hiddenLayers(2)
    let activations = try hiddenActivations(3, count: hidden.count)
    let sizes = [task.points.shape[1]] + hidden + [task.outputs]
    guard MultilayerPerceptron.parameterCount(sizes) != nil else {
      throw mistake(
        2,
        "expected at most \(MultilayerPerceptron.parameterLimit) weights, found more with "
          + "\(hidden.map(String.init).joined(separator: ", ")) units")
    }
    guard isGiven(9) else {
      guard isGiven(8) else {
        throw Diagnostic(
          "\(name) needs the argument 'seed'", at: place.location,
          help: "give a seed, and every run draws the same weights: seed=1; or give them: start=[W, b]")
      }
      return MultilayerPerceptron(sizes: sizes, activations: activations, seed: try seed(8))
    }
    let (weights, biases) = try startingParameters(9)
    return try checked { () throws(ArgumentError) in
      try MultilayerPerceptron(sizes: sizes, activations: activations, weights: weights, biases: biases)
    }
  }

  /// The units of each hidden layer; one number is one layer, and an empty list is none.
  private func hiddenLayers(_ index: Int) throws(Diagnostic) -> [Int] {
    let numbers: [Double]
    switch values[index] {
    case .number(let number): numbers = [number]
    case .list(let list) where list.elements.isEmpty: numbers = []
    default: numbers = try vector(index)
    }
    guard numbers.count <= 100 else {
      throw mistake(index, "expected at most 100 layers, found \(numbers.count)")
    }
    var layers: [Int] = []
    for number in numbers {
      layers.append(
        try Value.number(number).integer(
          of: title(of: index), in: 1...1_000_000, at: location(of: index)))
    }
    return layers
  }

  /// One activation for all hidden layers, or a list of one for each; the last layer is linear.
  private func hiddenActivations(_ index: Int, count: Int) throws(Diagnostic) -> [Activation] {
    var values = [Value](repeating: self.values[index], count: count)
    if case .list(let list) = self.values[index] {
      guard list.elements.count == count else {
        throw mistake(
          index,
          "expected one for each of \(counted(count, "hidden layer")), found \(list.elements.count)")
      }
      values = list.elements
    }
    var found: [Activation] = []
    for value in values + [.text("linear")] {
      let word = try value.text(of: title(of: index), at: location(of: index))
      found.append(try activations.entry(named: word, at: location(of: index)))
    }
    return found
  }

  /// [W₁, b₁, W₂, b₂, …], or the record of a network that was trained before.
  private func startingParameters(_ index: Int) throws(Diagnostic) -> ([Tensor], [[Double]]) {
    let (title, location) = (title(of: index), location(of: index))
    var parts: [[Value]] = [[], []]
    switch values[index] {
    case .record(let record):
      guard case .list(let weights) = record["weights"], case .list(let biases) = record["biases"] else {
        throw values[index].mismatch(title, expected: "a network with weights and biases", at: location)
      }
      parts = [weights.elements, biases.elements]
    case .list(let list):
      for (place, element) in list.elements.enumerated() { parts[place % 2].append(element) }
    default:
      throw values[index].mismatch(
        title, expected: "a list of weights and biases, layer by layer", at: location)
    }
    var weights: [Tensor] = []
    for value in parts[0] {
      weights.append(try value.matrix(of: title, at: location))
    }
    var biases: [[Double]] = []
    for value in parts[1] { biases.append(try value.vector(of: title, at: location)) }
    guard (weights.map(\.elements) + biases).allSatisfy({ $0.allSatisfy(\.isFinite) }) else {
      throw mistake(index, "expected finite numbers")
    }
    return (weights, biases)
  }

  fileprivate func trainingPlan(_ rows: Int) throws(Diagnostic) -> NetworkTraining.Plan {
    let epochs = try integer(6, in: 0...1_000_000)
    let batch = try optional(7) { call in
      { (i) throws(Diagnostic) in
        try call.integer(i, in: 1...Evaluation.elementLimit)
      }
    }
    if let batch, batch < rows, !isGiven(8) {
      throw Diagnostic(
        "\(name) needs the argument 'seed'", at: place.location,
        help: "batches are shuffled; give a seed, and every run shuffles alike: seed=1")
    }
    return NetworkTraining.Plan(epochs: epochs, batch: batch, seed: isGiven(8) ? try seed(8) : 0)
  }
}

extension Evaluation {
  /// Counts the work and memory of a training.
  fileprivate mutating func charge(
    _ network: MultilayerPerceptron, _ plan: NetworkTraining.Plan, rows: Int, at place: Place
  ) throws(Diagnostic) {
    let parameters = network.parameters.count
    let steps = plan.batch.map { (rows + $0 - 1) / $0 } ?? 1
    let every = NetworkTraining.stride(epochs: plan.epochs, parameters: parameters)
    try chargeBytes(8 * parameters * (10 + plan.epochs / every), at: place)
    // Forwards once or twice, and backwards; products of matrices take a tenth of a plain loop's time.
    let epoch =
      (4 * Double(network.work) * Double(rows) / 10 + 20 * Double(parameters) * Double(steps)
        + 500 * Double(steps)) / Double(Self.operationsPerStep)
    try charge(Int(min(epoch * Double(plan.epochs + 1), 1e18)), at: place)
  }
}
