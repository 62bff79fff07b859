import Diagnostics

/// A PDF file that Cairo wrote, to which objects can be added: Cairo 1.16 can neither attach files nor say what
/// a figure shows.
///
/// It ends with its catalog, one table of all objects (PDF 1.7, section 7.5.4) and the trailer.
struct PDFDocument {
  private var bytes: [UInt8]
  /// Where each object starts; the first is none.
  private var offsets: [Int]
  private let catalog: Int
  private let information: Int
  /// What the catalog says, without the brackets around it.
  private var catalogEntries: String

  private static let failure = Diagnostic(
    "this version of Cairo writes PDF files that cannot be told what they show")

  /// Takes a file apart at its end.
  init(_ file: [UInt8]) throws(Diagnostic) {
    guard let tail = Tail(file) else {
      throw Self.failure
    }
    bytes = Array(file[..<tail.catalogOffset])
    (offsets, catalog, information) = (tail.offsets, tail.catalog, tail.information)
    catalogEntries = tail.catalogEntries
  }

  /// Adds an object and returns its number.
  mutating func add(_ content: String, stream: [UInt8]? = nil) -> Int {
    let number = offsets.count
    offsets.append(bytes.count)
    bytes += "\(number) 0 obj\n\(content)\n".utf8
    if let stream { bytes += Array("stream\n".utf8) + stream + Array("\nendstream\n".utf8) }
    bytes += "endobj\n".utf8
    return number
  }

  /// Says what the figure that is the whole page shows (PDF 1.7, section 14.9.3), and that the page is tagged.
  mutating func describeFigure(_ text: String) throws(Diagnostic) {
    let figure = offsets.indices.dropFirst().first { number in
      bytes[min(offsets[number], bytes.count)...]
        .starts(with: "\(number) 0 obj\n<< /Type /StructElem\n   /S /Figure\n".utf8)
    }
    guard let figure, let end = bytes[offsets[figure]...].firstRange(of: Array("\n>>\nendobj\n".utf8)) else {
      throw Self.failure
    }
    let entries = bytes[offsets[figure]..<end.lowerBound]
    // The object once more, which the table will point at.
    offsets[figure] = bytes.count
    bytes += entries + Array("\n   /Alt \(Self.string(text))\n>>\nendobj\n".utf8)
    addToCatalog("/MarkInfo << /Marked true >>")
  }

  /// A text as a string of PDF: UTF-16 in hexadecimal digits, or as it is if it is ASCII.
  private static func string(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 < 0x20 || $0 > 0x7E }) else {
      return "(" + text.replacing("\\", with: "\\\\").replacing("(", with: "\\(").replacing(")", with: "\\)")
        + ")"
    }
    let digits = text.utf16.map { unit in
      let digits = String(unit, radix: 16, uppercase: true)
      return String(repeating: "0", count: 4 - digits.count) + digits
    }
    return "<FEFF" + digits.joined() + ">"
  }

  mutating func addToCatalog(_ entry: String) { catalogEntries += "\n   " + entry }

  /// The whole file, with a new table.
  consuming func finished() -> [UInt8] {
    offsets[catalog] = bytes.count
    bytes += "\(catalog) 0 obj\n<< \(catalogEntries)\n>>\nendobj\n".utf8
    let table = bytes.count
    bytes += "xref\n0 \(offsets.count)\n0000000000 65535 f \n".utf8
    for offset in offsets.dropFirst() {
      let digits = String(offset)
      bytes += "\(String(repeating: "0", count: max(0, 10 - digits.count)))\(digits) 00000 n \n".utf8
    }
    bytes +=
      "trailer\n<< /Size \(offsets.count)\n   /Root \(catalog) 0 R\n   /Info \(information) 0 R\n>>\n".utf8
    bytes += "startxref\n\(table)\n%%EOF\n".utf8
    return bytes
  }
}

/// The end of a file by Cairo, as far as it is what we expect.
private struct Tail {
  var offsets: [Int]
  var catalog: Int
  var information: Int
  var catalogOffset: Int
  var catalogEntries: String

  init?(_ file: [UInt8]) {
    let end = String(decoding: file.suffix(200), as: UTF8.self)
    guard let place = Self.number(after: "startxref\n", in: end), file.indices.contains(place) else {
      return nil
    }
    let lines = String(decoding: file[place...], as: UTF8.self).split(separator: "\n")
    let trailer = lines.drop { $0 != "trailer" }.joined(separator: "\n")
    guard lines.first == "xref", lines.count > 2, lines[1].hasPrefix("0 "),
      let count = Int(lines[1].dropFirst(2)), count > 1, lines.count > count + 2,
      let catalog = Self.number(after: "/Root ", in: trailer), 1..<count ~= catalog,
      let information = Self.number(after: "/Info ", in: trailer)
    else { return nil }
    offsets = lines[2..<count + 2].compactMap { Int($0.prefix(10)) }
    guard offsets.count == count, 0..<place ~= offsets[catalog] else { return nil }
    (self.catalog, self.information, catalogOffset) = (catalog, information, offsets[catalog])
    // Nothing may stand between the catalog and the table.
    let object = String(decoding: file[catalogOffset..<place], as: UTF8.self)
    let (start, stop) = ("\(catalog) 0 obj\n<< ", "\n>>\nendobj\n")
    guard object.hasPrefix(start), object.hasSuffix(stop) else { return nil }
    catalogEntries = String(object.dropFirst(start.count).dropLast(stop.count))
    guard !catalogEntries.contains("endobj") else { return nil }
  }

  private static func number(after word: String, in text: String) -> Int? {
    guard let place = text.firstRange(of: word) else { return nil }
    return Int(text[place.upperBound...].prefix { $0.isASCII && $0.isNumber })
  }
}
