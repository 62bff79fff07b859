package import Diagnostics
internal import MathCore

/// What class each row of some data belongs to.
package struct Labels: Sendable {
  /// The classes, ascending: numbers, or texts in the order of their code points.
  let classes: [Value]
  /// For each row, the place of its class.
  package let codes: [Int]

  init(_ numbers: [Double]) {
    let different = Set(numbers).sorted()
    let places = Dictionary(uniqueKeysWithValues: zip(different, different.indices))
    classes = different.map { .number($0) }
    codes = numbers.map { places[$0] ?? 0 }
  }

  init(_ texts: [String]) {
    let different = Set(texts).sorted()
    let places = Dictionary(uniqueKeysWithValues: zip(different, different.indices))
    classes = different.map { .text($0) }
    codes = texts.map { places[$0] ?? 0 }
  }

  init(_ texts: TextColumn) {
    let sorted = texts.sorted
    classes = sorted.texts.map { .text($0) }
    codes = sorted.codes
  }

  /// The number of classes.
  package var classCount: Int { classes.count }

  /// The names of the classes if they are texts.
  package var names: [String]? {
    let names = classes.compactMap { if case .text(let text) = $0 { text } else { nil } }
    return names.count == classes.count && !names.isEmpty ? names : nil
  }

  /// The classes that numbers stand for, as a vector, or as a list of texts.
  func named(_ codes: [Int]) -> Value {
    let values = codes.map { classes[$0] }
    let numbers = values.compactMap { if case .number(let number) = $0 { number } else { nil } }
    return numbers.count == values.count
      ? .tensor(Tensor(numbers)) : .list(ValueList(values))
  }
}

extension Value {
  /// The classes of some rows: finite numbers, or texts.
  package func labels(of what: String, at place: SourceLocation?) throws(Diagnostic) -> Labels {
    if case .texts(let texts) = self { return Labels(texts) }
    guard case .list(let list) = self else {
      let numbers = try vector(of: what, at: place)
      if let row = numbers.firstIndex(where: { !$0.isFinite }) {
        throw Diagnostic(
          "\(what): expected finite numbers, found \(shortest(numbers[row])) at \(row)", at: place)
      }
      return Labels(numbers)
    }
    var texts: [String] = []
    for element in list.elements { texts.append(try element.text(of: what, at: place)) }
    return Labels(texts)
  }
}
