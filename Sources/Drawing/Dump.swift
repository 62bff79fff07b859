import Geometry

extension DisplayList {
  /// The list as text, one item a line, numbers with at most three decimals: what golden tests compare.
  package var dump: String {
    var lines = ["page \(number(size.width)) x \(number(size.height)) at \(number(pixelsPerPoint)) px/pt"]
    lines.append("background \(background.map(text) ?? "none")")
    if !title.isEmpty { lines.append("title \(title)") }
    if !alternativeText.isEmpty { lines.append("alt \(alternativeText)") }
    for item in items { item.dump(into: &lines, indent: "") }
    return lines.joined(separator: "\n") + "\n"
  }
}

extension DisplayItem {
  fileprivate func dump(into lines: inout [String], indent: String) {
    switch self {
    case .path(let path, let fill, let stroke):
      var line = indent + "path"
      if let fill { line += " fill \(text(fill))" }
      if let stroke { line += " stroke \(text(stroke))" }
      lines.append(line + " " + text(path))
    case .glyphs(let run, let at):
      lines.append(
        indent + "glyphs \(text(at)) \(run.font.name) \(number(run.size)) \(text(run.color)) '\(run.text)'"
          + (run.isRightToLeft ? " from the right" : "") + " at "
          + run.glyphs.map { text($0.origin) }.joined(separator: " "))
    case .image(let image, let frame):
      lines.append(
        indent + "image \(image.width) x \(image.height)\(image.isSmooth ? " smooth" : "")"
          + " in \(text(frame)) sum \(checksum(image.pixels))")
    case .group(let group):
      var line = indent + "group"
      if let label = group.label { line += " '\(label)'" }
      if group.transform != .identity { line += " transform \(text(group.transform))" }
      if let clip = group.clip { line += " clip \(text(clip))" }
      if group.opacity != 1 { line += " opacity \(number(group.opacity))" }
      lines.append(line)
      for item in group.items { item.dump(into: &lines, indent: indent + "  ") }
    }
  }
}

/// Fowler–Noll–Vo (FNV-1a, 64 bit), so that a dump notices any changed pixel.
private func checksum(_ bytes: [UInt8]) -> String {
  var hash: UInt64 = 0xcbf2_9ce4_8422_2325
  for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
  return String(hash, radix: 16)
}

private func number(_ value: Double) -> String {
  guard abs(value) < 1e12 else { return "\(value)" }
  let thousandths = (value * 1000).rounded()
  let whole = Int(thousandths.magnitude) / 1000
  let sign = thousandths < 0 ? "-" : ""
  var decimals = String(Int(thousandths.magnitude) % 1000)
  decimals = String(repeating: "0", count: 3 - decimals.count) + decimals
  while decimals.last == "0" { decimals.removeLast() }
  return decimals.isEmpty ? "\(sign)\(whole)" : "\(sign)\(whole).\(decimals)"
}

private func text(_ point: Point) -> String { "\(number(point.x)),\(number(point.y))" }

private func text(_ rect: Rect) -> String {
  "\(number(rect.minX)),\(number(rect.minY))…\(number(rect.maxX)),\(number(rect.maxY))"
}

private func text(_ map: Transform) -> String {
  let linear = [map.a, map.b, map.c, map.d]
  let offset = "\(number(map.tx)),\(number(map.ty))"
  return linear == [1, 0, 0, 1] ? offset : "[\(linear.map(number).joined(separator: " "))] \(offset)"
}

private func text(_ color: Color) -> String {
  let bytes = [color.red, color.green, color.blue, color.alpha].map { component in
    let byte = UInt8((min(max(component, 0), 1) * 255).rounded())
    return (byte < 16 ? "0" : "") + String(byte, radix: 16)
  }
  return "#" + bytes.prefix(color.alpha == 1 ? 3 : 4).joined()
}

private func text(_ stroke: Stroke) -> String {
  var result = "\(text(stroke.color)) \(number(stroke.width))"
  if stroke.cap != .butt { result += " \(stroke.cap.rawValue)" }
  if stroke.join != .round { result += " \(stroke.join.rawValue)-join" }
  if !stroke.dash.isEmpty { result += " dash \(stroke.dash.map(number).joined(separator: "-"))" }
  return result
}

private func text(_ path: Path) -> String {
  var words: [String] = []
  var next = 0
  for verb in path.verbs {
    let points = path.points[next..<next + verb.pointCount].map(text)
    next += verb.pointCount
    switch verb {
    case .move: words.append("M")
    case .line: words.append("L")
    case .curve: words.append("C")
    case .close: words.append("Z")
    }
    words += points
  }
  return words.joined(separator: " ")
}
