import Diagnostics
import Drawing

/// What stays behind everything that moves: the page and the first items, painted once.
struct FrameBackdrop {
  private let page: PixelPage
  private var surface: PixelSurface?
  /// How many items are on it; more than there can be while it is being painted.
  private var count = Int.max
  /// Changes since the last decision, and the fewest items that were the same in all of them.
  private var (waited, fewest) = (0, Int.max)

  /// So many changes in a row have to leave more items alone before these are painted on it too.
  private static let patience = 4

  init(_ page: PixelPage) { self.page = page }

  /// Paints what will be the same in frames to come; returns how many of the items that is.
  mutating func prepare(for items: [FrameItem], firstDifference: Int) throws(Diagnostic) -> Int {
    waited += 1
    fewest = min(fewest, firstDifference)
    if let surface, count <= firstDifference {
      guard waited >= Self.patience else { return count }
      if fewest > count { try surface.paint([FrameItem](items[count..<fewest]).grouped) }
      count = max(count, fewest)
    } else {
      count = .max
      if surface == nil { surface = try PixelSurface(for: page) }
      surface?.clear()
      try surface?.paint([FrameItem](items[..<firstDifference]).grouped)
      count = firstDifference
    }
    (waited, fewest) = (0, .max)
    return count
  }

  /// Copies all of it.
  func copy(to sheet: PixelSurface) {
    if let surface { sheet.copy(from: surface, 0, page.size.width * page.size.height) }
  }

  /// Copies what lies under some ink.
  func copy(_ ink: Ink, to sheet: PixelSurface) {
    guard let surface else { return }
    for (start, count) in ink.pieces(of: page.size) { sheet.copy(from: surface, start, count) }
  }
}
