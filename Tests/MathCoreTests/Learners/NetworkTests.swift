import Diagnostics
import MathCore
import TestSupport
import Testing

private struct NetworkOracle: Decodable {
  struct Case: Decodable {
    var what: String
    var x: [[Double]]
    var y: [Int]
    var rate: Double
    var weights: [[Double]]
    var biases: [Double]
    var outputWeights: [[Double]]
    var outputBiases: [Double]
    var losses: [Double]
    var finalWeights: [[Double]]
    var gradients: [NestedNumbers]

    enum CodingKeys: String, CodingKey {
      case what, y, rate
      case x = "X"
      case weights = "W1(out x in)"
      case biases = "b1"
      case outputWeights = "W2"
      case outputBiases = "b2"
      case losses = "loss_per_step_before_update"
      case finalWeights = "final_W1"
      case gradients = "first_gradients"
    }
  }
  var cases: [NestedCase]

  /// Cases of other learners decode to nothing.
  struct NestedCase: Decodable {
    var network: Case?
    init(from decoder: any Decoder) throws { network = try? Case(from: decoder) }
  }
}

/// Numbers in lists of any depth, flattened.
private struct NestedNumbers: Decodable {
  var numbers: [Double]
  init(from decoder: any Decoder) throws {
    if let number = try? decoder.singleValueContainer().decode(Double.self) {
      numbers = [number]
      return
    }
    numbers = try decoder.singleValueContainer().decode([NestedNumbers].self).flatMap(\.numbers)
  }
}

private func matrix(_ rows: [[Double]]) -> Tensor {
  Tensor(shape: [rows.count, rows.first?.count ?? 0], elements: rows.flatMap { $0 })
}

