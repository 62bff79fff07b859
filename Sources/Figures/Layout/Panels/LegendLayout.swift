import Diagnostics
import Drawing
import Formulas
import Geometry

/// A legend, measured; its place comes later.
struct LegendLayout {
  private struct Entry {
    var swatch: LegendSwatch
    var name: TextBlock
  }

  private let entries: [Entry]
  private let title: TextBlock?
  private let columns: Int
  private let swatchWidth: Double
  private let rowHeight: Double
  private let em: Double
  private let press: Press
  private let columnWidths: [Double]

  /// Measures the legend of some parts of marks; those without a name have no entry, and what looks and is called
  /// alike has one.
  ///
  /// Without a number of columns they stand below each other, or side by side if they are to fill a `row` of that
  /// width; no more columns stand in it than fit.
  init(_ legend: EvaluatedLegend, of appearances: [Appearance], row: Double? = nil, press: Press) {
    self.press = press
    let em = press.canvas.type.label
    self.em = em
    entries = appearances.distinct.compactMap { appearance in
      guard let name = appearance.name else { return nil }
      let block = press.typeset(name, size: em, width: row ?? em * 16)
      return Entry(swatch: LegendSwatch(appearance: appearance, press: press), name: block)
    }
    title = legend.title.map { press.typeset($0, size: em, weight: .medium) }
    swatchWidth = entries.map(\.swatch.size.width).max() ?? 0
    rowHeight = max(entries.map(\.name.extent.height).max() ?? 0, em * 1.35)
    let names = entries.map(\.name.extent.width)
    let beside = swatchWidth + em * Self.swatchGap
    func widths(_ columns: Int) -> [Double] {
      (0..<columns).map { column in
        beside + (stride(from: column, to: names.count, by: columns).map { names[$0] }.max() ?? 0)
      }
    }
    let most = max(entries.count, 1)
    var columns = min(legend.columns ?? (row == nil ? 1 : most), most)
    if let row {
      while columns > 1, Self.total(widths(columns), em) > row { columns -= 1 }
    }
    self.columns = columns
    columnWidths = widths(columns)
  }

  private static let swatchGap = 0.55
  private static let columnGap = 1.6

  private static func total(_ widths: [Double], _ em: Double) -> Double {
    widths.reduce(0, +) + em * columnGap * Double(max(widths.count - 1, 0))
  }

  private var rowCount: Int { (entries.count + columns - 1) / columns }
  private var titleHeight: Double { title.map { $0.extent.height + em * 0.25 } ?? 0 }

  /// What it takes.
  var size: Size {
    Size(
      width: max(Self.total(columnWidths, em), title?.extent.width ?? 0),
      height: titleHeight + rowHeight * Double(rowCount))
  }

  /// Draws it with its top left corner at a point.
  func draw(at corner: Point, into list: inout DisplayList) {
    if let title {
      list.draw(title, at: Point(x: corner.x - title.extent.minX, y: corner.y - title.extent.minY))
    }
    for (index, entry) in entries.enumerated() {
      let (row, column) = (index / columns, index % columns)
      let left = corner.x + columnWidths[..<column].reduce(0) { $0 + $1 + em * Self.columnGap }
      let middle = corner.y + titleHeight + rowHeight * (Double(row) + 0.5)
      entry.swatch.draw(at: Point(x: left + swatchWidth / 2, y: middle), into: &list)
      // Half of a small letter's height lifts the first line to the swatch.
      let box = entry.name.extent
      let isOneLine = box.height < em * 1.8
      let baseline = isOneLine ? middle + em * 0.26 : middle - box.midY
      list.draw(
        entry.name, at: Point(x: left + swatchWidth + em * Self.swatchGap - box.minX, y: baseline))
    }
  }
}

extension [Appearance] {
  /// The named ones, of several that look and are called alike the first.
  fileprivate var distinct: [Appearance] {
    var known: [Appearance] = []
    for appearance in self where appearance.name != nil {
      let isKnown = known.contains {
        $0.name?.source == appearance.name?.source && $0.shape == appearance.shape
          && $0.color == appearance.color && $0.weight == appearance.weight
      }
      if !isKnown { known.append(appearance) }
    }
    return known
  }
}

extension [EvaluatedMark] {
  /// What the parts of marks look like, in the order of the scene and not of painting.
  func appearances(in theme: Theme) -> [Appearance] {
    sorted { $0.location < $1.location }
      .flatMap { $0.appearances(in: theme) }
  }
}
