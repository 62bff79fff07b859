import Drawing
import Geometry

extension SVGWriter {
  /// How many decimals coordinates need: to 1/100 of a point, wherever the group's map puts them.
  var decimals: Int {
    var (decimals, unit) = (2, reach.unitsPerPathUnit)
    while unit > 1.001, decimals < 9 { (decimals, unit) = (decimals + 1, unit / 10) }
    while unit < 0.1, decimals > 0 { (decimals, unit) = (decimals - 1, unit * 10) }
    return decimals
  }

  /// A shape, filled and then stroked.
  mutating func add(_ path: Path, _ fill: Color?, _ stroke: Stroke?) {
    let fill = fill.flatMap { $0.alpha > 0 ? $0 : nil }
    let stroke = stroke.flatMap { $0.color.alpha > 0 && $0.width > 0 ? $0 : nil }
    // What is cut at the borders is closed to be filled but not to be stroked.
    if let fill, let stroke, !path.lies(within: reach.box) {
      add(path, fill, nil)
      return add(path, nil, stroke)
    }
    guard fill != nil || stroke != nil else { return }
    let data = PathData(
      reach.visible(path, closing: fill != nil, within: 1 / 128), decimals: decimals)
    guard !data.text.bytes.isEmpty else { return }
    body.add("<path")
    if let fill { add(fill, as: "fill") }
    if let stroke { add(stroke) }
    body.add(" d=\"")
    body.add(data.text)
    body.add("\"/>\n")
  }

  private mutating func add(_ stroke: Stroke) {
    add(stroke.color, as: "stroke")
    // No visible line is wider than what can be reached.
    body.add(attribute: "stroke-width", min(stroke.width, reach.box.width / 8), decimals: decimals + 1)
    if stroke.cap != .butt { body.add(attribute: "stroke-linecap", stroke.cap.rawValue) }
    if stroke.join != .round { body.add(attribute: "stroke-linejoin", stroke.join.rawValue) }
    let dash = stroke.dash
    // A pattern without length or with negative parts is an error in SVG; such a line is solid.
    guard !dash.isEmpty, dash.allSatisfy({ $0 >= 0 && $0 < 1e6 }), dash.reduce(0, +) > 0 else { return }
    body.add(" stroke-dasharray=\"")
    for (i, length) in dash.enumerated() {
      if i > 0 { body.add(" ") }
      body.add(length, decimals: decimals + 1)
    }
    body.add("\"")
  }

  /// ` fill="#rrggbb"`, and ` fill-opacity` where it is not opaque.
  mutating func add(_ color: Color, as name: StaticString) {
    body.add(attribute: name, hex(color))
    guard color.alpha < 1 else { return }
    body.add(" ")
    body.add(name)
    body.add("-opacity=\"")
    body.add(color.alpha, decimals: 4)
    body.add("\"")
  }
}

/// `#rrggbb`, components out of range at their ends.
func hex(_ color: Color) -> String {
  let digits = Array("0123456789abcdef")
  let bytes = [color.red, color.green, color.blue].map { component in
    // Not a number counts as 0.
    component > 0 ? Int((min(component, 1) * 255).rounded()) : 0
  }
  return "#" + String(bytes.flatMap { [digits[$0 >> 4], digits[$0 & 15]] })
}
