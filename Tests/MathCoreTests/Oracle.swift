import Foundation

/// A file of reference values beside the tests.
func oracle<Content: Decodable>(_ name: String, as type: Content.Type) throws -> Content {
  let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Oracles")
  return try JSONDecoder().decode(type, from: Data(contentsOf: folder.appending(path: name)))
}

/// A number of an oracle: JSON has no infinities, so they are texts such as `-inf`.
struct OracleNumber: Decodable {
  var value: Double

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let text = try? container.decode(String.self) {
      value = Double(text) ?? .nan
    } else {
      value = try container.decode(Double.self)
    }
  }
}
