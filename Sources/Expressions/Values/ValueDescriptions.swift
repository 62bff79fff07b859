internal import MathCore

extension Value {
  /// What kind of value this is, as in "expected a number, found a vector of 3".
  package var typeDescription: String {
    switch self {
    case .number: "a number"
    case .boolean: "true or false"
    case .text: "a text"
    case .tensor(let tensor): shapeDescription(tensor.shape)
    case .recorded(let recorded): shapeDescription(recorded.shape)
    case .list(let list): "a list of \(list.elements.count)"
    case .texts(let texts): "a list of \(counted(texts.count, "text"))"
    case .table(let table): "a table of \(counted(table.rowCount, "row"))"
    case .range(let range): "a range of \(range.count)"
    case .function(let function): function.typeDescription
    case .record(let record): "a \(record.kind)"
    case .distribution(let distribution): "a \(distribution.name) distribution"
    case .optimizer(let optimizer): "the optimizer \(optimizer.name)"
    }
  }
}

/// A tensor's kind in words: "a vector of 3", "a matrix of 2 × 3".
func shapeDescription(_ shape: [Int]) -> String {
  let extents = shape.map(String.init).joined(separator: " × ")
  switch shape.count {
  case 0: return "a number"
  case 1: return "a vector of \(extents)"
  case 2: return "a matrix of \(extents)"
  default: return "a tensor of \(extents)"
  }
}

/// A shape as NumPy writes it: `(3, 4)`, `(3,)`.
func shapeText(_ shape: [Int]) -> String {
  shape.count == 1
    ? "(\(shape[0]),)" : "(\(shape.map(String.init).joined(separator: ", ")))"
}

/// "1 argument", "2 arguments".
func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }
