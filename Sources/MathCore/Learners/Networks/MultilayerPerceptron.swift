package import Diagnostics

/// A feed-forward network of fully connected layers: aₗ = fₗ(Wₗ aₗ₋₁ + bₗ).
///
/// Source: Rumelhart, Hinton and Williams (1986).
package struct MultilayerPerceptron: Sendable {
  /// The numbers in, the units of each hidden layer, the numbers out.
  package let sizes: [Int]
  /// One for each layer of weights; the last one is usually linear.
  package let activations: [Activation]
  /// All weights and biases, layer by layer, unit by unit, the bias first.
  package var parameters: [Double]

  /// No network has more parameters.
  package static let parameterLimit = 20_000_000

  /// One layer's place among the parameters: a row of 1 + inputs numbers for each output.
  struct Layer: Hashable, Sendable {
    var inputs: Int
    var outputs: Int
    var offset: Int
    var columns: Int { 1 + inputs }
    var range: Range<Int> { offset..<offset + outputs * columns }
  }

  var layers: [Layer] { Self.layers(sizes) }

  private static func layers(_ sizes: [Int]) -> [Layer] {
    var offset = 0
    return zip(sizes, sizes.dropFirst()).map { inputs, outputs in
      let layer = Layer(inputs: inputs, outputs: outputs, offset: offset)
      offset = layer.range.upperBound
      return layer
    }
  }

  /// How many parameters a network of these sizes has; `nil` if too many.
  package static func parameterCount(_ sizes: [Int]) -> Int? {
    var sum = 0
    for (inputs, outputs) in zip(sizes, sizes.dropFirst()) {
      let (product, isOverflow) = (inputs + 1).multipliedReportingOverflow(by: outputs)
      guard !isOverflow, product <= parameterLimit - sum else { return nil }
      sum += product
    }
    return sum
  }

  /// A network with random weights and biases of 0; `sizes` must be positive and not too many parameters.
  ///
  /// A weight is even over ±√(6 / (inputs + outputs)) (Glorot and Bengio 2010, equation 16), before
  /// rectifiers and their like over ±√(6 / inputs) (He et al. 2015, equation 10).
  package init(sizes: [Int], activations: [Activation], seed: UInt64) {
    self.sizes = sizes
    self.activations = activations
    var generator = Xoshiro256(seed: seed)
    parameters = []
    for (layer, activation) in zip(Self.layers(sizes), activations) {
      let fan = activation.isRectifier ? layer.inputs : layer.inputs + layer.outputs
      let bound = (6 / Double(fan)).squareRoot()
      for _ in 0..<layer.outputs {
        parameters.append(0)
        for _ in 0..<layer.inputs { parameters.append(bound * (2 * generator.unit() - 1)) }
      }
    }
  }

  /// A network with given weights (outputs × inputs, as in PyTorch) and biases.
  ///
  /// There must be a matrix and a vector for each layer, of the shapes that `sizes` say.
  package init(
    sizes: [Int], activations: [Activation], weights: [Tensor], biases: [[Double]]
  ) throws(ArgumentError) {
    self.sizes = sizes
    self.activations = activations
    parameters = []
    let layers = Self.layers(sizes)
    guard weights.count == layers.count, biases.count == layers.count else {
      throw ArgumentError(
        "start",
        "expected weights and biases of \(layers.count) layers, found \(weights.count) and \(biases.count)")
    }
    for (number, layer) in layers.enumerated() {
      guard weights[number].shape == [layer.outputs, layer.inputs] else {
        throw ArgumentError(
          "start",
          "expected weights of \(layer.outputs) × \(layer.inputs) in layer \(number), found "
            + weights[number].shape.map(String.init).joined(separator: " × "),
          help: "a row for each unit, a column for each number that comes in")
      }
      guard biases[number].count == layer.outputs else {
        throw ArgumentError(
          "start", "expected \(layer.outputs) biases in layer \(number), found \(biases[number].count)")
      }
      for unit in 0..<layer.outputs {
        parameters.append(biases[number][unit])
        parameters += weights[number].elements[unit * layer.inputs..<(unit + 1) * layer.inputs]
      }
    }
  }

  /// The weights of each layer, outputs × inputs, in numbers that are laid out as the parameters are.
  package func weights(in numbers: [Double]) -> [Tensor] {
    layers.map { layer in
      var elements: [Double] = []
      for start in stride(from: layer.offset, to: layer.range.upperBound, by: layer.columns) {
        elements += numbers[start + 1..<start + layer.columns]
      }
      return Tensor(shape: [layer.outputs, layer.inputs], elements: elements)
    }
  }

  /// The biases of each layer, in numbers that are laid out as the parameters are.
  package func biases(in numbers: [Double]) -> [[Double]] {
    layers.map { layer in
      stride(from: layer.offset, to: layer.range.upperBound, by: layer.columns).map { numbers[$0] }
    }
  }

  /// The numbers out, as a formula of the numbers in.
  package func outputs(_ point: [RecordedNumber]) -> [RecordedNumber] {
    var values = point
    for (layer, activation) in zip(layers, activations) {
      values = (0..<layer.outputs).map { unit in
        let start = layer.offset + unit * layer.columns
        var sum = point[0].constant(parameters[start])
        for (i, value) in values.enumerated() { sum = sum + parameters[start + 1 + i] * value }
        return activation.value(sum)
      }
    }
    return values
  }

  /// About how many operations one row takes forwards; backwards takes twice as many more.
  package var work: Int {
    layers.reduce(0) { $0 + 2 * $1.outputs * $1.columns + 16 * $1.outputs }
  }
}
