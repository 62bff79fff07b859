internal import Diagnostics
internal import MathCore

/// What a learner found, as a function of a point: a prediction, a score, a probability.
///
/// It is called with a point's coordinates, with a point as a vector, or with a matrix of points by rows.
struct ModelFunction: Sendable {
  /// What it is called in messages, such as `kmeans.predict`.
  let name: String
  /// What the coordinates of a point are called; there is at least one.
  let coordinates: [String]
  /// The shape of its value at one point: `[]` for a number, `[k]` for k of them.
  let shape: [Int]
  /// Its values at n points in row-major order, those of each point side by side.
  let values: @Sendable (_ points: [Double], _ count: Int) -> [Double]
  /// The same on numbers that are recorded, so that it can be compiled and differentiated; `nil` if it has
  /// no formula that is worth writing down, such as the vote of the nearest neighbors.
  let formula: (@Sendable ([RecordedNumber]) -> [RecordedNumber])?
  /// Operations at one point, about.
  let work: Int

  init(
    _ name: String, coordinates: [String], shape: [Int] = [], work: Int,
    formula: (@Sendable ([RecordedNumber]) -> [RecordedNumber])? = nil,
    values: @escaping @Sendable (_ points: [Double], _ count: Int) -> [Double]
  ) {
    self.name = name
    self.coordinates = coordinates
    self.shape = shape
    self.work = work
    self.formula = formula
    self.values = values
  }

  /// A program for grids and clouds that has no formula.
  func compiled(inputs: Int, at location: SourceLocation?) throws(Diagnostic) -> CompiledFunction {
    guard inputs == coordinates.count else {
      throw Diagnostic(
        "\(name) takes points with \(counted(coordinates.count, "coordinate")), but is used with \(inputs)",
        at: location)
    }
    return CompiledFunction(
      inputs: inputs, outputs: shape.reduce(1, *), operationCount: work, values: values)
  }
}

extension Value {
  /// A model's function as a value.
  static func model(_ function: ModelFunction) -> Value {
    .function(Function(name: function.name, body: .model(function)))
  }
}
