import MathCore

extension RandomScene {
  /// The scene file; the first labeled point is moved by `shift` in data units, and `extra` marks follow.
  func source(shiftedBy shift: DataPoint = DataPoint(x: 0, y: 0), extra: [String] = []) -> String {
    let first = marks.firstIndex { if case .point = $0 { true } else { false } }
    let none = DataPoint(x: 0, y: 0)
    let domain = "domain: [\(x.lowerBound), \(x.upperBound)]"
    let axes =
      "axes: {units: free, x: {label: '$x$'\(hasBands ? "" : ", " + domain)}, y: {label: '$y$', domain: [\(y.lowerBound), \(y.upperBound)]}, style: edge}"
    return
      ([axes, "draw:"] + marks.enumerated().map { "  - " + source(of: $1, $0 == first ? shift : none) }
      + extra).joined(separator: "\n")
  }

  private func source(of mark: Mark, _ shift: DataPoint) -> String {
    func text(_ point: DataPoint) -> String { "[\(point.x), \(point.y)]" }
    switch mark {
    case .point(let point, let label):
      return "{point: \(text(DataPoint(x: point.x + shift.x, y: point.y + shift.y))), label: \(label)}"
    case .vector(let start, let end, let label):
      return "{vector: [\(end.x - start.x), \(end.y - start.y)], from: \(text(start)), label: \(label)}"
    case .curve(let height, let amplitude, let frequency, let phase, let label):
      return "{curve: '\(height) + \(amplitude)*sin(\(frequency)*x + \(phase))', label: \(label)}"
    case .path(let points, let hasDots, let label):
      let list = points.map(text).joined(separator: ", ")
      return "{path: [\(list)], marker: \(hasDots ? "dot" : "none"), label: \(label)}"
    case .groups(let groups, let names):
      let points = groups.joined().map(text).joined(separator: ", ")
      let codes = groups.enumerated().flatMap { index, group in group.map { _ in "\(index)" } }
      return
        "{points: [\(points)], groups: [\(codes.joined(separator: ", "))], names: [\(names.joined(separator: ", "))]}"
    case .bars(let heights, _):
      return "{bars: [\(heights.map { "\($0)" }.joined(separator: ", "))], values: .3f}"
    case .text(let point, let label):
      return "{text: \(label), at: \(text(point))}"
    case .contours:
      return "{contours: sin(x/2) + y/4, levels: 5, resolution: 24}"
    }
  }

  /// The numbers for programs in other languages.
  var json: String {
    func list(_ points: [DataPoint]) -> String {
      "[" + points.map { "[\($0.x), \($0.y)]" }.joined(separator: ", ") + "]"
    }
    func quoted(_ words: [String]) -> String { "[" + words.map { "\"\($0)\"" }.joined(separator: ", ") + "]" }
    let parts = marks.map { mark -> String in
      switch mark {
      case .point(let point, let label):
        #"{"mark": "point", "points": \#(list([point])), "labels": \#(quoted([label]))}"#
      case .vector(let start, let end, let label):
        #"{"mark": "vector", "points": \#(list([start, end])), "labels": \#(quoted([label]))}"#
      case .curve(let height, let amplitude, let frequency, let phase, let label):
        #"{"mark": "curve", "numbers": [\#(height), \#(amplitude), \#(frequency), \#(phase)], "labels": \#(quoted([label]))}"#
      case .path(let points, let hasDots, let label):
        #"{"mark": "path", "points": \#(list(points)), "dots": \#(hasDots), "labels": \#(quoted([label]))}"#
      case .groups(let groups, let names):
        #"{"mark": "groups", "groups": [\#(groups.map(list).joined(separator: ", "))], "labels": \#(quoted(names))}"#
      case .bars(let heights, let values):
        #"{"mark": "bars", "heights": \#(heights), "labels": \#(quoted(values))}"#
      case .text(let point, let label):
        #"{"mark": "text", "points": \#(list([point])), "labels": \#(quoted([label]))}"#
      case .contours: #"{"mark": "contours", "labels": []}"#
      }
    }
    return #"{"number": \#(number), "bands": \#(hasBands), "marks": [\#(parts.joined(separator: ",\n  "))]}"#
  }
}
