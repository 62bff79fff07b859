internal import MathCore

/// The text of a value for a terminal: plain ASCII numbers, which other programs can read too.
///
/// A single number has all the digits that tell it from its neighbors, the elements of a vector or matrix
/// have six. Large values are abbreviated. With `isOneLine` the text has no line breaks.
package func promptText(of value: Value, isOneLine: Bool = false) -> String {
  let text: String
  switch value {
  case .number(let number): text = exactText(number == 0 ? 0 : number)
  case .text(let content): text = content
  default:
    var writer = PromptWriter(isOneLine: isOneLine)
    text = writer.text(of: value)
  }
  guard isOneLine else { return text }
  return String(String.UnicodeScalarView(text.unicodeScalars.map { $0 == "\n" || $0 == "\r" ? " " : $0 }))
}

/// The shortest decimal that reads back as the same number; whole numbers without a point.
func exactText(_ number: Double) -> String {
  if number.isInfinite { return number < 0 ? "-inf" : "inf" }
  if number.isNaN { return "nan" }
  let text = number.description
  // The sign of −0 lives through a reader of whole numbers only beside a point.
  return text.hasSuffix(".0") && text != "-0.0" ? String(text.dropLast(2)) : text
}

private struct PromptWriter {
  let isOneLine: Bool
  /// How many parts of lists may still be written: shared parts can make a short list endless.
  private var remaining = 1000
  private var depth = 0

  init(isOneLine: Bool) { self.isOneLine = isOneLine }

  mutating func text(of value: Value) -> String {
    remaining -= 1
    switch value {
    case .number(let number): return sixDigits(number)
    case .boolean(let boolean): return boolean ? "true" : "false"
    case .text(let text): return quoted(text)
    case .tensor(let tensor):
      return ArrayText(shape: tensor.shape, isOneLine: isOneLine || depth > 0) { tensor.elements[$0] }.text
    case .range(let range):
      return ArrayText(shape: [range.count], isOneLine: isOneLine) { Double(range.first + $0) }.text
    case .list(let list): return self.list(list.elements)
    case .texts(let texts): return list(of: texts)
    case .table(let table): return tableText(table)
    case .record(let record): return text(of: record)
    case .function(let function): return function.signature
    case .distribution(let distribution): return text(of: distribution)
    case .optimizer, .recorded: return value.typeDescription
    }
  }

  private mutating func list(_ values: [Value]) -> String {
    guard depth < 16 else { return "…" }
    depth += 1
    defer { depth -= 1 }
    var parts: [String] = []
    for value in values {
      guard remaining > 0 else {
        parts.append("…")
        break
      }
      parts.append(text(of: value))
    }
    return "[\(parts.joined(separator: ", "))]"
  }

  /// Of many texts, the first and the last three stand for all, as of many numbers.
  private func list(of texts: TextColumn) -> String {
    func part(_ places: Range<Int>) -> [String] { places.map { quoted(texts[$0]) } }
    let count = texts.count
    let parts = count > 1000 ? part(0..<3) + ["…"] + part(count - 3..<count) : part(0..<count)
    return "[\(parts.joined(separator: ", "))]"
  }

  /// A table as rows below each other; as a list of its columns where there is one line for it.
  private func tableText(_ table: Table) -> String {
    guard isOneLine || depth > 0 else { return TableText(table).text }
    let columns = table.columns.map { "\($0.name): \(Value($0.content).typeDescription)" }
    return "table(\(columns.joined(separator: ", ")))"
  }

  private mutating func text(of record: Record) -> String {
    depth += 1
    defer { depth -= 1 }
    let fields = record.fields.map { name, value in "\(name): \(summary(of: value))" }
    return "\(record.kind)(\(fields.joined(separator: ", ")))"
  }

  /// A field's value if it is short, else what kind of value it is.
  private mutating func summary(of value: Value) -> String {
    switch value {
    case .tensor(let tensor) where tensor.count > 6 || tensor.rank > 1: value.typeDescription
    case .range, .list, .texts, .table, .record: value.typeDescription
    default: text(of: value)
    }
  }

  private mutating func text(of distribution: DistributionValue) -> String {
    let parameters = distribution.arguments.map { "\($0.name)=\(summary(of: $0.value))" }
    return "\(distribution.name)(\(parameters.joined(separator: ", ")))"
  }
}

extension Function {
  /// Its name with its parameters, such as `L(w1, w2)`.
  var signature: String {
    let parameters = parameterNames.joined(separator: ", ")
    return name == Closure.anonymous ? "(\(parameters)) -> …" : "\(name)(\(parameters))"
  }
}

/// A text in double quotes.
private func quoted(_ text: String) -> String { "\"\(text)\"" }

/// Six significant digits, fewer where they are zeros.
func sixDigits(_ number: Double) -> String {
  guard number.isFinite, number != 0 else { return exactText(number == 0 ? 0 : number) }
  let size = general(abs(number), 6, isTrimmed: true)
  // Exponents have the sign of typesetting.
  return (number < 0 ? "-" : "") + String(size.map { $0 == "−" ? "-" : $0 })
}
