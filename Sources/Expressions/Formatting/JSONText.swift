package import Diagnostics
internal import MathCore

/// A value as JSON on one line, with every digit.
///
/// Numbers are the shortest decimals that read back as the same; NaN and infinities, which JSON lacks, are
/// the texts "nan", "inf" and "-inf". Shapes become nested arrays, ranges arrays, records objects; functions,
/// distributions and optimizers become texts that describe them. More elements than `limit` are a mistake,
/// or a list that holds itself many times over.
package func jsonText(of value: Value, limit: Int = 10_000_000) throws(Diagnostic) -> String {
  var writer = JSONWriter(limit: limit)
  try writer.write(value)
  return writer.text
}

/// A text as a JSON string.
package func jsonText(_ text: String) -> String {
  var result = "\""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\"": result += "\\\""
    case "\\": result += "\\\\"
    case "\n": result += "\\n"
    case "\r": result += "\\r"
    case "\t": result += "\\t"
    case _ where scalar.properties.generalCategory == .control:
      let digits = String(scalar.value, radix: 16)
      result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result + "\""
}

private struct JSONWriter {
  var text = ""
  private let limit: Int
  private var remaining: Int
  private var depth = 0

  /// Readers of JSON give up at about this depth.
  private static let depthLimit = 500

  init(limit: Int) {
    self.limit = limit
    remaining = limit
  }

  mutating func write(_ value: Value) throws(Diagnostic) {
    try count(1)
    switch value {
    case .number(let number): write(number)
    case .boolean(let boolean): text += boolean ? "true" : "false"
    case .text(let content):
      try count(content.utf8.count)
      text += jsonText(content)
    case .tensor(let tensor): try write(tensor)
    case .list(let list): try write(list.elements)
    case .texts(let texts): try write(texts)
    case .table(let table): try write(table)
    case .range(let range):
      try count(range.count)
      writeArray(range.count) { writer, place in writer.write(Double(range.first + place)) }
    case .record(let record): try write(record)
    case .function, .distribution, .optimizer, .recorded:
      text += jsonText(promptText(of: value, isOneLine: true))
    }
  }

  private mutating func write(_ number: Double) {
    text += number.isFinite ? exactText(number) : "\"\(exactText(number))\""
  }

  private mutating func write(_ tensor: Tensor) throws(Diagnostic) {
    var rows = 1
    for extent in tensor.shape {
      // Rows without elements are written too.
      let (product, isOverflow) = rows.multipliedReportingOverflow(by: extent)
      guard !isOverflow else { throw tooLarge }
      try count(product)
      rows = product
    }
    writeAxis(0, 0, tensor)
  }

  private mutating func writeAxis(_ axis: Int, _ position: Int, _ tensor: Tensor) {
    guard axis < tensor.rank else { return write(tensor.elements[position]) }
    let extent = tensor.shape[axis]
    writeArray(extent) { writer, place in
      writer.writeAxis(axis + 1, position * extent + place, tensor)
    }
  }

  private mutating func writeArray(_ count: Int, _ element: (inout JSONWriter, Int) -> Void) {
    text += "["
    for place in 0..<count {
      if place > 0 { text += ", " }
      element(&self, place)
    }
    text += "]"
  }

  private mutating func write(_ values: [Value]) throws(Diagnostic) {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.depthLimit else {
      throw Diagnostic("the value is nested too deeply for JSON: more than \(Self.depthLimit) levels")
    }
    text += "["
    for (place, value) in values.enumerated() {
      if place > 0 { text += ", " }
      try write(value)
    }
    text += "]"
  }

  private mutating func write(_ record: Record) throws(Diagnostic) {
    text += "{"
    for (place, field) in record.fields.enumerated() {
      if place > 0 { text += ", " }
      text += jsonText(field.name) + ": "
      try write(field.value)
    }
    text += "}"
  }

  private mutating func write(_ texts: TextColumn) throws(Diagnostic) {
    try count(texts.count)
    let sizes = texts.texts.map(\.utf8.count)
    for code in texts.codes { try count(sizes[Int(code)]) }
    writeArray(texts.count) { writer, place in writer.text += jsonText(texts[place]) }
  }

  /// An object of arrays: the columns under the names that they have in their file.
  private mutating func write(_ table: Table) throws(Diagnostic) {
    text += "{"
    for (place, column) in table.columns.enumerated() {
      if place > 0 { text += ", " }
      text += jsonText(column.title) + ": "
      try write(Value(column.content))
    }
    text += "}"
  }

  private mutating func count(_ amount: Int) throws(Diagnostic) {
    guard amount <= remaining else { throw tooLarge }
    remaining -= amount
  }

  private var tooLarge: Diagnostic {
    Diagnostic("the value is too large to print: more than \(limit) elements")
  }
}
