import Expressions

/// What the reference says about a function or constant of the language of `let`.
public struct Explanation: Hashable, Sendable {
  public let name: String
  /// How it is called, with the defaults of its arguments: `softmax(z, axis=-1)`.
  public let usage: String
  /// One sentence.
  public let summary: String
  /// A call as an example; `nil` if there is none.
  public let example: String?
  /// What the example prints.
  public let result: String?
  /// The part of the language that it belongs to, such as `activations`.
  public let pillar: String

  /// Every function and constant, by pillar.
  public static let all: [Explanation] =
    functionReference.map { Explanation($0) } + constantReference.map { Explanation($0) }

  /// For a terminal, on several lines.
  public var text: String {
    var lines = [usage, "  \(summary)"]
    if let example {
      lines += ["", "  \(example)"]
      lines += (result ?? "").split(separator: "\n", omittingEmptySubsequences: false).map { "  \($0)" }
    }
    return lines.joined(separator: "\n")
  }

  private init(_ reference: FunctionReference) {
    name = reference.name
    usage = reference.usage
    summary = reference.summary
    example = reference.example.isEmpty ? nil : reference.example
    result = reference.result.isEmpty ? nil : reference.result
    pillar = reference.pillar
  }

  private init(_ reference: ConstantReference) {
    name = reference.name
    usage = reference.name
    summary = reference.summary
    example = nil
    result = nil
    pillar = "constants"
  }
}
