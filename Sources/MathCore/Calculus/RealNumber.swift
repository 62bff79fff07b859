/// What formulas are written on once: numbers now, or nodes of a graph that is being recorded.
package protocol RealNumber {
  static func + (a: Self, b: Self) -> Self
  static func - (a: Self, b: Self) -> Self
  static func * (a: Self, b: Self) -> Self
  static func / (a: Self, b: Self) -> Self
  static prefix func - (a: Self) -> Self
  /// A known number beside this one.
  func constant(_ value: Double) -> Self
  func applying(_ function: UnaryFunction) -> Self
  func applying(_ function: BinaryFunction, with other: Self) -> Self
  func applying(_ function: TernaryFunction, with second: Self, and third: Self) -> Self
  /// `first` where this is not 0, else `second`; as a condition, take the value of a comparison.
  func choosing(_ first: Self, else second: Self) -> Self
}

extension Double: RealNumber {
  package func constant(_ value: Double) -> Double { value }
  package func applying(_ function: UnaryFunction) -> Double { function(self) }
  package func applying(_ function: BinaryFunction, with other: Double) -> Double { function(self, other) }
  package func applying(_ function: TernaryFunction, with second: Double, and third: Double) -> Double {
    function(self, second, third)
  }
  package func choosing(_ first: Double, else second: Double) -> Double { self != 0 ? first : second }
}

extension RealNumber {
  /// The sum with a known number.
  package static func + (a: Self, b: Double) -> Self { a + a.constant(b) }
  /// The difference from a known number.
  package static func - (a: Self, b: Double) -> Self { a - a.constant(b) }
  /// The product with a known number.
  package static func * (a: Double, b: Self) -> Self { b.constant(a) * b }
  /// The quotient by a known number.
  package static func / (a: Self, b: Double) -> Self { a / a.constant(b) }
}

/// A graph that grows as formulas are evaluated on its nodes.
///
/// A class, so that operators can record into it; it lives within one call and is not shared.
package final class Recording {
  /// The graph so far.
  package var graph: Graph

  /// A recording that goes on where a graph ends.
  package init(_ graph: Graph) {
    self.graph = graph
  }
}

/// A node of a recording, as a number that formulas can be written with.
package struct RecordedNumber: RealNumber {
  /// Where the node belongs.
  package let recording: Recording
  /// The node that holds the number.
  package let node: Node

  /// A node as a number.
  package init(_ node: Node, in recording: Recording) {
    self.node = node
    self.recording = recording
  }

  package static func + (a: Self, b: Self) -> Self { a.applying(.add, with: b) }
  package static func - (a: Self, b: Self) -> Self { a.applying(.subtract, with: b) }
  package static func * (a: Self, b: Self) -> Self { a.applying(.multiply, with: b) }
  package static func / (a: Self, b: Self) -> Self { a.applying(.divide, with: b) }
  package static prefix func - (a: Self) -> Self { a.applying(.negate) }

  package func constant(_ value: Double) -> Self {
    Self(recording.graph.constant(value), in: recording)
  }

  package func applying(_ function: UnaryFunction) -> Self {
    Self(recording.graph.apply(function, node), in: recording)
  }

  package func applying(_ function: BinaryFunction, with other: Self) -> Self {
    Self(recording.graph.apply(function, node, other.node), in: recording)
  }

  package func applying(_ function: TernaryFunction, with second: Self, and third: Self) -> Self {
    Self(recording.graph.apply(function, node, second.node, third.node), in: recording)
  }

  package func choosing(_ first: Self, else second: Self) -> Self {
    Self(recording.graph.select(node, first.node, second.node), in: recording)
  }
}
