package import Diagnostics

/// Bytes that can be read from any place on: a file, or a text in memory.
///
/// The mathematics opens no files: whoever may do that hands one of these over.
package struct ByteSource: Sendable {
  package typealias Read =
    @Sendable (_ offset: Int, _ buffer: UnsafeMutableRawBufferPointer) throws(Diagnostic) -> Int

  /// What stands for the file in the places of mistakes, such as `Scenes/data/iris.csv`.
  package let name: String
  /// The number of bytes.
  package let count: Int
  private let read: Read

  /// Bytes that `read` copies from an offset on into a buffer; it returns how many, 0 at the end only.
  package init(named name: String, count: Int, read: @escaping Read) {
    self.name = name
    self.count = count
    self.read = read
  }

  /// Bytes in memory.
  package init(_ bytes: [UInt8], named name: String) {
    self.init(named: name, count: bytes.count) { offset, buffer in
      guard (0..<bytes.count).contains(offset) else { return 0 }
      let amount = min(buffer.count, bytes.count - offset)
      bytes.withUnsafeBytes { buffer.copyMemory(from: .init(rebasing: $0[offset..<offset + amount])) }
      return amount
    }
  }

  /// Fills a buffer as far as there are bytes; returns how many there were.
  func fill(_ buffer: UnsafeMutableRawBufferPointer, from offset: Int) throws(Diagnostic) -> Int {
    var filled = 0
    guard (0..<max(count, 1)).contains(offset) else { return 0 }
    while filled < buffer.count {
      let rest = UnsafeMutableRawBufferPointer(rebasing: buffer[filled...])
      let amount = try read(offset + filled, rest)
      if amount <= 0 { break }
      filled += amount
    }
    return filled
  }

  /// Some bytes; fewer if the file ends before.
  package func bytes(from offset: Int, count: Int) throws(Diagnostic) -> [UInt8] {
    // A closure of the standard library cannot pass typed errors on.
    var failure: Diagnostic?
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
      do throws(Diagnostic) {
        initialized = try fill(UnsafeMutableRawBufferPointer(buffer), from: offset)
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
    return bytes
  }

  /// A part as a source of its own, such as a member of an archive.
  func part(from start: Int, count: Int, named name: String) -> ByteSource {
    ByteSource(named: name, count: count) { (offset, buffer) throws(Diagnostic) in
      guard (0..<count).contains(offset) else { return 0 }
      let amount = min(buffer.count, count - offset)
      return try fill(UnsafeMutableRawBufferPointer(rebasing: buffer[..<amount]), from: start + offset)
    }
  }
}
