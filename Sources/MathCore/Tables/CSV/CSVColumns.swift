/// The columns of a CSV file as they grow.
struct CSVColumns: ~Copyable {
  /// Rows in a block: so many that a block of a few columns fits a core's cache.
  let blockRows: Int
  /// What each column is; changes to texts only.
  private(set) var kinds: CSVKinds
  /// What each column is in this pass; one that changed holds nothing.
  private var readers: [CSVKind]
  private let block: UnsafeMutablePointer<Double>
  private var numbers: [[Double]]
  private var codes: [[Int32]]
  private var coders: [TextCoder]

  init(_ kinds: CSVKinds) {
    self.kinds = kinds
    readers = kinds.kinds
    let width = readers.count
    blockRows = max(8, min(512, 32_768 / max(1, width)))
    numbers = Array(repeating: [], count: width)
    codes = Array(repeating: [], count: width)
    coders = Array(repeating: TextCoder(), count: width)
    block = .allocate(capacity: width * blockRows)
    block.initialize(repeating: 0, count: width * blockRows)
  }

  deinit { block.deallocate() }

  /// Puts a number into a row of the block.
  @inline(__always)
  func set(_ number: Double, _ column: Int, _ row: Int) { block[column * blockRows + row] = number }

  /// The number of a text; `nil` if it is new and not UTF-8.
  mutating func code(of text: UnsafeBufferPointer<UInt8>, _ column: Int) -> Int? {
    coders[column].code(of: text)
  }

  /// Notes that a column has to be read again, as texts.
  mutating func becomeText(_ column: Int, because reason: String) {
    kinds.kinds[column] = .text
    kinds.reasons[column] = reason
    readers[column] = .skipped
    numbers[column] = []
  }

  /// The bytes that there will be when a full block has been appended.
  var byteCount: Int {
    var sum = 0
    for place in readers.indices {
      switch readers[place] {
      case .skipped: break
      case .number, .truth: sum += 8 * (numbers[place].count + blockRows)
      case .text: sum += 4 * (codes[place].count + blockRows) + coders[place].byteCount
      }
    }
    return sum
  }

  /// Makes room for rows, as far as there is memory for them.
  mutating func reserve(_ count: Int, memory: Int) {
    let rowBytes = readers.reduce(0) { $0 + ($1 == .skipped ? 0 : $1 == .text ? 4 : 8) }
    let count = min(count, memory / max(1, rowBytes))
    for place in readers.indices {
      switch readers[place] {
      case .skipped: break
      case .number, .truth: numbers[place].reserveCapacity(count)
      case .text: codes[place].reserveCapacity(count)
      }
    }
  }

  /// Appends so many rows of the block to the columns.
  mutating func append(_ rows: Int) {
    for place in readers.indices {
      let cells = UnsafeBufferPointer(start: block + place * blockRows, count: rows)
      switch readers[place] {
      case .skipped: break
      case .number, .truth: numbers[place].append(contentsOf: cells)
      case .text: codes[place].append(contentsOf: cells.lazy.map { Int32($0) })
      }
    }
  }

  /// What the columns hold, and why they are no numbers; skipped ones hold nothing.
  func contents() -> [(content: Table.Content, reason: String?)] {
    readers.indices.map { place in
      switch readers[place] {
      case .skipped, .number: (.numbers(numbers[place]), nil)
      case .truth: (.truth(numbers[place]), nil)
      case .text: (.texts(TextColumn(texts: coders[place].texts, codes: codes[place])), kinds.reasons[place])
      }
    }
  }
}
