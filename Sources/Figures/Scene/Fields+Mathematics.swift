import Diagnostics
import Expressions
import SceneFiles

extension Fields {
  /// The subject of a mark: the value of the key that names it.
  mutating func subject() throws(Diagnostic) -> Expression {
    try Expression(parsing: try mathematics(of: try required(owner), for: owner))
  }

  /// The subject of a mark that draws a function.
  ///
  /// A term in the usual variables stands for the function of them: `curve: x^2` for `x -> x^2`.
  mutating func function(of variables: [String]) throws(Diagnostic) -> FunctionSubject {
    FunctionSubject(try subject(), variables: variables)
  }

  /// An expression, also one that YAML has read as a list (`[1, 2]`).
  mutating func expression(_ key: String) throws(Diagnostic) -> Expression? {
    guard let node = node(key) else { return nil }
    return try Expression(parsing: try mathematics(of: node, for: key))
  }

  mutating func template(_ key: String) throws(Diagnostic) -> LabelTemplate? {
    guard let text = try text(key) else { return nil }
    return try LabelTemplate(text, labels: labels)
  }

  /// A list of expressions.
  mutating func expressions(_ key: String) throws(Diagnostic) -> [Expression] {
    guard let node = node(key) else { return [] }
    guard case .sequence(let elements) = node.content else {
      throw Diagnostic("\(key): expected a list, found \(node.typeDescription)", at: node.location)
    }
    return try elements.map { element throws(Diagnostic) in
      try Expression(parsing: try mathematics(of: element, for: key))
    }
  }

  /// A list of labels.
  mutating func templates(_ key: String) throws(Diagnostic) -> [LabelTemplate]? {
    try scalars(key)?.map { scalar throws(Diagnostic) in try LabelTemplate(scalar.text, labels: labels) }
  }

  /// A list of colors.
  mutating func colors(_ key: String) throws(Diagnostic) -> [ColorChoice] {
    try scalars(key)?.map { scalar throws(Diagnostic) in try ColorChoice(scalar.text, of: key) } ?? []
  }

  private mutating func scalars(_ key: String) throws(Diagnostic) -> [Scalar]? {
    guard let node = node(key) else { return nil }
    guard case .sequence(let elements) = node.content else {
      throw Diagnostic("\(key): expected a list, found \(node.typeDescription)", at: node.location)
    }
    return try elements.map { element throws(Diagnostic) in
      guard case .scalar(let scalar) = element.content else {
        throw Diagnostic("\(key): expected text, found \(element.typeDescription)", at: element.location)
      }
      return scalar
    }
  }
}

/// The mathematics that a node spells: a scalar as written, a YAML list as a bracketed one.
func mathematics(of node: Node, for key: String) throws(Diagnostic) -> LocatedText {
  switch node.content {
  case .scalar(let scalar):
    return scalar.text
  case .sequence(let elements):
    var text = LocatedText("[", at: node.location)
    for (index, element) in elements.enumerated() {
      if index > 0 { text.append(LocatedText(", ", at: element.location)) }
      text.append(try mathematics(of: element, for: key))
    }
    text.append(LocatedText("]", at: elements.last?.location ?? node.location))
    return text
  case .mapping:
    throw Diagnostic("\(key): expected an expression, found a mapping", at: node.location)
  }
}
