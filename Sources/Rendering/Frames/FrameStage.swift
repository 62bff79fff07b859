import Diagnostics
import Drawing
import Glibc

/// The pixels of a film while it is painted: the picture, what stays behind everything, and a sheet to work on.
final class FrameStage {
  let page: PixelPage
  private(set) var picture: PixelSurface
  private var items: [FrameItem]?
  /// Where each of the items may have left ink.
  private var inks: [Ink] = []
  /// Painted on where it is going to be copied from; means nothing elsewhere.
  private var sheet: PixelSurface?
  private var backdrop: FrameBackdrop
  private var compressor: BandCompressor
  /// The compressed bands of the picture; `nil` for one that has changed since.
  private var known: [DeflatedBand?]

  /// Beyond so much of the page it is quicker to paint all of it.
  private static let mostDamage = 0.6

  init(_ page: PixelPage) throws(Diagnostic) {
    self.page = page
    picture = try PixelSurface(for: page)
    backdrop = FrameBackdrop(page)
    compressor = BandCompressor(for: page)
    known = [DeflatedBand?](repeating: nil, count: compressor.bands.count)
  }

  /// Makes the picture that of the list.
  func show(_ list: DisplayList) throws(Diagnostic) {
    let new = FrameItem.items(of: list)
    guard let old = items else {
      picture.clear()
      try picture.paint(list.items)
      inks = new.map { InkTracer.ink(of: $0, on: page) }
      items = new
      return
    }
    let change = FrameChange(from: old, to: new)
    if !change.isEmpty { try show(new, change) }
    items = new
  }

  /// The compressed bands of the picture, from the top to the bottom.
  func bands() -> [DeflatedBand] {
    zip(compressor.bands.indices, compressor.bands).map { i, rows in
      if let band = known[i] { return band }
      let band = compressor.band(rows, of: picture)
      known[i] = band
      return band
    }
  }

  private func show(_ new: [FrameItem], _ change: FrameChange) throws(Diagnostic) {
    var damage = Ink(height: page.size.height)
    for i in change.gone { damage.unite(inks[i]) }
    inks = zip(new, change.origins).map { item, origin in
      if let origin { return inks[origin] }
      let ink = InkTracer.ink(of: item, on: page)
      damage.unite(ink)
      return ink
    }
    let sheet = try preparedSheet()
    let isLarge = Double(damage.pixelCount) > Self.mostDamage * Double(page.size.width * page.size.height)
    let first = try backdrop.prepare(for: new, firstDifference: change.firstDifference)
    if isLarge {
      backdrop.copy(to: sheet)
      try sheet.paint([FrameItem](new[first...]).grouped)
      turn()
    } else {
      backdrop.copy(damage, to: sheet)
      let touched = new.indices.dropFirst(first).filter { inks[$0].meets(damage) }
      try sheet.paint(touched.map { new[$0] }.grouped)
      copy(damage, from: sheet)
    }
  }

  private func preparedSheet() throws(Diagnostic) -> PixelSurface {
    if let sheet { return sheet }
    let sheet = try PixelSurface(for: page)
    self.sheet = sheet
    return sheet
  }

  /// Makes the sheet the picture.
  private func turn() {
    guard let sheet else { return }
    let width = page.size.width
    for (i, rows) in compressor.bands.enumerated() {
      let (from, count) = (rows.lowerBound * width, rows.count * width)
      if !isEqual(sheet.words, picture.words, from, count) { known[i] = nil }
    }
    (picture, self.sheet) = (sheet, picture)
  }

  /// Copies what has become different.
  private func copy(_ damage: Ink, from sheet: PixelSurface) {
    let bandHeight = compressor.bands.first?.count ?? 1
    for (start, count) in damage.pieces(of: page.size) {
      guard !isEqual(sheet.words, picture.words, start, count) else { continue }
      picture.copy(from: sheet, start, count)
      known[start / page.size.width / bandHeight] = nil
    }
  }
}

private func isEqual(
  _ a: UnsafeMutableBufferPointer<UInt32>, _ b: UnsafeMutableBufferPointer<UInt32>, _ start: Int, _ count: Int
) -> Bool {
  guard let a = a.baseAddress, let b = b.baseAddress else { return true }
  return memcmp(a + start, b + start, count * 4) == 0
}

extension PixelSurface {
  /// Takes over so many words of another surface of the same page.
  func copy(from other: PixelSurface, _ start: Int, _ count: Int) {
    guard let to = words.baseAddress, let from = other.words.baseAddress else { return }
    memcpy(to + start, from + start, count * 4)
  }
}

extension Ink {
  /// The words that it covers, row for row.
  func pieces(of size: PixelSize) -> [(start: Int, count: Int)] {
    var pieces: [(start: Int, count: Int)] = []
    for (i, span) in spans.enumerated() where !span.isEmpty {
      let top = (firstStrip + i) * Self.stripHeight
      for y in top..<min(top + Self.stripHeight, size.height) {
        pieces.append((y * size.width + span.columns.lowerBound, span.columns.count))
      }
    }
    return pieces
  }
}
