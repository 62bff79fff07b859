import Diagnostics
import Drawing
import Rendering
import Testing

@Suite struct RenderedFrameTests {
  private func file(_ isOpaque: Bool) throws -> (file: [UInt8], words: [UInt32]) {
    var list = page(everything.items, background: isOpaque ? .white : nil)
    // Every alpha once.
    for i in 0..<64 { list.fill(rect(Double(i) / 2, 30, 0.5, 2), blue.opacity(Double(i) / 63)) }
    let painter = FramePainter()
    try painter.paint(list)
    return (try painter.png(), try painter.withImage { Array($0.words) })
  }

  @Test("a frame comes back as it was painted", arguments: [true, false])
  func roundTrip(isOpaque: Bool) throws {
    let (file, words) = try file(isOpaque)
    let frame = try RenderedFrame(png: file, named: "frame.png")
    #expect(frame.isOpaque == isOpaque)
    #expect([frame.width, frame.height] == [64, 64])
    let read = try frame.withImage { Array($0.words) }
    let mask: UInt32 = isOpaque ? 0xFF_FFFF : .max
    let differences = zip(read, words).count { ($0 ^ $1) & mask != 0 }
    #expect(read.count == words.count && differences == 0)
  }

  private func problem(_ bytes: [UInt8]) -> String? {
    do throws(Diagnostic) {
      _ = try RenderedFrame(png: bytes, named: "frame-000007.png")
      return nil
    } catch {
      return error.message
    }
  }

  @Test("a file that is cut off is no frame", arguments: [0, 7, 8, 24, 33, 60, 300])
  func cutOff(count: Int) throws {
    #expect(problem(Array(try file(true).file.prefix(count))) == "'frame-000007.png' is not a whole PNG file")
  }

  @Test("a file with a changed byte is no frame")
  func damaged() throws {
    let whole = try file(false).file
    let pixels = try #require(whole.firstRange(of: Array("IDAT".utf8))).upperBound
    for at in stride(from: pixels, to: whole.count - 12, by: 97) {
      var bytes = whole
      bytes[at] ^= 0x10
      #expect(problem(bytes) == "'frame-000007.png' is not a whole PNG file", "byte \(at)")
    }
  }

  @Test("sides that no frame has are refused before there is memory for them")
  func hugeSides() throws {
    var bytes = try file(true).file
    bytes.replaceSubrange(16..<24, with: [0, 1, 0, 0, 0, 1, 0, 0])
    #expect(problem(bytes) == "'frame-000007.png' has 65536 × 65536 pixels, too many for a frame")
  }
}
