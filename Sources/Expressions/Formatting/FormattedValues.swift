package import Diagnostics
internal import MathCore

/// The text of a value for `{{…}}`, with a format of Python's mini-language for its numbers.
///
/// Minus signs are true ones (U+2212) but in code; vectors and matrices are in brackets, elements apart by
/// spaces, or by commas in a formula, whose matrices are set as such. `tex` before the format (`tex`,
/// `tex.2f`) spells the value as a formula wherever it stands, a vector as a column.
package func formatted(
  _ value: Value, spec: LocatedText?, as spelling: Spelling = .plain
) throws(Diagnostic) -> String {
  let isFormula = spec?.text.hasPrefix(formulaMark) == true
  let numberSpec = isFormula ? spec.map { $0.part(formulaMark.utf8.count..<$0.text.utf8.count) } : spec
  let format = try numberSpec.flatMap { (spec) throws(Diagnostic) in
    isFormula && spec.text.isEmpty ? nil : try NumberFormat(spec)
  }
  let place = isFormula ? .formula : spelling
  func number(_ number: Double) -> String { place.spelled(format?.text(of: number) ?? shortest(number)) }
  let isShort = value.elementCount <= elementLimit
  guard isShort, let text = isFormula ? texText(of: value, number) : text(of: value, place, number) else {
    throw Diagnostic("\(value.typeDescription) cannot be shown as text", at: spec?.start)
  }
  return text
}

/// What stands before the format of a number that a formula shows.
private let formulaMark = "tex"

/// More numbers than this are no label.
private let elementLimit = 1000

extension Value {
  fileprivate var elementCount: Int {
    switch self {
    case .tensor(let tensor): tensor.count
    case .range(let range): range.count
    case .list(let list): list.elements.count
    case .texts(let texts): texts.count
    case .number, .boolean, .text, .table, .function, .record, .distribution, .optimizer, .recorded: 1
    }
  }
}

private func text(of value: Value, _ place: Spelling, _ number: (Double) -> String) -> String? {
  let separator = place == .formula || place == .code ? ", " : " "
  switch value {
  case .number(let x): return number(x)
  case .tensor(let tensor) where place == .formula && tensor.rank == 2: return texText(of: value, number)
  case .tensor(let tensor):
    return bracketed(tensor.shape[...], tensor.elements[...], separator, number)
  case .range(let range) where range.count <= elementLimit:
    return bracketed([range.count], range.elements[...], separator, number)
  case .list(let list):
    let parts = list.elements.compactMap { text(of: $0, place, number) }
    return parts.count == list.elements.count ? "[\(parts.joined(separator: separator))]" : nil
  case .texts(let texts): return "[\((0..<texts.count).map { texts[$0] }.joined(separator: " "))]"
  case .text(let text): return text
  case .boolean(let boolean): return boolean ? "true" : "false"
  case .range, .table, .function, .record, .distribution, .optimizer, .recorded: return nil
  }
}

private func bracketed(
  _ shape: ArraySlice<Int>, _ elements: ArraySlice<Double>, _ separator: String,
  _ number: (Double) -> String
) -> String {
  guard let extent = shape.first else { return elements.first.map(number) ?? "" }
  let size = shape.dropFirst().reduce(1, *)
  let parts = (0..<extent).map { i in
    let start = elements.startIndex + i * size
    return bracketed(shape.dropFirst(), elements[start..<start + size], separator, number)
  }
  return "[\(parts.joined(separator: separator))]"
}
