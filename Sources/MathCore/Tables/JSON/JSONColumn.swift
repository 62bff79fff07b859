internal import Diagnostics

/// A column of a JSON file as it grows; its first value that is not null says what it holds.
struct JSONColumn {
  /// A value of a cell.
  enum Cell {
    case number(Double)
    case truth(Bool)
    /// The number of a text in `coder`.
    case text(Int)
    case null
  }

  let title: String
  /// So many rows have a cell.
  private(set) var count = 0
  var coder = TextCoder()
  private var numbers: [Double] = []
  private var codes: [Int32] = []
  private var kind: CSVKind?
  /// Whether there is a cell without a value.
  private var hasNull = false

  /// A column whose first `missing` rows have no value.
  init(_ title: String, missing: Int = 0) {
    self.title = title
    for _ in 0..<missing { _ = append(.null) }
  }

  /// Adds a cell; what is wrong with it, or `nil`.
  mutating func append(_ cell: Cell) -> String? {
    switch cell {
    case .number(let number):
      guard become(.number) else { return "a number" }
      numbers.append(number)
    case .truth(let truth):
      guard become(.truth) else { return truth ? "true" : "false" }
      numbers.append(truth ? 1 : 0)
    case .text(let code):
      guard become(.text) else { return "a text" }
      codes.append(Int32(clamping: code))
    case .null:
      guard kind != .truth else { return "nothing" }
      hasNull = true
      if kind == .text { codes.append(emptyCode()) } else { numbers.append(.nan) }
    }
    count += 1
    return nil
  }

  /// What it holds, for messages.
  var holds: String {
    switch kind {
    case .truth: "true and false"
    case .text: "texts"
    default: "numbers"
    }
  }

  /// About how many bytes it holds.
  var byteCount: Int { 8 * numbers.count + 4 * codes.count + coder.byteCount }

  var content: Table.Content {
    switch kind {
    case .text: .texts(TextColumn(texts: coder.texts, codes: codes))
    case .truth: .truth(numbers)
    default: .numbers(numbers)
    }
  }

  /// Whether it can hold values of a kind; the first of them decides.
  private mutating func become(_ kind: CSVKind) -> Bool {
    guard self.kind == nil else { return self.kind == kind }
    guard kind != .truth || !hasNull else { return false }
    self.kind = kind
    if kind == .text {
      codes = Array(repeating: numbers.isEmpty ? 0 : emptyCode(), count: numbers.count)
      numbers = []
    }
    return true
  }

  private mutating func emptyCode() -> Int32 {
    let empty = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
    return Int32(clamping: coder.code(of: empty) ?? 0)
  }
}
