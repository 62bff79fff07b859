/// Which of v and −v is shown, so that pictures do not flip: the one whose component of largest absolute
/// value, the first of equals, is positive.
///
/// Components count as equal when they differ by less than 1e-8 of the largest: what rounding tells apart
/// must not choose.
enum SignRule {
  /// The place of the component that decides.
  static func decider(sizes: some Collection<Double>) -> Int? {
    guard let largest = sizes.max() else { return nil }
    return sizes.enumerated().first { $0.element >= (1 - 1e-8) * largest }?.offset
  }

  /// 1, or −1 if the vector has to be turned.
  static func sign(_ vector: some Collection<Double>) -> Double {
    guard let place = decider(sizes: vector.map { abs($0) }) else { return 1 }
    return vector[vector.index(vector.startIndex, offsetBy: place)] < 0 ? -1 : 1
  }
}

extension Tensor {
  /// Columns turned by signs of ±1; zeros lose theirs.
  func turningColumns(_ signs: [Double]) -> Tensor {
    var turned = self
    for i in turned.elements.indices { turned.elements[i] = signs[i % shape[1]] * elements[i] + 0 }
    return turned
  }

  /// Rows turned by signs of ±1; zeros lose theirs.
  func turningRows(_ signs: [Double]) -> Tensor {
    var turned = self
    for i in turned.elements.indices { turned.elements[i] = signs[i / shape[1]] * elements[i] + 0 }
    return turned
  }

  /// The columns as the sign rule wants them.
  var columnsTurned: Tensor { turningColumns((0..<shape[1]).map { SignRule.sign(column($0)) }) }
}
