import Drawing

/// What Cairo's SVG lacks on a page: stable identifiers of its own, a name, a description, crisp images.
///
/// Cairo numbers surfaces and images by process, so that the same picture drawn twice differs, and all
/// its files use the same names for glyphs.
struct SVGFinish {
  private let prefix: [UInt8]
  private let title: String
  private let description: String
  /// For every image in painting order, whether its pixels are crisp rectangles.
  private let crispImages: [Bool]

  init(of list: DisplayList, idPrefix: String) {
    prefix = Array(identifier(idPrefix).utf8)
    title = list.title
    description = list.alternativeText
    crispImages = list.items.flatMap(\.crispImages)
  }

  /// The finished file: one pass over the bytes.
  func apply(to drawn: [UInt8]) -> [UInt8] {
    var file: [UInt8] = []
    file.reserveCapacity(drawn.count + drawn.count / 8 + 1024)
    var names = Names(prefix: prefix)
    var crisp = crispImages[...]
    var (i, copied, isInRoot) = (0, 0, false)
    func copy(to end: Int) {
      file += drawn[copied..<end]
      copied = end
    }
    while i < drawn.count {
      defer { i += 1 }
      switch drawn[i] {
      case UInt8(ascii: "<") where starts("<svg ", drawn, at: i):
        isInRoot = true
      case UInt8(ascii: ">") where isInRoot:
        isInRoot = false
        copy(to: i)
        file += rootEnd
        copied = i + 1
      case UInt8(ascii: "<") where starts("<image ", drawn, at: i) && crisp.popFirst() == true:
        copy(to: i + 6)
        file += " style=\"image-rendering:pixelated\"".utf8
      case UInt8(ascii: "#") where starts("\"#", drawn, at: i - 1) || starts("(#", drawn, at: i - 1),
        UInt8(ascii: "\"") where starts(" id=\"", drawn, at: i - 4):
        copy(to: i + 1)
        let name = drawn[copied...].prefix { $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: ")") }
        file += names.own(name)
        copied = name.endIndex
        i = name.endIndex - 1
      default: break
      }
    }
    copy(to: drawn.count)
    return file
  }

  /// The end of the root's tag, and the name and description after it.
  private var rootEnd: [UInt8] {
    let parts = [("title", title), ("desc", description)].filter { !$0.1.isEmpty }
    let prefix = String(decoding: prefix, as: UTF8.self)
    var end = " role=\"img\""
    if !parts.isEmpty {
      end += " aria-labelledby=\"\(parts.map { "\(prefix)-\($0.0)" }.joined(separator: " "))\""
    }
    end += ">"
    for (name, text) in parts {
      end += "\n<\(name) id=\"\(prefix)-\(name)\">\(escaped(text))</\(name)>"
    }
    return Array(end.utf8)
  }
}

/// The figure's own names for Cairo's, numbered by first appearance: the same picture counts the same.
private struct Names {
  let prefix: [UInt8]
  private var numbers: [ArraySlice<UInt8>: Int] = [:]

  init(prefix: [UInt8]) { self.prefix = prefix }

  mutating func own(_ name: ArraySlice<UInt8>) -> [UInt8] {
    let number = numbers[name, default: numbers.count + 1]
    numbers[name] = number
    return prefix + "-\(number)".utf8
  }
}

/// Whether a word stands at a place of the bytes.
private func starts(_ word: StaticString, _ bytes: [UInt8], at start: Int) -> Bool {
  guard start >= 0, start + word.utf8CodeUnitCount <= bytes.count else { return false }
  for i in 0..<word.utf8CodeUnitCount where bytes[start + i] != word.utf8Start[i] { return false }
  return true
}

/// A name that XML and `url(#…)` take: ASCII letters, digits, hyphens and underscores, a letter first.
///
/// Other characters become their code point, so that different names stay different.
private func identifier(_ name: String) -> String {
  var result = ""
  for scalar in name.unicodeScalars {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9", "-": result.unicodeScalars.append(scalar)
    default: result += "_" + String(scalar.value, radix: 16) + "_"
    }
  }
  guard let first = result.unicodeScalars.first, first.properties.isAlphabetic else {
    return "picture" + result
  }
  return result
}

/// Text as XML content, without the characters that XML 1.0 (section 2.2) forbids even when escaped.
private func escaped(_ text: String) -> String {
  var result = ""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "&": result += "&amp;"
    case "<": result += "&lt;"
    case ">": result += "&gt;"
    case "\t", "\n", "\r": result.unicodeScalars.append(" ")
    case "\u{0}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": break
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result
}

extension DisplayItem {
  fileprivate var crispImages: [Bool] {
    switch self {
    case .path, .glyphs: []
    case .image(let image, _): [!image.isSmooth]
    case .group(let group): group.items.flatMap(\.crispImages)
    }
  }
}
