import Diagnostics
import TestSupport
import Testing

@testable import MathCore

/// Files that are cut off, overwritten or made longer: a result or a clear error, never a crash.
@Suite struct DamagedFileTests {
  static let names = [
    "table.csv", "table-semicolon.csv", "table.tsv", "rows.json", "columns.json", "table.jsonl",
    "version-2.npy",
    "strange.npz", "fields.npy",
  ]

  @Test(arguments: names) func `No damage crashes`(_ name: String) throws {
    let whole = try TableFiles.bytes(name)
    var generator = SplitMix64(seed: name.utf8.reduce(7) { $0 &* 31 &+ UInt64($1) })
    for round in 0..<150 {
      var bytes = whole
      for _ in 0..<Int.random(in: 1...4, using: &generator) {
        let place = Int.random(in: 0..<bytes.count, using: &generator)
        switch Int.random(in: 0..<4, using: &generator) {
        case 0: bytes = Array(bytes[...place])
        case 1: bytes[place] = UInt8(truncatingIfNeeded: generator.next())
        case 2: bytes.insert(",;\"\n\r\t{}[]\\0".utf8.randomElement(using: &generator) ?? 0, at: place)
        default: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
        }
      }
      do {
        _ = try content(bytes, named: name) { request in
          request.memory = 10_000_000
          if round % 2 == 0 { request.windowSize = 16 }
          if round % 3 == 0 { request.rows = 3 }
        }
      } catch {
        #expect(!error.message.isEmpty)
        let isText = !name.hasSuffix("npy") && !name.hasSuffix("npz")
        #expect(!isText || error.at?.file == name, "\(error)")
      }
    }
  }
}
