import Diagnostics
import Glibc
import SceneFiles

/// What a scene says about the places of panels.
struct LayoutDescription: Sendable {
  /// The rows and how wide their cells are.
  enum Pattern: Hashable, Sendable {
    case row
    case column
    /// Rows of that many panels of equal width.
    case grid(Int)
    /// For each row the relative widths of its panels.
    case rows([[Double]])
  }

  /// `nil` for what suits the page.
  private var pattern: Pattern?
  private var location: SourceLocation?
  private var widths: (sizes: [Double], location: SourceLocation)?
  private var heights: (sizes: [Double], location: SourceLocation)?
  private(set) var sharing = Sharing()

  init() {}

  /// Whether it is left to the page how many panels stand in a row.
  var isFree: Bool { pattern == nil && widths == nil && heights == nil }

  /// Reads `layout`, `widths`, `heights` and `share`.
  init(_ fields: inout Fields, _ complaints: inout DiagnosticList) {
    if let node = fields.node("layout") {
      location = node.location
      pattern = complaints.collect { () throws(Diagnostic) in try Pattern(node) }
    }
    widths = complaints.collect { () throws(Diagnostic) in try fields.relativeSizes("widths") }
    heights = complaints.collect { () throws(Diagnostic) in try fields.relativeSizes("heights") }
    sharing =
      complaints.collect { () throws(Diagnostic) in try fields.node("share").map(Sharing.init) }
      ?? Sharing()
    if case .rows = pattern, let widths {
      complaints.append(
        Diagnostic("'widths' beside a layout that lists them", at: widths.location))
    }
  }

  /// Throws for what only several panels can have.
  func checkLone() throws(Diagnostic) {
    if let location = sharing.location {
      throw Diagnostic("share: a panel by itself has nobody to share with", at: location)
    }
    let sizes = [("layout", location), ("widths", widths?.location), ("heights", heights?.location)]
    for case (let key, let location?) in sizes {
      throw Diagnostic("\(key): a panel by itself takes all the room", at: location)
    }
  }

  /// The rows for those contents, in reading order.
  ///
  /// `aspect` is that of the page, its width against its height.
  func rows<Title>(
    of contents: [Arrangement<Title>.Content], onPageOf aspect: Double
  ) throws(Diagnostic) -> [Arrangement<Title>.Row] {
    let widths = try cellWidths(count: contents.count, aspect)
    if let heights, heights.sizes.count != widths.count {
      throw Diagnostic(
        "heights: expected \(widths.count), one for each row, found \(heights.sizes.count)",
        at: heights.location)
    }
    var rest = contents[...]
    return widths.enumerated().map { index, widths in
      .init(
        height: heights?.sizes[index],
        cells: widths.map { .init(width: $0, content: rest.popFirst() ?? .empty) })
    }
  }

  private func cellWidths(count: Int, _ aspect: Double) throws(Diagnostic) -> [[Double?]] {
    let columns: Int
    switch pattern {
    case nil: columns = widths?.sizes.count ?? Self.columns(for: count, aspect)
    case .row: columns = count
    case .column: columns = 1
    case .grid(let wanted): columns = wanted
    case .rows(let rows):
      let places = rows.reduce(0) { $0 + $1.count }
      guard places == count else {
        throw Diagnostic(
          "layout: expected a place for each of \(count) panels, found \(places)", at: location)
      }
      return rows.map { $0.map { $0 } }
    }
    if let widths, widths.sizes.count != columns {
      throw Diagnostic(
        "widths: expected \(columns), one for each column, found \(widths.sizes.count)", at: widths.location)
    }
    let sizes = widths.map { $0.sizes.map(Optional.some) } ?? [Double?](repeating: nil, count: columns)
    return [[Double?]](repeating: sizes, count: (count + columns - 1) / columns)
  }
}

extension LayoutDescription {
  /// How many columns make the panels of full rows look best: a third wider than high.
  private static func columns(for count: Int, _ aspect: Double) -> Int {
    func distance(_ columns: Int) -> Double {
      let rows = count / columns
      return abs(log(aspect * Double(rows) / Double(columns) / 1.3))
    }
    // Of two that look alike, the wider one.
    let full = (1...max(count, 1)).filter { count.isMultiple(of: $0) }.reversed()
    return full.min { distance($0) < distance($1) } ?? 1
  }
}

extension LayoutDescription.Pattern {
  /// `row`, `column`, `grid(2)`, or lists of relative widths such as `[[2, 1], [1]]`.
  fileprivate init(_ node: SceneFiles.Node) throws(Diagnostic) {
    if case .sequence(let items) = node.content {
      self = .rows(try Self.rows(items, of: node))
      return
    }
    let word = try node.text(for: "'layout'")
    if word.text.hasPrefix("grid("), word.text.hasSuffix(")") {
      let columns = Int(word.text.dropFirst(5).dropLast().filter { $0 != " " })
      guard let columns, 1...64 ~= columns else {
        throw Diagnostic(
          "layout: expected grid(1) to grid(64), found \(word.text)", at: word.start,
          help: "write how many panels a row has, as in grid(2)")
      }
      self = .grid(columns)
      return
    }
    switch word.text {
    case "row": self = .row
    case "column": self = .column
    default:
      let known = ["row", "column", "grid(2)"]
      throw Diagnostic(
        "unknown layout '\(word.text)'", at: word.start,
        help: suggestion(for: word.text, in: known)
          ?? "known: row, column, grid(2), or lists of relative widths such as [[2, 1], [1]]")
    }
  }

  private static func rows(
    _ items: [SceneFiles.Node], of node: SceneFiles.Node
  ) throws(Diagnostic) -> [[Double]] {
    var rows: [[Double]] = []
    for item in items {
      guard case .sequence(let widths) = item.content else {
        throw Diagnostic(
          "layout: expected a row of relative widths, found \(item.typeDescription)", at: item.location,
          help: "write a list for each row, as in [[2, 1], [1]]")
      }
      guard !widths.isEmpty else {
        throw Diagnostic("layout: expected at least one panel in a row, found none", at: item.location)
      }
      rows.append(try widths.map { width throws(Diagnostic) in try width.relativeSize(of: "layout") })
    }
    guard !rows.isEmpty else {
      throw Diagnostic("layout: expected at least one row, found none", at: node.location)
    }
    return rows
  }
}

extension Fields {
  /// Positive numbers that are compared with each other.
  fileprivate mutating func relativeSizes(
    _ key: String
  ) throws(Diagnostic) -> (sizes: [Double], location: SourceLocation)? {
    guard let node = node(key) else { return nil }
    let sizes = try node.items(for: "'\(key)'").map { item throws(Diagnostic) in
      try item.relativeSize(of: key)
    }
    guard !sizes.isEmpty else {
      throw Diagnostic("\(key): expected at least one relative size, found none", at: node.location)
    }
    return (sizes, node.location)
  }
}

extension SceneFiles.Node {
  /// A panel's size against that of the others.
  fileprivate func relativeSize(of key: String) throws(Diagnostic) -> Double {
    try number(for: "'\(key)'", in: 0.05...20)
  }
}