private func activation(_ name: String) throws -> Activation { try #require(activations[name]) }

/// The mean loss as a graph, with gradients by the parameters from the calculus core.
private func recordedGradient(
  of network: MultilayerPerceptron, _ points: Tensor, _ targets: NetworkTargets
) throws -> (loss: Double, gradient: [Double]) {
  // A layer's parameters are variables here, laid out as the network's are.
  let recording = Recording(Graph())
  let variables = network.parameters.map { _ in
    RecordedNumber(recording.graph.variable(shape: []), in: recording)
  }
  var total: RecordedNumber?
  let (rows, inputs) = (points.shape[0], points.shape[1])
  for row in 0..<rows {
    var values = (0..<inputs).map { variables[0].constant(points.elements[row * inputs + $0]) }
    var offset = 0
    for (layer, activation) in network.activations.enumerated() {
      values = (0..<network.sizes[layer + 1]).map { _ in
        var sum = variables[offset]
        for (i, value) in values.enumerated() { sum = sum + variables[offset + 1 + i] * value }
        offset += 1 + values.count
        return activation.value(sum)
      }
    }
    let loss: RecordedNumber
    switch targets {
    case .classes(let classes):
      let sum = values.dropFirst().reduce(values[0].applying(.exponential)) { $0 + $1.applying(.exponential) }
      loss = sum.applying(.logarithm) - values[classes[row]]
    case .numbers(let numbers):
      let squares = values.enumerated().map { output, value in
        let difference = value - numbers.elements[row * values.count + output]
        return difference * difference
      }
      loss = squares.dropFirst().reduce(squares[0]) { $0 + $1 } / Double(values.count)
    }
    total = total.map { $0 + loss } ?? loss
  }
  let mean = try #require(total) / Double(rows)
  let gradients = recording.graph.gradient(of: mean.node, withRespectTo: variables.map(\.node))
  let compiled = try CompiledFunction(
    recording.graph, inputs: variables.map(\.node), outputs: [mean.node] + gradients)
  let found = compiled.at(network.parameters)
  return (found[0], Array(found.dropFirst()))
}

@Suite struct NetworkTests {
  @Test func `Training takes PyTorch's steps`() throws {
    let row = try #require(
      try oracle("learners.json", as: NetworkOracle.self).cases.compactMap(\.network).first)
    let network = try MultilayerPerceptron(
      sizes: [2, 4, 3], activations: [try activation("tanh"), try activation("linear")],
      weights: [matrix(row.weights), matrix(row.outputWeights)], biases: [row.biases, row.outputBiases])
    let training = NetworkTraining(
      network, on: matrix(row.x), .classes(row.y), with: SGD(rate: row.rate), .init(epochs: row.losses.count))
    #expect(training.losses.count == row.losses.count + 1)
    for (found, expected) in zip(training.losses, row.losses) {
      #expect(isClose(found, expected, within: 1e-12))
    }
    let weights = network.weights(in: training.firstGradient)
    let biases = network.biases(in: training.firstGradient)
    for (found, expected) in zip(
      [weights[0].elements, biases[0], weights[1].elements, biases[1]], row.gradients)
    {
      #expect(found.count == expected.numbers.count)
      for (a, b) in zip(found, expected.numbers) { #expect(isClose(a, b, within: 1e-11, absolute: 1e-15)) }
    }
    for (found, expected) in zip(
      training.network.weights(in: training.network.parameters)[0].elements, row.finalWeights.joined())
    {
      #expect(isClose(found, expected, within: 1e-11))
    }
  }

  @Test(arguments: activations.names)
  func `The backward pass gives the calculus core's gradient`(_ name: String) throws {
    var generator = Xoshiro256(seed: 5)
    let points = Tensor(shape: [7, 3], elements: (0..<21).map { _ in 4 * generator.unit() - 2 })
    let hidden = try activation(name)
    var network = MultilayerPerceptron(
      sizes: [3, 5, 4, 2], activations: [hidden, try activation("tanh"), try activation("linear")], seed: 2)
    for i in network.parameters.indices { network.parameters[i] += 0.3 * generator.unit() }
    let numbers = Tensor(shape: [7, 2], elements: (0..<14).map { _ in generator.unit() })
    for targets in [NetworkTargets.classes([0, 1, 1, 0, 1, 0, 0]), .numbers(numbers)] {
      let expected = try recordedGradient(of: network, points, targets)
      let found = NetworkTraining(network, on: points, targets, with: SGD(rate: 0.1), .init(epochs: 1))
      #expect(isClose(found.losses[0], expected.loss, within: 1e-13))
      #expect(found.firstGradient.count == expected.gradient.count)
      for (a, b) in zip(found.firstGradient, expected.gradient) {
        #expect(isClose(a, b, within: 1e-11, absolute: 1e-14))
      }
    }
  }

  @Test func `Rows beyond a block count as the others`() throws {
    var generator = Xoshiro256(seed: 8)
    let points = Tensor(shape: [301, 2], elements: (0..<602).map { _ in generator.unit() })
    let network = MultilayerPerceptron(
      sizes: [2, 3, 2], activations: [try activation("tanh"), try activation("linear")], seed: 1)
    let classes = (0..<301).map { $0 % 2 }
    let training = NetworkTraining(
      network, on: points, .classes(classes), with: SGD(rate: 0.1), .init(epochs: 1))
    let expected = try recordedGradient(of: network, points, .classes(classes))
    #expect(isClose(training.losses[0], expected.loss, within: 1e-12))
    for (a, b) in zip(training.firstGradient, expected.gradient) {
      #expect(isClose(a, b, within: 1e-10, absolute: 1e-14))
    }
    let together = network.outputs(at: points.elements, 301)
    let alone = network.outputs(at: Array(points.elements[600..<602]), 1)
    #expect(Array(together.suffix(2)) == alone)
  }

  @Test func `A batch of all rows is no batch, and smaller ones are the same for the same seed`() throws {
    var generator = Xoshiro256(seed: 3)
    let points = Tensor(shape: [20, 2], elements: (0..<40).map { _ in generator.unit() })
    let classes = (0..<20).map { points.elements[2 * $0] > points.elements[2 * $0 + 1] ? 1 : 0 }
    let network = MultilayerPerceptron(
      sizes: [2, 4, 2], activations: [try activation("relu"), try activation("linear")], seed: 1)
    func trained(_ batch: Int?, _ seed: UInt64, _ epochs: Int = 20) -> NetworkTraining {
      NetworkTraining(
        network, on: points, .classes(classes), with: SGD(rate: 0.2),
        .init(epochs: epochs, batch: batch, seed: seed))
    }
    #expect(trained(20, 1).losses == trained(nil, 2).losses)
    #expect(trained(6, 1).losses == trained(6, 1).losses)
    #expect(trained(6, 1).losses != trained(6, 2).losses)
    // Every row is in one batch: with as many as rows, an epoch's gradients sum up to that of all.
    #expect(trained(6, 1, 200).accuracies.last == 1)
  }

  @Test func `Learning the exclusive or`() throws {
    let points = matrix([[0, 0], [0, 1], [1, 0], [1, 1]])
    let network = MultilayerPerceptron(
      sizes: [2, 4, 2], activations: [try activation("tanh"), try activation("linear")], seed: 1)
    let training = NetworkTraining(
      network, on: points, .classes([0, 1, 1, 0]), with: SGD(rate: 1), .init(epochs: 400))
    #expect(training.losses.last.map { $0 < 0.05 } == true)
    #expect(training.accuracies.last == 1)
    #expect(training.snapshots.count == 201)
    #expect(training.snapshots.last?.parameters == training.network.parameters)
  }

  @Test func `A diverging run ends with what was finite`() throws {
    let points = matrix([[1], [2], [3]])
    let network = MultilayerPerceptron(sizes: [1, 1], activations: [try activation("linear")], seed: 1)
    let training = NetworkTraining(
      network, on: points, .numbers(matrix([[1], [2], [3]])), with: SGD(rate: 1e3), .init(epochs: 1000))
    let end = try #require(training.divergedAt)
    #expect(end > 1 && end < 1000)
    #expect(training.losses.count == end)
    #expect(training.losses.allSatisfy { $0.isFinite })
    #expect(training.network.parameters.allSatisfy { $0.isFinite })
    #expect(training.snapshots.last?.epoch == end - 1)
  }

  @Test func `Starting weights have the spread that is promised`() throws {
    for (name, bound) in [("tanh", 0.0875), ("relu", 0.1224745)] {
      let network = MultilayerPerceptron(
        sizes: [400, 384, 1], activations: [try activation(name), try activation("linear")], seed: 1)
      let weights = network.weights(in: network.parameters)[0].elements
      let largest = weights.reduce(0) { max($0, abs($1)) }
      #expect(largest <= bound * 1.0001 && largest > 0.999 * bound)
      #expect(abs(weights.reduce(0, +) / Double(weights.count)) < 0.001)
      #expect(network.biases(in: network.parameters).joined().allSatisfy { $0 == 0 })
    }
  }
}
