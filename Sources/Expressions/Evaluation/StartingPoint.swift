internal import Diagnostics
internal import MathCore

/// Where a walk begins: a number, a vector, a tensor, or a list of such, as a network keeps its weights.
struct StartingPoint {
  let value: Value
  /// All its numbers, one part after another.
  let numbers: [Double]
  private let form: NumberTree

  init(
    _ value: Value, called name: String, in evaluation: Evaluation, at place: Place
  ) throws(Diagnostic) {
    self.value = value
    form = try evaluation.numberTree(of: value, name, at: place)
    var numbers: [Double] = []
    for leaf in form.leaves {
      guard case .known(let tensor) = leaf else {
        throw Diagnostic("\(name): expected known numbers", at: place.location)
      }
      numbers += tensor.elements
    }
    self.numbers = numbers
  }

  /// As how many arguments a function may take it: as it is, or element by element.
  var argumentCounts: [Int] {
    switch value {
    case .list(let list): [1, list.elements.count]
    case .range(let range): [1, range.count]
    case .tensor(let tensor): [1, tensor.shape[0]]
    default: [1]
    }
  }

  /// A point in the same form.
  func value(of point: [Double]) -> Value {
    var first = 0
    var values: [Value] = []
    for leaf in form.leaves {
      let count = leaf.shape.reduce(1, *)
      values.append(Value(Tensor(shape: leaf.shape, elements: Array(point[first..<first + count]))))
      first += count
    }
    var rest = values[...]
    return form.value(of: &rest)
  }
}

/// A function of the language as the loss of points in the form of a starting point.
struct PointLoss {
  let function: Function
  let start: StartingPoint
  /// Where it is walked on.
  let place: Place
}
