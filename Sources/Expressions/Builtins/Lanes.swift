internal import Diagnostics
internal import MathCore

/// An argument for one axis, or for all elements as one row.
let everyAxis = Builtin.Parameter("axis", .text("all"))

/// The rows of a tensor along one axis, or all elements as a single row.
struct Lanes {
  let shape: [Int]
  /// `nil` for all elements.
  let axis: Int?

  /// The number of elements in a row.
  var length: Int { axis.map { shape[$0] } ?? shape.reduce(1, *) }
  /// The distance between neighbors in a row.
  var step: Int { axis.map { shape[($0 + 1)...].reduce(1, *) } ?? 1 }
  /// The shape of what has one number for each row.
  var outerShape: [Int] {
    guard let axis else { return [] }
    return Array(shape[..<axis] + shape[(axis + 1)...])
  }

  /// The flat positions of the rows' first elements.
  var starts: [Int] {
    guard axis != nil else { return [0] }
    let outer = outerShape.reduce(1, *)
    return (0..<outer).map { $0 / step * step * length + $0 % step }
  }

  /// The shape of what has `count` numbers for each row.
  func shape(withLength count: Int) -> [Int] {
    guard let axis else { return [count] }
    var result = shape
    result[axis] = count
    return result
  }

  /// The numbers of one row.
  func row(at start: Int, of tensor: Tensor) -> [Double] {
    (0..<length).map { tensor.elements[start + $0 * step] }
  }

  /// Rows of `count` numbers, one made of each row.
  func rows(_ count: Int, of tensor: Tensor, _ body: ([Double]) -> [Double]) -> Tensor {
    let target = shape(withLength: count)
    var result = Tensor(repeating: 0, shape: target)
    for (number, start) in starts.enumerated() {
      let first = axis == nil ? 0 : number / step * step * count + number % step
      for (i, value) in body(row(at: start, of: tensor)).enumerated() {
        result.elements[first + i * step] = value
      }
    }
    return result
  }

  /// One number made of each row.
  func numbers(of tensor: Tensor, _ body: ([Double]) -> Double) -> Tensor {
    Tensor(shape: outerShape, elements: starts.map { body(row(at: $0, of: tensor)) })
  }

  /// The flat positions of the i-th elements of all rows.
  func positions(_ i: Int) -> [Int] { starts.map { $0 + i * step } }
}

extension Evaluation {
  /// The rows along the axis that an argument names; `isEmptyAllowed` tells whether they may be empty.
  func lanes(
    _ axis: Value, of x: Value, _ call: Call, isEmptyAllowed: Bool = false
  ) throws(Diagnostic) -> Lanes {
    let shape = try shape(of: x, call.name, at: call.place)
    var number: Int?
    if case .text("all") = axis {} else { number = try self.axis(axis, of: x, call) }
    let lanes = Lanes(shape: shape, axis: number)
    guard isEmptyAllowed || lanes.length > 0 else {
      throw Diagnostic("\(call.name): expected at least one element, found none", at: call.place.location)
    }
    return lanes
  }

  /// The i-th elements of all rows.
  mutating func column(_ i: Int, _ lanes: Lanes, of x: Value, _ call: Call) throws(Diagnostic) -> Value {
    try gathered(x, lanes.positions(i), lanes.outerShape, at: call.place)
  }

  /// The axes that an argument `axis` names.
  func axes(_ axis: Value, of x: Value, _ call: Call) throws(Diagnostic) -> [Int] {
    if case .text("all") = axis { return Array(try shape(of: x, call.name, at: call.place).indices) }
    return [try self.axis(axis, of: x, call)]
  }

  /// The axis that a number names, a negative one counting from the last.
  func axis(_ axis: Value, of x: Value, _ call: Call) throws(Diagnostic) -> Int {
    let rank = try shape(of: x, call.name, at: call.place).count
    guard rank > 0 else {
      throw Diagnostic("\(call.name): expected a vector or matrix, found a number", at: call.place.location)
    }
    let number = try axis.integer(
      of: "\(call.name): axis", in: -rank...rank - 1, at: call.place.location)
    return number < 0 ? number + rank : number
  }

  /// The known numbers of an argument whose result depends on their order or number.
  func known(_ value: Value, _ call: Call) throws(Diagnostic) -> Tensor {
    guard case .known(let tensor) = try operand(value, call.name, at: call.place) else {
      throw Diagnostic(
        "\(call.name): its numbers have to be known, but the function is differentiated or compiled",
        at: call.place.location, help: "compute it outside of the function")
    }
    return tensor
  }
}
