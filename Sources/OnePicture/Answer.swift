import Diagnostics
import Expressions

/// What an expression is worth.
public struct Answer: Sendable {
  private let value: Boxed<Value>

  init(_ value: Value) {
    self.value = Boxed(value)
  }

  /// For reading: a matrix on several lines, elements with six digits, large values abbreviated.
  public var text: String { promptText(of: value.value) }

  /// The same on one line.
  public var line: String { promptText(of: value.value, isOneLine: true) }

  /// For programs: one line of JSON with every digit, at most ten million elements.
  ///
  /// Numbers are the shortest decimals that read back as the same, and NaN and infinities the texts
  /// "nan", "inf" and "-inf"; shapes are nested arrays, records are objects.
  public func json() throws(SceneError) -> String {
    do {
      return try jsonText(of: value.value)
    } catch {
      throw SceneError(error)
    }
  }
}
