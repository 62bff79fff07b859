import CDeflate
import Diagnostics
import Rendering
import Testing

/// Files that were made to do harm.
struct HostileRecipeTests {
  private static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

  private static func big(_ value: Int) -> [UInt8] { (0..<4).map { UInt8(value >> (24 - 8 * $0) & 255) } }

  private static func chunk(_ type: String, _ contents: [UInt8], length: Int? = nil, sum: UInt32? = nil)
    -> [UInt8]
  {
    let body = Array(type.utf8) + contents
    return big(length ?? contents.count) + body + big(Int(sum ?? libdeflate_crc32(0, body, body.count)))
  }

  private static func zlib(_ bytes: [UInt8]) -> [UInt8] {
    let compressor = libdeflate_alloc_compressor(6)
    defer { libdeflate_free_compressor(compressor) }
    var result = [UInt8](repeating: 0, count: libdeflate_zlib_compress_bound(compressor, bytes.count))
    let count = libdeflate_zlib_compress(compressor, bytes, bytes.count, &result, result.count)
    return Array(result.prefix(count))
  }

  private static func text(_ keyword: String, _ text: [UInt8], isCompressed: Bool = true) -> [UInt8] {
    Array(keyword.utf8) + [0, isCompressed ? 1 : 0, 0, 0, 0] + text
  }

  private static let record = chunk("iTXt", text("OnePicture recipe", zlib(Array("onepicture 1\n".utf8))))
  private static let scene = chunk("iTXt", text("OnePicture scene", zlib(Array("a: 1\n".utf8))))
  private static let end = chunk("IEND", [])
  private static let zeros = [UInt8](repeating: 32, count: 8 << 20)

  struct Picture: Sendable, CustomTestStringConvertible {
    var what: String
    var bytes: [UInt8]
    /// Part of the message; empty where there is nothing to find.
    var complaint: String

    init(_ what: String, _ bytes: [UInt8], _ complaint: String) {
      (self.what, self.bytes, self.complaint) = (what, bytes, complaint)
    }

    var testDescription: String { what }
  }

