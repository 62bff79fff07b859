/// Texts of which many are equal: each different one is kept once.
package struct TextColumn: Sendable {
  /// The different texts, in the order in which they first occurred.
  package let texts: [String]
  /// For each element, the place of its text in `texts`.
  package let codes: [Int32]
  /// About how many bytes the different texts hold.
  private let textByteCount: Int

  /// Elements as places in `texts`, which must exist; a text that nobody refers to does no harm.
  package init(texts: [String], codes: [Int32]) {
    self.texts = texts
    self.codes = codes
    textByteCount = texts.reduce(0) { $0 + 16 + $1.utf8.count }
  }

  /// Texts one after another.
  package init(_ elements: some Sequence<String>) {
    var places: [String: Int32] = [:]
    var texts: [String] = []
    let codes: [Int32] = elements.map { text in
      if let place = places[text] { return place }
      let place = Int32(clamping: texts.count)
      places[text] = place
      texts.append(text)
      return place
    }
    self.init(texts: texts, codes: codes)
  }

  /// How many elements there are.
  package var count: Int { codes.count }

  package subscript(place: Int) -> String { texts[Int(codes[place])] }

  /// The elements at some places, which must exist, in that order.
  package func elements(at places: [Int]) -> TextColumn {
    TextColumn(texts: texts, codes: places.map { codes[$0] })
  }

  /// One where an element is `text`, else zero.
  package func isEqual(to text: String) -> [Double] {
    // Canonically equal texts may stand in the list in several spellings.
    let matches = texts.map { $0 == text ? 1.0 : 0.0 }
    return codes.map { matches[Int($0)] }
  }

  /// The texts that occur, by code points, and for each element the place of its text among them.
  package var sorted: (texts: [String], codes: [Int]) {
    var occurs = [Bool](repeating: false, count: texts.count)
    for code in codes { occurs[Int(code)] = true }
    let different = Set(zip(texts, occurs).lazy.filter(\.1).map(\.0)).sorted()
    let places = Dictionary(uniqueKeysWithValues: zip(different, different.indices))
    let ranks = texts.map { places[$0] ?? 0 }
    return (different, codes.map { ranks[Int($0)] })
  }

  /// About how many bytes it holds.
  package var byteCount: Int { 4 * codes.count + textByteCount }
}
