package import MathCore

/// What an expression can be worth.
package enum Value: Sendable {
  case number(Double)
  case boolean(Bool)
  case text(String)
  /// A vector, matrix or box of higher rank; never a single number.
  case tensor(Tensor)
  /// Values of different kinds or shapes.
  case list(ValueList)
  /// A column of a table that holds texts; behaves as a list of them.
  case texts(TextColumn)
  case table(Table)
  case range(IntegerRange)
  case function(Function)
  case record(Record)
  indirect case distribution(DistributionValue)
  indirect case optimizer(OptimizerValue)
  /// Numbers that are not known yet: a function is being recorded. Never leaves an evaluation.
  case recorded(RecordedValue)

  /// A tensor, or a number if it has no axes.
  package init(_ tensor: Tensor) {
    self = tensor.shape.isEmpty ? .number(tensor.elements[0]) : .tensor(tensor)
  }
}

extension Value {
  /// Whether it is true or false, or a tensor of such.
  var isTruth: Bool {
    switch self {
    case .boolean: true
    case .tensor(let tensor): tensor.isTruth
    default: false
    }
  }

  /// About how many bytes it holds beside itself.
  var byteCount: Int {
    switch self {
    case .tensor(let tensor): 8 * tensor.count
    case .list(let list): list.byteCount
    case .texts(let texts): texts.byteCount
    case .table(let table): table.byteCount
    case .record(let record): record.fields.reduce(0) { $0 + 64 + $1.value.byteCount }
    default: 0
    }
  }
}

/// The whole numbers from one to another, both included.
package struct IntegerRange: Hashable, Sendable {
  /// The first number.
  package var first: Int
  /// How many numbers there are.
  package var count: Int

  /// The numbers, ascending.
  package var elements: [Double] { (0..<count).map { Double(first + $0) } }
}

/// Named values, such as the result of `descend`.
package struct Record: Sendable {
  /// What it is called in messages, such as `descent`.
  package var kind: String
  /// In the order in which they are shown.
  package var fields: [(name: String, value: Value)]

  /// The value of a field, or `nil`.
  package subscript(name: String) -> Value? {
    fields.first { $0.name == name }?.value
  }
}

/// An optimizer at the start of a run.
package struct OptimizerValue: Sendable {
  /// What users call it.
  package var name: String
  /// The rule before its first step.
  package var rule: any DescentRule
  /// Where its rates come from, if they change.
  var schedule: (any RateSchedule)?
  /// The operations that one rate takes, about.
  var scheduleWork = 0
  /// The rule if gradients are all that it needs, so that it can train a network too.
  package var optimizer: (any Optimizer)? { rule as? any Optimizer }
}

/// A node of the graph that is being recorded.
package struct RecordedValue: Sendable {
  let node: Node
  let shape: [Int]
  /// Which recording the node belongs to.
  let recording: Int
}
