package import Diagnostics
internal import MathCore

/// The text of a value for `{{…}}`, with a format of Python's mini-language for its numbers.
///
/// Minus signs are true ones (U+2212); vectors and matrices are in brackets, elements apart by spaces.
package func formatted(_ value: Value, spec: LocatedText?) throws(Diagnostic) -> String {
  let format = try spec.map { (spec) throws(Diagnostic) in try NumberFormat(spec) }
  switch value {
  case .text(let text): return text
  case .boolean(let boolean): return boolean ? "true" : "false"
  default: break
  }
  guard let text = text(of: value, format) else {
    throw Diagnostic("\(value.typeDescription) cannot be shown as text", at: spec?.start)
  }
  return text
}

private func text(of value: Value, _ format: NumberFormat?) -> String? {
  func number(_ number: Double) -> String { format?.text(of: number) ?? shortest(number) }
  switch value {
  case .number(let x): return number(x)
  case .tensor(let tensor):
    return bracketed(tensor.shape[...], tensor.elements[...], number)
  case .range(let range) where range.count <= 1000:
    return bracketed([range.count], range.elements[...], number)
  case .list(let list):
    let parts = list.elements.compactMap { text(of: $0, format) }
    return parts.count == list.elements.count ? "[\(parts.joined(separator: " "))]" : nil
  case .text(let text): return text
  case .boolean(let boolean): return boolean ? "true" : "false"
  case .range, .function, .record, .distribution, .optimizer, .recorded: return nil
  }
}

private func bracketed(
  _ shape: ArraySlice<Int>, _ elements: ArraySlice<Double>, _ number: (Double) -> String
) -> String {
  guard let extent = shape.first else { return elements.first.map(number) ?? "" }
  let size = shape.dropFirst().reduce(1, *)
  let parts = (0..<extent).map { i in
    let start = elements.startIndex + i * size
    return bracketed(shape.dropFirst(), elements[start..<start + size], number)
  }
  return "[\(parts.joined(separator: " "))]"
}
