/// Characters that are put in place of a command, each with the place in the user's text it came from.
struct Expansion {
  private(set) var scalars: [Unicode.Scalar] = []
  private(set) var origins: [Int] = []
  /// Where the command stands: the origin of what its body says.
  private let origin: Int

  init(origin: Int) { self.origin = origin }

  /// A part of the text, which keeps its places.
  init(_ reader: ScalarReader, _ range: Range<Int>) {
    origin = reader.origin(of: range.lowerBound)
    scalars = Array(reader.scalars[range])
    origins = range.map { reader.origin(of: $0) }
  }

  /// Appends a body with its arguments in place of its parameters.
  mutating func append(_ body: String, _ arguments: [Expansion]) {
    var scalars = body.unicodeScalars.makeIterator()
    while let scalar = scalars.next() {
      if scalar == "#", !arguments.isEmpty, let digit = scalars.next() {
        let index = Int(digit.value) - 49
        if arguments.indices.contains(index) { append(arguments[index]) }
      } else {
        if endsInWord, scalar.isASCIILetter, !isInWord { separate() }
        append(scalar)
      }
    }
  }

  /// Whether the last characters were written together, so that a letter belongs to the word.
  private var isInWord = true

  private mutating func append(_ scalar: Unicode.Scalar) {
    scalars.append(scalar)
    origins.append(origin)
    isInWord = true
  }

  private mutating func append(_ other: Expansion) {
    if endsInWord, other.scalars.first?.isASCIILetter == true { separate() }
    scalars += other.scalars
    origins += other.origins
    isInWord = false
  }

  /// Whether a letter that followed would become part of a command's name.
  var endsInWord: Bool {
    var index = scalars.count - 1
    while index >= 0, scalars[index].isASCIILetter { index -= 1 }
    guard index >= 0, index < scalars.count - 1, scalars[index] == "\\" else { return false }
    // \\a is a line break and a letter.
    var backslashes = 0
    while index >= 0, scalars[index] == "\\" {
      backslashes += 1
      index -= 1
    }
    return !backslashes.isMultiple(of: 2)
  }

  /// Appends a space, which ends a command's name.
  mutating func separate() {
    scalars.append(" ")
    origins.append(origin)
  }
}
