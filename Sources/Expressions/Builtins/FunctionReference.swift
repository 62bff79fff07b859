internal import MathCore

/// What the reference says about one function of the language.
package struct FunctionReference: Hashable, Sendable {
  package var name: String
  /// How it is called, with the defaults of its arguments: `softmax(z, axis=-1)`.
  package var usage: String
  /// One sentence.
  package var summary: String
  /// A call, and what it prints with six significant digits; both empty if there is none.
  package var example: String
  package var result: String
  /// The part of the library that it belongs to.
  package var pillar: String
}

/// What the reference says about one constant.
package struct ConstantReference: Hashable, Sendable {
  package var name: String
  /// What it is.
  package var summary: String
}

/// All functions of the language, by pillar, in the order of the reference.
package let functionReference: [FunctionReference] = pillars.flatMap { pillar in
  pillar.functions.map { builtin in
    FunctionReference(
      name: builtin.name, usage: builtin.usage, summary: builtin.summary,
      example: builtin.example?.source ?? "", result: builtin.example?.result ?? "",
      pillar: pillar.title)
  }
}

/// All constants of the language.
package let constantReference: [ConstantReference] = constants.map {
  ConstantReference(name: $0.name, summary: $0.summary)
}

extension Builtin {
  fileprivate var usage: String {
    var words = parameters.map(\.usage)
    if isVariadic { words.append("…") }
    return
      "\(name)(\((words + options.map { $0.standard == nil ? "\($0.name)=…" : $0.usage }).joined(separator: ", ")))"
  }
}

extension Builtin.Parameter {
  fileprivate var usage: String {
    switch standard {
    case nil: name
    case .text(let text): "\(name)='\(text)'"
    case .number(let number): "\(name)=\(sixDigits(number))"
    case .boolean(let boolean): "\(name)=\(boolean)"
    case .some: "\(name)=…"
    }
  }
}
