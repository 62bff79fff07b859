internal import Diagnostics
internal import MathCore

/// A network's formulas are written down up to this many operations; grids of larger ones are computed by rows.
private let formulaLimit = 50_000

/// What a training found, as a record.
extension NetworkTask {
  func record(of training: NetworkTraining) -> Value {
    let last = training.losses.count - 1
    var fields: [(name: String, value: Value)] = [
      ("layers", .vector(training.network.sizes)), ("loss", .number(training.losses[last])),
      ("losses", .vector(training.losses)),
    ]
    if let labels {
      fields += [
        ("classes", labels.named(Array(labels.classes.indices))),
        ("accuracy", .number(training.accuracies[last])), ("accuracies", .vector(training.accuracies)),
      ]
    }
    let history = training.snapshots.map { snapshot in
      var network = training.network
      network.parameters = snapshot.parameters
      let epoch: [(name: String, value: Value)] = [
        ("epoch", .number(Double(snapshot.epoch))), ("loss", .number(training.losses[snapshot.epoch])),
      ]
      return Value.record("network", epoch + self.fields(of: network))
    }
    fields += self.fields(of: training.network)
    fields += [
      ("history", .list(history)), ("history_epochs", .vector(training.snapshots.map(\.epoch))),
      (
        "gradients",
        .record(
          "gradient",
          training.firstGradient.isEmpty ? [] : parameters(training.firstGradient, of: training.network))
      ), ("diverged", .boolean(training.divergedAt != nil)),
      ("diverged_at", .number(Double(training.divergedAt ?? -1))),
    ]
    return .record("network", fields)
  }

  private func parameters(
    _ numbers: [Double], of network: MultilayerPerceptron
  ) -> [(name: String, value: Value)] {
    [
      ("weights", .list(network.weights(in: numbers).map { .tensor($0) })),
      ("biases", .list(network.biases(in: numbers).map { .vector($0) })),
    ]
  }

  /// The weights, and what can be asked of a network.
  private func fields(of network: MultilayerPerceptron) -> [(name: String, value: Value)] {
    var fields = parameters(network.parameters, of: network)
    fields.append(("activations", activations(of: network)))
    guard let labels else {
      fields.append(("predict", function("predict", .outputs, of: network)))
      return fields
    }
    // As the other classifiers: the probability of the second of two classes, or those of all of more.
    let name = outputs == 2 ? "probability" : "probabilities"
    return fields + [
      ("predict", function("predict", .choice(labels.numbers), of: network)),
      ("decision", function("decision", .score, of: network)),
      (name, function(name, .probability, of: network)),
    ]
  }

  /// What is read off a network, as a function of points.
  private func function(
    _ name: String, _ reading: NetworkReading, of network: MultilayerPerceptron
  ) -> Value {
    let count = reading.count(of: outputs)
    let formula = { @Sendable (point: [RecordedNumber]) in reading(network.outputs(point)) }
    return .model(
      ModelFunction(
        "mlp.\(name)", coordinates: coordinateNames(network.sizes[0]),
        shape: count == 1 ? [] : [count], work: network.work,
        formula: network.work > formulaLimit ? nil : formula,
        values: { network.values(reading, at: $0, $1) }))
  }

  private func activations(of network: MultilayerPerceptron) -> Value {
    let builtin = Builtin("mlp.activations", ["x"], "") { (evaluation, call) throws(Diagnostic) in
      let dimension = network.sizes[0]
      var (points, isPoint) = (Tensor([]), true)
      switch call[0] {
      case .number where dimension == 1: points = Tensor(shape: [1, 1], elements: [try call.number(0)])
      case .tensor(let tensor) where tensor.shape == [dimension]:
        points = Tensor(shape: [1, dimension], elements: try call.vector(0))
      default: (points, isPoint) = (try call.points(0), false)
      }
      guard points.shape[1] == dimension else {
        throw call.mistake(
          0,
          "expected a point with \(counted(dimension, "coordinate")), or a matrix with such rows, found "
            + call[0].typeDescription)
      }
      let rows = points.shape[0]
      try evaluation.chargeOperations(network.work, times: rows, at: call.place)
      for size in network.sizes { try evaluation.chargeElements([rows, size], at: call.place) }
      let layers = network.activations(at: points.elements, rows)
      return .list(
        layers.indices.map { layer in
          let size = network.sizes[layer]
          return .tensor(Tensor(shape: isPoint ? [size] : [rows, size], elements: layers[layer]))
        })
    }
    return .function(Function(name: builtin.name, body: .builtin(builtin)))
  }
}
