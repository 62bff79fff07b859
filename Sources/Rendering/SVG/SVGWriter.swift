import Diagnostics
import Drawing
import Geometry

/// Writes a display list as SVG 1.1: shapes of glyphs once, labels as named groups, text that can be found.
struct SVGWriter {
  var body = SVGText()
  /// Shapes of glyphs; they stand before what uses them, for readers that look only once.
  var definitions = SVGText()
  let prefix: String
  private(set) var reach: Reach
  /// Numbers of glyphs by font and glyph, and of fonts, by first appearance.
  var glyphNumbers: [GlyphName: Int] = [:]
  var fontNumbers: [FontReference: Int] = [:]
  private var clipNumbers: [Path: Int] = [:]
  /// Whether a named group around copies the text of its runs.
  private var isInLabel = false

  struct GlyphName: Hashable {
    var font: Int
    var glyph: UInt32
  }

  init(_ list: DisplayList, idPrefix: String) throws(Diagnostic) {
    try checkPage(list.size)
    prefix = identifier(idPrefix)
    reach = Reach(list.size, unitsPerPoint: 1)
    if let background = list.background, background.alpha > 0 {
      body.add("<rect width=\"100%\" height=\"100%\"")
      add(background, as: "fill")
      body.add("/>\n")
    }
    for item in list.items { try add(item) }
  }

  /// The whole file.
  static func file(of list: DisplayList, _ options: RenderOptions) throws(Diagnostic) -> [UInt8] {
    let writer = try SVGWriter(list, idPrefix: options.idPrefix)
    var file = SVGText()
    file.add("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\"")
    file.add(" xmlns:xlink=\"http://www.w3.org/1999/xlink\" width=\"")
    file.add(list.size.width, decimals: 3)
    file.add("pt\" height=\"")
    file.add(list.size.height, decimals: 3)
    file.add("pt\" viewBox=\"0 0 ")
    file.add(list.size.width, decimals: 3)
    file.add(" ")
    file.add(list.size.height, decimals: 3)
    // What nearly all lines and shapes have in common; 10 is the limit of PDF and of our pixels.
    file.add("\" fill=\"none\" stroke-linejoin=\"round\" stroke-miterlimit=\"10\" role=\"img\"")
    let parts = [("title", list.title), ("desc", list.alternativeText)].filter { !$0.1.isEmpty }
    if !parts.isEmpty {
      let names = parts.map { "\(writer.prefix)-\($0.0)" }
      file.add(attribute: "aria-labelledby", names.joined(separator: " "))
    }
    file.add(">\n")
    for (name, text) in parts {
      file.add("<\(name) id=\"\(writer.prefix)-\(name)\">\(escaped(text))</\(name)>\n")
    }
    if let recipe = options.recipe { file.add(recipe) }
    if !writer.definitions.bytes.isEmpty {
      file.add("<defs>\n")
      file.add(writer.definitions)
      file.add("</defs>\n")
    }
    file.add(writer.body)
    file.add("</svg>\n")
    return file.bytes
  }

  private mutating func add(_ item: DisplayItem) throws(Diagnostic) {
    switch item {
    case .path(let path, let fill, let stroke): add(path, fill, stroke)
    case .glyphs(let run, let origin):
      add(run, at: origin)
      if !isInLabel { addText(of: [item]) }
    case .image(let image, let frame): try add(image, in: frame)
    case .group(let group): try add(group)
    }
  }

  private mutating func add(_ group: DisplayGroup) throws(Diagnostic) {
    // Not a number counts as opaque: it must not make things vanish.
    let opacity = group.opacity < 1 ? group.opacity : 1
    guard opacity > 0, group.transform.ifInvertible != nil, group.clip?.isEmpty != true else { return }
    let (outerReach, wasInLabel) = (reach, isInLabel)
    defer { (reach, isInLabel) = (outerReach, wasInLabel) }
    body.add("<g")
    if let label = group.label { body.add(" role=\"img\" aria-label=\"\(escaped(label))\"") }
    add(group.transform)
    reach = reach.inside(group.transform)
    let clip = group.clip.map { clipNumber(of: $0) }
    if let clip { body.add(" clip-path=\"url(#\(prefix)-c\(clip))\"") }
    if opacity < 1 { body.add(attribute: "opacity", opacity, decimals: 4) }
    body.add(">\n")
    isInLabel = isInLabel || group.label != nil
    for item in group.items { try add(item) }
    if isInLabel, !wasInLabel { addText(of: group.items) }
    body.add("</g>\n")
  }

  /// The number of a clip in the coordinates of its group; the same shape has the same number.
  private mutating func clipNumber(of clip: Path) -> Int {
    if let number = clipNumbers[clip] { return number }
    let number = clipNumbers.count + 1
    clipNumbers[clip] = number
    let path = PathData(reach.reachable(clip, closing: true), decimals: decimals)
    definitions.add("<clipPath id=\"\(prefix)-c\(number)\"><path d=\"")
    definitions.add(path.text)
    definitions.add("\"/></clipPath>\n")
    return number
  }

  /// ` transform="…"`, if it does anything.
  mutating func add(_ transform: Transform) {
    guard transform != .identity else { return }
    body.add(" transform=\"")
    if transform.b == 0, transform.c == 0, transform.a == transform.d {
      if transform.tx != 0 || transform.ty != 0 {
        body.add("translate(")
        body.add(transform.tx, decimals: decimals + 1)
        body.add(" ")
        body.add(transform.ty, decimals: decimals + 1)
        body.add(")")
      }
      if transform.a != 1 {
        body.add("scale(")
        body.add(digitsOf: transform.a)
        body.add(")")
      }
    } else {
      body.add("matrix(")
      for value in [transform.a, transform.b, transform.c, transform.d] {
        body.add(digitsOf: value)
        body.add(" ")
      }
      body.add(transform.tx, decimals: decimals + 1)
      body.add(" ")
      body.add(transform.ty, decimals: decimals + 1)
      body.add(")")
    }
    body.add("\"")
  }
}
