import Diagnostics
import Drawing
import Geometry
import Rendering
import TestSupport
import Testing

/// What a painter remembers never shows.
@Suite struct FramePainterTests {
  private let pages: [DisplayList] = [
    page([]), page([], background: nil), page([], background: Color(rgb: 0x336699).opacity(0.4)),
    DisplayList(size: Size(width: 37, height: 21), pixelsPerPoint: 2.5, background: .black),
    DisplayList(size: Size(width: 60, height: 90), pixelsPerPoint: 2, background: .white),
  ]

  @Test("frames that are changed at random look as if each were painted alone", arguments: 0..<12)
  func randomFrames(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    let painter = FramePainter()
    var list = pages[seed % pages.count]
    for frame in 0..<20 {
      list = random.changed(list)
      if frame % 11 == 10 { list.background = pages[random.number(below: 3)].background }
      if frame % 13 == 12 {
        let page = pages[random.number(below: pages.count)]
        (list.size, list.pixelsPerPoint) = (page.size, page.pixelsPerPoint)
      }
      try painter.paint(list)
      let alone = FramePainter(isCaching: false)
      try alone.paint(list)
      try #require(try painter.words() == alone.words(), "frame \(frame)")
      try #require(try painter.png() == alone.png(), "frame \(frame)")
    }
    #expect(try DecodedPNG(painter.png()).pixels == PixelPicture(painting: list, RenderOptions()).pixels())
  }

  @Test("a frame that fails leaves nothing behind")
  func afterAFailure() throws {
    let painter = FramePainter()
    try painter.paint(everything)
    var impossible = everything
    impossible.size.width = .nan
    #expect(throws: Diagnostic.self) { try painter.paint(impossible) }
    #expect(throws: Diagnostic.self) { try painter.png() }
    try painter.paint(page([.path(dot(9, 9, 5), fill: orange, stroke: nil)]))
    try painter.paint(everything)
    #expect(try DecodedPNG(painter.png()) == decoded(everything))
  }

  @Test("a frame's file says which frame it is, and is found out if it is not whole")
  func notes() throws {
    let painter = FramePainter()
    try painter.paint(everything)
    let file = try painter.png(note: "abc 7")
    #expect(FrameFile(file).note == "abc 7")
    #expect(try DecodedPNG(file).texts["OnePicture Frame"] == "abc 7")
    #expect(FrameFile(try painter.png()).note == nil)
    #expect(FrameFile(file).isWhole && !FrameFile(file + [0]).isWhole)
    for count in stride(from: 0, to: file.count, by: 7) {
      #expect(!FrameFile(Array(file[..<count])).isWhole)
    }
    for place in stride(from: 0, to: file.count, by: 5) {
      var damaged = file
      damaged[place] ^= 16
      #expect(!FrameFile(damaged).isWhole, "byte \(place)")
    }
  }
}

extension FramePainter {
  fileprivate func words() throws -> [UInt32] {
    try withImage { image in image.words.map { image.isOpaque ? $0 & 0xFFFFFF : $0 } }
  }
}
