package import MathCore

extension Value {
  /// What a column holds: a vector, or texts.
  package init(_ content: Table.Content) {
    switch content {
    case .numbers(let numbers): self = .tensor(Tensor(numbers))
    case .truth(let truth): self = .tensor(Tensor(truth).asTruth)
    case .texts(let texts): self = .texts(texts)
    }
  }

  /// The value of what was read from a data file.
  package init(_ content: FileContent) {
    switch content {
    case .table(let table): self = .table(table)
    case .tensor(let tensor): self = Value(tensor)
    case .tensors(let tensors):
      self = .record("bundle", tensors.map { (name: $0.name, value: Value($0.tensor)) })
    }
  }

  /// Some texts, as a column or as a list of nothing else; `nil` for anything else.
  var asTexts: TextColumn? {
    switch self {
    case .texts(let texts): return texts
    case .list(let list):
      var texts: [String] = []
      for element in list.elements {
        guard case .text(let text) = element else { return nil }
        texts.append(text)
      }
      return TextColumn(texts)
    default: return nil
    }
  }
}
