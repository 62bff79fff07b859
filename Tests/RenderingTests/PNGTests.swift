import Drawing
import Geometry
import Rendering
import Testing

struct PNGTests {
  /// Widths around the packing's groups of four pixels.
  @Test(arguments: [1, 2, 3, 4, 5, 7, 8, 13, 64], [true, false])
  func theFileHoldsThePixelsThatWerePainted(width: Int, isOpaque: Bool) throws {
    let size = Size(width: Double(width), height: 9)
    var list = DisplayList(size: size, pixelsPerPoint: 1, background: isOpaque ? .white : nil)
    for i in 0..<width {
      let shade = Double(i * 37 % 256) / 255
      let color = Color(red: shade, green: 1 - shade, blue: 0.5, alpha: Double(i % 5) / 4)
      list.fill(rect(Double(i) + 0.3, 1, 1, 7.5), color)
    }
    let file = try decoded(list)
    let picture = try PixelPicture(painting: list, RenderOptions())
    #expect(picture.isOpaque == isOpaque)
    #expect((file.width, file.height, file.channels) == (width, 9, isOpaque ? 3 : 4))
    #expect(file.pixels == picture.pixels())
  }

  @Test func opaqueColorsArriveInTheOrderRedGreenBlue() throws {
    let file = try decoded(page([.path(rect(0, 0, 16, 32), fill: Color(rgb: 0x102030), stroke: nil)]))
    #expect(file[3, 3] == [0x10, 0x20, 0x30, 255])
    #expect(file[60, 60] == [255, 255, 255, 255])
  }

  @Test(arguments: [1, 2, 3, 50, 127, 128, 254, 255]) func alphaIsStraight(alpha: Int) throws {
    let color = Color(red: 1, green: 200 / 255.0, blue: 100 / 255.0, alpha: Double(alpha) / 255)
    let file = try decoded(page([.path(rect(0, 0, 32, 32), fill: color, stroke: nil)], background: nil))
    let pixel = file[10, 10]
    #expect(pixel[3] == UInt8(alpha))
    #expect(pixel[0] == 255)
    for (component, exact) in zip(pixel[1...2], [200.0, 100.0]) {
      // What eight bits of the product, cut off, can still tell.
      #expect(abs(Double(component) - exact) <= 255 / Double(alpha) + 0.5)
    }
  }

  @Test func whatIsNotPaintedIsEmpty() throws {
    let file = try decoded(page([], background: nil))
    #expect(file.pixels.allSatisfy { $0 == 0 })
  }

  @Test func theFileSaysWhatItShowsAndNothingOfTheTime() throws {
    let file = try decoded(everything)
    #expect(file.chunks == ["IHDR", "pHYs", "iTXt", "iTXt", "IDAT", "IEND"])
    #expect(file.texts == ["Title": everything.title, "Description": everything.alternativeText])
    #expect(try decoded(page([])).chunks == ["IHDR", "pHYs", "IDAT", "IEND"])
  }

  @Test(arguments: [(10.0, 1.0, 10), (10, 2, 20), (10.1, 1, 11), (0.2, 1, 1), (3, 1 / 3.0, 1), (7.1, 10, 71)])
  func partsOfAPixelAreCovered(points: Double, scale: Double, pixels: Int) throws {
    let list = DisplayList(size: Size(width: points, height: 5), pixelsPerPoint: 1, background: .white)
    #expect(try decoded(list, scale: scale).width == pixels)
  }
}
