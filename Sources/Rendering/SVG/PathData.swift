import Geometry

/// A path in SVG's own short language (SVG 1.1, section 8.3), in steps from point to point.
///
/// Points are rounded where they are, not step by step, so that errors do not add up.
struct PathData {
  private(set) var text = SVGText()
  private let decimals: Int
  private let scale: Double
  private var pen = Place(x: 0, y: 0)
  private var start = Place(x: 0, y: 0)
  /// The letter that numbers belong to as long as no other is written.
  private var letter = UInt8(ascii: "z")
  /// Whether the number before has a decimal point: then another point starts the next one.
  private var endsInFraction = false

  /// In units of 10^−decimals.
  private struct Place: Equatable {
    var x: Int
    var y: Int
  }

  /// Each point p of the path is written as scale · p, with so many decimals.
  init(_ path: Path, scale: Double = 1, decimals: Int) {
    (self.scale, self.decimals) = (scale, decimals)
    var next = 0
    for verb in path.verbs {
      switch verb {
      case .move: move(to: place(path.points[next]))
      case .line: line(to: place(path.points[next]))
      case .curve:
        curve(place(path.points[next]), place(path.points[next + 1]), to: place(path.points[next + 2]))
      case .close: close()
      }
      next += verb.pointCount
    }
  }

  private func place(_ point: Point) -> Place {
    Place(
      x: fixedPoint(point.x * scale, decimals: decimals), y: fixedPoint(point.y * scale, decimals: decimals))
  }

  private mutating func move(to place: Place) {
    // The first one counts from the origin.
    command(UInt8(ascii: "m"))
    step(to: place)
    (pen, start) = (place, place)
    // Numbers that go on after a move are lines.
    letter = UInt8(ascii: "l")
  }

  private mutating func line(to place: Place) {
    // A line of no length still is a dot where it is all there is.
    guard place != pen || pen == start else { return }
    if place.y == pen.y {
      command(UInt8(ascii: "h"))
      number(place.x - pen.x)
    } else if place.x == pen.x {
      command(UInt8(ascii: "v"))
      number(place.y - pen.y)
    } else {
      command(UInt8(ascii: "l"))
      step(to: place)
    }
    pen = place
  }

  private mutating func curve(_ first: Place, _ second: Place, to end: Place) {
    command(UInt8(ascii: "c"))
    step(to: first)
    step(to: second)
    step(to: end)
    pen = end
  }

  private mutating func close() {
    command(UInt8(ascii: "z"))
    pen = start
  }

  private mutating func command(_ next: UInt8) {
    guard next != letter || next == UInt8(ascii: "z") || next == UInt8(ascii: "m") else { return }
    text.add(byte: next)
    letter = next
    endsInFraction = true
  }

  private mutating func step(to place: Place) {
    number(place.x - pen.x)
    number(place.y - pen.y)
  }

  /// A number, and a space before it only where it would run into the one before.
  private mutating func number(_ value: Int) {
    let place = text.bytes.count
    let unit = Int(powerOfTen: decimals)
    let isFraction = !value.isMultiple(of: unit)
    let startsItself = value < 0 || (endsInFraction && value < unit && isFraction)
    let followsLetter = text.bytes.last.map { $0 >= UInt8(ascii: "A") } ?? true
    if place > 0, !startsItself, !followsLetter { text.add(byte: UInt8(ascii: " ")) }
    text.add(fixed: value, decimals: decimals)
    endsInFraction = isFraction
  }
}

extension Int {
  fileprivate init(powerOfTen exponent: Int) {
    self = 1
    for _ in 0..<exponent { self *= 10 }
  }
}
