internal import Diagnostics
internal import MathCore

/// Reading the arguments of a library function; what is wrong is said at the argument.
extension Call {
  /// Where an argument is written, or the call if the user left it out.
  func place(of index: Int) -> Place {
    places.indices.contains(index) ? places[index] ?? place : place
  }

  /// The same as a line and column.
  func location(of index: Int) -> SourceLocation? { place(of: index).location }

  /// `kmeans: k`.
  func title(of index: Int) -> String {
    parameterNames.indices.contains(index) ? "\(name): \(parameterNames[index])" : name
  }

  /// Whether the user gave an optional argument, or another value than none.
  func isGiven(_ index: Int) -> Bool {
    if case .text("none") = values[index] { return false }
    return true
  }

  /// An optional argument as `reader` reads it.
  func optional<Result>(
    _ index: Int, _ reader: (Call) -> (Int) throws(Diagnostic) -> Result
  ) throws(Diagnostic) -> Result? {
    isGiven(index) ? try reader(self)(index) : nil
  }

  /// The value of a library function; what is wrong with an argument is said where that is written.
  func checked<Result>(_ step: () throws(ArgumentError) -> Result) throws(Diagnostic) -> Result {
    do {
      return try step()
    } catch {
      let index = error.argument.flatMap { parameterNames.firstIndex(of: $0) }
      let title = error.argument.map { "\(name): \($0)" } ?? name
      throw Diagnostic(
        "\(title): \(error.message)", at: index.map { location(of: $0) } ?? place.location,
        help: error.help)
    }
  }

  /// What is wrong with an argument.
  func mistake(_ index: Int, _ message: String, help: String? = nil) -> Diagnostic {
    Diagnostic("\(title(of: index)): \(message)", at: location(of: index), help: help)
  }

  /// A finite number.
  func number(_ index: Int) throws(Diagnostic) -> Double {
    let number = try values[index].number(of: title(of: index), at: location(of: index))
    guard number.isFinite else {
      throw mistake(index, "expected a finite number, found \(shortest(number))")
    }
    return number
  }

  /// A finite number greater than 0.
  func positive(_ index: Int) throws(Diagnostic) -> Double {
    let number = try number(index)
    guard number > 0 else { throw mistake(index, "expected more than 0, found \(shortest(number))") }
    return number
  }

  /// A whole number within a range.
  func integer(_ index: Int, in range: ClosedRange<Int>) throws(Diagnostic) -> Int {
    try values[index].integer(of: title(of: index), in: range, at: location(of: index))
  }

  /// Truth.
  func boolean(_ index: Int) throws(Diagnostic) -> Bool {
    try values[index].boolean(of: title(of: index), at: location(of: index))
  }

  /// One of some words.
  func word(_ index: Int, among words: [String]) throws(Diagnostic) -> String {
    let word = try values[index].text(of: title(of: index), at: location(of: index))
    guard words.contains(word) else {
      throw mistake(
        index, "expected one of \(words.joined(separator: ", ")), found '\(word)'",
        help: suggestion(for: word, in: words))
    }
    return word
  }

  /// A seed, a whole number of 32 bits.
  func seed(_ index: Int) throws(Diagnostic) -> UInt64 {
    UInt64(try integer(index, in: 0...Int(UInt32.max)))
  }

  /// A vector of finite numbers.
  func vector(_ index: Int) throws(Diagnostic) -> [Double] {
    let vector = try values[index].vector(of: title(of: index), at: location(of: index))
    if let place = vector.firstIndex(where: { !$0.isFinite }) {
      throw mistake(index, "expected finite numbers, found \(shortest(vector[place])) at \(place)")
    }
    return vector
  }

  /// A matrix of finite numbers.
  func matrix(_ index: Int) throws(Diagnostic) -> Tensor {
    let matrix = try values[index].matrix(of: title(of: index), at: location(of: index))
    if let place = matrix.elements.firstIndex(where: { !$0.isFinite }) {
      let (row, column) = place.quotientAndRemainder(dividingBy: matrix.shape[1])
      throw mistake(
        index,
        "expected finite numbers, found \(shortest(matrix.elements[place])) in row \(row), column \(column)")
    }
    return matrix
  }

  /// Points by rows, at least one, of finite numbers; a vector is points with one coordinate.
  func points(_ index: Int) throws(Diagnostic) -> Tensor {
    var points: Tensor
    switch values[index] {
    case .tensor(let tensor) where tensor.rank == 1: points = Tensor(try vector(index))
    case .range: points = Tensor(try vector(index))
    default: points = try matrix(index)
    }
    if points.rank == 1 { points = Tensor(shape: [points.count, 1], elements: points.elements) }
    guard points.count > 0 else { throw mistake(index, "expected at least one row, found none") }
    return points
  }

  /// A class for each of `count` rows: numbers or texts.
  func labels(_ index: Int, count: Int) throws(Diagnostic) -> Labels {
    let labels = try values[index].labels(of: title(of: index), at: location(of: index))
    guard labels.codes.count == count else {
      throw mistake(
        index,
        "expected a label for each of \(counted(count, "row")), found \(labels.codes.count)")
    }
    return labels
  }
}

/// Putting the findings of a library function into records.
extension Value {
  static func vector(_ elements: [Double]) -> Value { .tensor(Tensor(elements)) }

  static func vector(_ elements: [Int]) -> Value { .tensor(Tensor(elements.map(Double.init))) }

  /// A matrix from its rows, which are `columns` long.
  static func matrix(_ rows: [[Double]], columns: Int) -> Value {
    .tensor(Tensor(shape: [rows.count, columns], elements: rows.flatMap { $0 }))
  }

  static func record(_ kind: String, _ fields: [(name: String, value: Value)]) -> Value {
    .record(Record(kind: kind, fields: fields))
  }

  static func list(_ values: [Value]) -> Value { .list(ValueList(values)) }
}