  static let pictures: [Picture] = [
    Picture("a signature alone", signature, ""),
    Picture(
      "a length beyond the file", signature + chunk("iTXt", [1], length: 0x7FFF_FFFF),
      "cut off, or damaged, at byte 8"
    ),
    Picture(
      "the greatest length", signature + chunk("iTXt", [1], length: 0xFFFF_FFFF), "cut off, or damaged"),
    Picture("half a chunk", signature + Array(record.prefix(9)), "cut off, or damaged"),
    Picture(
      "a wrong checksum", signature + chunk("iTXt", text("OnePicture scene", zlib([97])), sum: 1),
      "its checksum is not"
    ),
    Picture(
      "a keyword and nothing else", signature + chunk("iTXt", Array("OnePicture scene".utf8)), "damaged"),
    Picture(
      "no compressed bytes", signature + chunk("iTXt", text("OnePicture scene", [])), "does not decompress"),
    Picture(
      "no zlib", signature + chunk("iTXt", text("OnePicture scene", [1, 2, 3])), "does not decompress"),
    Picture(
      "half a stream",
      signature + chunk("iTXt", text("OnePicture scene", Array(zlib(Array(0...255)).prefix(50)))),
      "does not decompress"
    ),
    Picture(
      "a bomb of 8 MB", signature + chunk("iTXt", text("OnePicture scene", zlib(zeros))),
      "too large: more than 4 MB"
    ),
    Picture(
      "a plain scene of 5 MB",
      signature + chunk("iTXt", text("OnePicture scene", Array(zeros.prefix(5 << 20)), isCompressed: false)),
      "too large: more than 4 MB"
    ),
    Picture("a scene without a record", signature + scene + end, "not whole: its record is gone"),
    Picture("a record without a scene", signature + record + end, "not whole: its scene is gone"),
    Picture(
      "a record that is no text",
      signature + scene + chunk("iTXt", text("OnePicture recipe", zlib([0xFF, 0xFE]))),
      "its record is no text in UTF-8"
    ),
    Picture("a recipe after the end", signature + end + scene + record, ""),
    Picture("endless empty chunks", signature + [UInt8](repeating: 0, count: 12 * 100_000), ""),
    Picture("a PDF with its key only", Array("%PDF-1.5\n/OnePicture /Scene".utf8), "has no contents"),
    Picture(
      "a PDF without a stream", Array("%PDF-1.5\n/OnePicture /Scene >> endobj".utf8), "has no contents"),
    Picture(
      "a PDF with a wrong stream", Array("%PDF-1.5\n/OnePicture /Scene >> stream\nabc".utf8),
      "does not decompress"
    ),
    Picture(
      "a PDF that ends there", Array("%PDF-1.5\n/OnePicture/Scene>>stream".utf8), "does not decompress"),
    Picture(
      "a PDF with a bomb", Array("%PDF-1.5\n/OnePicture /Scene>>stream\r\n".utf8) + zlib(zeros),
      "too large: more than 4 MB"
    ),
    Picture(
      "a PDF of keys",
      Array("%PDF-1.5\n".utf8) + Array(repeating: Array("/OnePicture /X ".utf8), count: 50_000).joined(),
      ""
    ),
    Picture("no XML", Array("<svg".utf8), "unclosed token at line 1"),
    Picture("two roots", Array("<svg/><svg/>".utf8), "at line 1"),
    Picture("HTML", Array("<html></html>".utf8), "XML, but no SVG"),
    Picture(
      "entities of entities",
      Array(
        ("<!DOCTYPE svg [<!ENTITY a0 'aaaaaaaaaa'>"
          + (1...12).map { "<!ENTITY a\($0) '\(String(repeating: "&a\($0 - 1);", count: 10))'>" }.joined()
          + "]><svg xmlns='http://www.w3.org/2000/svg'><scene xmlns='urn:onepicture:recipe'>&a12;</scene></svg>")
          .utf8),
      "too large: more than 4 MB"
    ),
    Picture(
      "entities of entities elsewhere",
      Array(
        ("<!DOCTYPE svg [<!ENTITY a0 'aaaaaaaaaa'>"
          + (1...12).map { "<!ENTITY a\($0) '\(String(repeating: "&a\($0 - 1);", count: 10))'>" }.joined()
          + "]><svg xmlns='http://www.w3.org/2000/svg'><desc>&a12;</desc></svg>").utf8),
      "limit on input amplification factor"
    ),
    Picture(
      "a file from elsewhere",
      Array(
        ("<!DOCTYPE svg [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><svg xmlns='http://www.w3.org/2000/svg'>"
          + "<metadata><scene xmlns='urn:onepicture:recipe'>&a;</scene>"
          + "<recipe xmlns='urn:onepicture:recipe'>r</recipe></metadata></svg>").utf8),
      ""
    ),
    Picture(
      "a hundred thousand elements deep",
      Array(("<svg>" + String(repeating: "<g>", count: 100_000)).utf8), "no element found"
    ),
    Picture("an undeclared entity", Array("<svg><a>&nope;</a></svg>".utf8), "undefined entity"),
  ]

  @Test(arguments: pictures)
  func `A hostile picture is refused in words, or carries nothing`(_ picture: Picture) throws {
    let format = try #require(
      outputFormats.names.compactMap { outputFormats[$0] }.first { $0.recognizes(picture.bytes) })
    do {
      let recipe = try format.recipe(picture.bytes)
      #expect(picture.complaint.isEmpty)
      // What an entity would have brought in is not there.
      #expect(recipe == nil || recipe?.scene == [])
    } catch {
      let message = error.message
      #expect(!picture.complaint.isEmpty && message.contains(picture.complaint), "\(message)")
    }
  }
}
