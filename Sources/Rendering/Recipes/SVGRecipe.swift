import CExpat
import Diagnostics

/// A recipe in an SVG: two elements in `<metadata>`, in a namespace of their own, as text that a person can
/// read.
enum SVGRecipe {
  static let namespace = "urn:onepicture:recipe"

  /// Finds the recipe in a file; `nil` if it carries none.
  ///
  /// Expat reads the file, which opens no other files and stops where entities grow beyond reason.
  static func find(in file: [UInt8]) throws(Diagnostic) -> CarriedRecipe? {
    guard let parser = XML_ParserCreateNS(nil, XML_Char(bitPattern: UInt8(ascii: " "))) else {
      throw Diagnostic("not enough memory to read the SVG file")
    }
    defer { XML_ParserFree(parser) }
    let reading = UnsafeMutablePointer<Reading>.allocate(capacity: 1)
    reading.initialize(to: Reading(parser: parser))
    defer {
      reading.deinitialize(count: 1)
      reading.deallocate()
    }
    XML_SetUserData(parser, reading)
    XML_SetElementHandler(parser, elementStarts, elementEnds)
    XML_SetCharacterDataHandler(parser, charactersCome)
    try parse(file, with: parser, reading)
    if let failure = reading.pointee.failure { throw failure }
    return try CarriedRecipe(scene: reading.pointee.parts["scene"], record: reading.pointee.parts["recipe"])
  }

  private static func parse(
    _ file: [UInt8], with parser: XML_Parser, _ reading: UnsafePointer<Reading>
  ) throws(Diagnostic) {
    var rest = file[...]
    repeat {
      let piece = rest.prefix(1 << 16)
      rest = rest.dropFirst(piece.count)
      let status = piece.withUnsafeBytes { bytes in
        XML_Parse(
          parser, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(bytes.count),
          rest.isEmpty ? 1 : 0)
      }
      if reading.pointee.isDone { return }
      guard status == XML_STATUS_OK else {
        let reason = XML_ErrorString(XML_GetErrorCode(parser)).map { String(cString: $0) } ?? "unknown error"
        throw Diagnostic(
          "the file is no SVG that can be read: \(reason) at line \(XML_GetCurrentLineNumber(parser))")
      }
    } while !rest.isEmpty
  }

  /// What was found so far.
  fileprivate struct Reading {
    let parser: XML_Parser
    var parts: [String: [UInt8]] = [:]
    /// The part that characters belong to now.
    var current: String?
    var depth = 0
    var failure: Diagnostic?
    var isDone = false

    mutating func start(_ name: String) {
      depth += 1
      if depth == 1, name != "http://www.w3.org/2000/svg svg", name != "svg" {
        failure = Diagnostic("the file is XML, but no SVG")
        stop()
      }
      let words = name.split(separator: " ")
      if words.count == 2, words[0] == SVGRecipe.namespace {
        current = String(words[1])
        parts[String(words[1])] = []
      }
    }

    mutating func end(_ name: String) {
      depth -= 1
      current = nil
      if parts.count == 2, name.hasSuffix(" metadata") { stop() }
    }

    mutating func add(_ text: UnsafeBufferPointer<UInt8>) {
      guard let current else { return }
      let limit = current == "scene" ? CarriedRecipe.sceneLimit : CarriedRecipe.recordLimit
      guard let count = parts[current]?.count, count + text.count <= limit else {
        failure = Diagnostic("the recipe in it is too large: more than \(limit >> 20) MB")
        return stop()
      }
      parts[current]?.append(contentsOf: text)
    }

    private mutating func stop() {
      isDone = true
      XML_StopParser(parser, 0)
    }
  }
}

private func reading(_ data: UnsafeMutableRawPointer?) -> UnsafeMutablePointer<SVGRecipe.Reading>? {
  data?.assumingMemoryBound(to: SVGRecipe.Reading.self)
}

private let elementStarts: XML_StartElementHandler = { data, name, _ in
  if let name { reading(data)?.pointee.start(String(cString: name)) }
}

private let elementEnds: XML_EndElementHandler = { data, name in
  if let name { reading(data)?.pointee.end(String(cString: name)) }
}

private let charactersCome: XML_CharacterDataHandler = { data, text, count in
  text?.withMemoryRebound(to: UInt8.self, capacity: Int(count)) { bytes in
    reading(data)?.pointee.add(UnsafeBufferPointer(start: bytes, count: Int(count)))
  }
}

extension SVGText {
  mutating func add(_ recipe: CarriedRecipe) {
    add("<metadata>\n<recipe xmlns=\"urn:onepicture:recipe\" xml:space=\"preserve\">")
    add(preserved: Array(recipe.record.utf8))
    add("</recipe>\n<scene xmlns=\"urn:onepicture:recipe\" xml:space=\"preserve\">")
    add(preserved: recipe.scene)
    add("</scene>\n</metadata>\n")
  }

  /// Text as XML content that comes back byte for byte: its readers turn bare carriage returns into line
  /// feeds (XML 1.0, section 2.11).
  private mutating func add(preserved text: [UInt8]) {
    for byte in text {
      switch byte {
      case UInt8(ascii: "&"): add("&amp;")
      case UInt8(ascii: "<"): add("&lt;")
      case UInt8(ascii: ">"): add("&gt;")
      case UInt8(ascii: "\r"): add("&#13;")
      default: add(byte: byte)
      }
    }
  }
}
