/// The dictionary in the header of an array file, as Python writes it.
struct PythonLiteral {
  enum Value {
    case text(String)
    case truth(Bool)
    case tuple([Int])
  }

  private let characters: [Character]
  private var place = 0

  /// `nil` if the bytes are not UTF-8.
  init?(_ bytes: [UInt8]) {
    guard let text = String(validating: bytes, as: UTF8.self) else { return nil }
    characters = Array(text)
  }

  /// Whether it describes fields with names, whose `descr` is a list.
  var isStructured: Bool { String(characters.filter { $0 != " " }).contains("'descr':[") }

  /// The values by their keys; `nil` if it is anything but such a dictionary.
  mutating func dictionary() -> [String: Value]? {
    var fields: [String: Value] = [:]
    guard takes("{") else { return nil }
    while !takes("}") {
      guard let key = text(), fields[key] == nil, takes(":"), let value = value() else { return nil }
      fields[key] = value
      guard takes(",") || current == "}" else { return nil }
    }
    skipSpaces()
    return place == characters.count ? fields : nil
  }

  private var current: Character? {
    mutating get {
      skipSpaces()
      return place < characters.count ? characters[place] : nil
    }
  }

  private mutating func skipSpaces() {
    while place < characters.count, characters[place].isWhitespace { place += 1 }
  }

  private mutating func takes(_ character: Character) -> Bool {
    guard current == character else { return false }
    place += 1
    return true
  }

  private mutating func value() -> Value? {
    switch current {
    case "'", "\"": return text().map(Value.text)
    case "(": return tuple().map(Value.tuple)
    default:
      for (word, truth) in [("True", true), ("False", false)]
      where characters[place...].starts(with: word) {
        place += word.count
        return .truth(truth)
      }
      return nil
    }
  }

  private mutating func text() -> String? {
    guard let quote = current, quote == "'" || quote == "\"" else { return nil }
    guard let end = characters[(place + 1)...].firstIndex(of: quote) else { return nil }
    defer { place = end + 1 }
    return String(characters[place + 1..<end])
  }

  private mutating func tuple() -> [Int]? {
    guard takes("(") else { return nil }
    var numbers: [Int] = []
    while !takes(")") {
      skipSpaces()
      let digits = characters[place...].prefix { ("0"..."9").contains($0) }
      guard let number = Int(String(digits)) else { return nil }
      numbers.append(number)
      place += digits.count
      guard takes(",") || current == ")" else { return nil }
    }
    return numbers
  }
}
