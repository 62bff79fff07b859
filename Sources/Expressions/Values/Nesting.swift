internal import Diagnostics

/// Values that hold values may be nested this deep; what is deeper could not be released on a finite stack.
let nestingLimit = 300

/// Values of different kinds or shapes, one after another.
package struct ValueList: Sendable {
  /// The values, in order.
  package let elements: [Value]
  /// How many levels of lists and functions are inside.
  let nesting: Int
  /// About how many bytes it holds.
  let byteCount: Int

  init(_ elements: [Value]) {
    self.elements = elements
    nesting = 1 + (elements.lazy.map(\.nesting).max() ?? 0)
    byteCount = Self.byteCount(of: elements)
  }

  /// Lists that are the same one are counted once, or a few lines of `[a, a]` would count more than there is.
  private static func byteCount(of elements: [Value]) -> Int {
    var seen: Set<UnsafeRawPointer> = []
    var sum = 64 * elements.count
    for element in elements {
      if case .list(let list) = element {
        let start = list.elements.withUnsafeBytes { $0.baseAddress }
        if let start, !seen.insert(start).inserted { continue }
      }
      sum = min(sum + element.byteCount, Limits.ceiling.memory + 1)
    }
    return sum
  }
}

extension Value {
  /// How many levels of values are inside.
  var nesting: Int {
    switch self {
    case .list(let list): list.nesting
    case .function(let function): function.nesting
    case .number, .boolean, .text, .texts, .tensor, .table, .range, .record, .distribution, .optimizer,
      .recorded:
      0
    }
  }

  /// The value itself, unless it is nested too deeply.
  func checkedNesting(at location: SourceLocation?) throws(Diagnostic) -> Value {
    guard nesting <= nestingLimit else {
      throw Diagnostic(
        "\(typeDescription) is nested too deeply: more than \(nestingLimit) levels", at: location)
    }
    return self
  }
}
