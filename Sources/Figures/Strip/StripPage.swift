import Drawing
import Formulas
import Geometry

/// The page of a film's strip, as wide as A4 paper: pictures in rows, words around them.
struct StripPage {
  /// A page of pictures that are as wide as their number in a row allows.
  let columns: Int
  private var blocks: [(block: TextBlock, origin: Point)] = []
  private var pictures: [DisplayItem] = []
  private var height = 0.0

  init(columns: Int) { self.columns = max(columns, 1) }

  private static let width = 210 * Canvas.pointsPerMillimeter
  private static let margin = 4 * Canvas.pointsPerMillimeter
  /// Between pictures, which have margins of their own.
  private static let gap = 2 * Canvas.pointsPerMillimeter

  /// Type and lines of a figure that is as wide as a page's text.
  var canvas: Canvas {
    var canvas = Canvas.page
    canvas.size = Size(width: Self.width, height: height)
    canvas.margin = Self.margin
    return canvas
  }

  private var cellWidth: Double {
    (Self.width - 2 * Self.margin - Double(columns - 1) * Self.gap) / Double(columns)
  }

  /// What a picture is drawn on before it is made `factor` times smaller.
  ///
  /// Its height is free, but for films higher than figures in papers are.
  func cell(for canvas: Canvas, times factor: Double) -> Canvas {
    var cell = Canvas(width: cellWidth * factor)
    let aspect = canvas.size.height / canvas.size.width
    if cell.size.width * aspect > cell.size.height {
      cell = Canvas(size: Size(width: cell.size.width, height: cell.size.width * aspect), isPaper: true)
    }
    // Lines stay between the page's pixels.
    cell.pixelsPerPoint = self.canvas.pixelsPerPoint / factor
    return cell
  }

  /// Places everything, from the top to the bottom.
  mutating func place(_ words: StripWords, around pictures: StripPictures, press: Press) {
    let type = canvas.type
    let width = Self.width - 2 * Self.margin
    var y = Self.margin
    func add(_ block: TextBlock?, x: (TextBlock) -> Double, after gap: Double) {
      guard let block else { return }
      y += gap
      blocks.append((block, Point(x: x(block), y: y - block.extent.minY)))
      y += block.extent.height
    }
    add(
      words.title.map { press.typeset($0, size: type.title, within: width, weight: .bold) },
      x: { _ in Self.margin }, after: 0)
    add(
      words.subtitle.map {
        press.typeset($0, size: type.label, within: width, color: press.theme.quietInk)
      }, x: { _ in Self.margin }, after: 1)
    if !blocks.isEmpty { y += type.label }
    place(pictures, captions: words.captions, press: press, y: &y)
    let center = { (block: TextBlock) in Self.width / 2 - block.width / 2 }
    add(
      words.notation.map {
        AnnotatedFormula($0, words.callouts, size: type.formula, within: width, press: press).block
      }, x: center, after: type.label)
    add(
      words.caption.map { press.typeset($0, size: type.label, within: width, alignment: .center) },
      x: center, after: type.label)
    height = y + Self.margin
  }

  private mutating func place(
    _ pictures: StripPictures, captions: [Label], press: Press, y: inout Double
  ) {
    let density = canvas.pixelsPerPoint
    let blocks = captions.map {
      press.typeset(
        $0, size: canvas.type.small * 0.9, within: cellWidth, color: press.theme.quietInk, alignment: .center)
    }
    for start in stride(from: 0, to: pictures.lists.count, by: columns) {
      let row = start..<min(start + columns, pictures.lists.count)
      let height = row.map { pictures.lists[$0].size.height }.max().map { $0 / pictures.factor } ?? 0
      // Lines that lie between a picture's pixels shall lie between the page's.
      y = (y * density).rounded(.up) / density
      for (column, index) in row.enumerated() {
        let left = Self.margin + Double(column) * (cellWidth + Self.gap)
        let x = (left * density).rounded() / density
        self.pictures.append(
          pictures.lists[index].item(smaller: pictures.factor, at: Vector(x: x, y: y)))
        let block = blocks[index]
        self.blocks.append(
          (block, Point(x: left + (cellWidth - block.width) / 2, y: y + height + 1 - block.extent.minY)))
      }
      y += height + 1 + (row.map { blocks[$0].extent.height }.max() ?? 0)
      if row.upperBound < pictures.lists.count { y += canvas.type.label }
    }
  }

  /// The page with all that stands on it.
  func drawn(on background: Color?) -> DisplayList {
    var list = DisplayList(size: canvas.size, pixelsPerPoint: canvas.pixelsPerPoint, background: background)
    for picture in pictures { list.append(picture) }
    for (block, origin) in blocks { list.draw(block, at: origin) }
    return list
  }
}

extension DisplayList {
  /// All that stands on the page, that many times smaller, as one item of another page.
  fileprivate func item(smaller factor: Double, at place: Vector) -> DisplayItem {
    let page = Rect(x: 0, y: 0, width: size.width, height: size.height)
    let transform = Transform.scale(1 / factor, 1 / factor).then(.translation(place))
    return .group(DisplayGroup(items, transform: transform, clip: Path(page)))
  }
}
