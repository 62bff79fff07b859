import Drawing
import Geometry
import TestSupport

extension SplitMix64 {
  mutating func number(below count: Int) -> Int { Int.random(in: 0..<count, using: &self) }

  private mutating func length(_ range: ClosedRange<Double>) -> Double { .random(in: range, using: &self) }

  private mutating func place() -> Point { Point(x: length(-10...50), y: length(-10...70)) }

  private mutating func color() -> Color {
    let alphas = [0, 0.3, 0.9, 1]
    return Color(
      red: length(0...1), green: length(0...1), blue: length(0...1), alpha: alphas[number(below: 4)])
  }

  private mutating func path() -> Path {
    switch number(below: 6) {
    case 0: return Path(circle: place(), radius: length(0...12))
    case 1:
      return Path(Rect(x: length(-5...30), y: length(-5...30), width: length(0...30), height: length(0...9)))
    case 2: return Path(polyline: (0...number(below: 40) + 1).map { _ in place() })
    case 3: return Path(polyline: (0...3).map { _ in place() }, closed: true)
    case 4:
      var path = Path(polyline: [place(), place()])
      path.curve(to: place(), place(), place())
      path.move(to: place())
      path.line(to: number(below: 5) == 0 ? Point(x: 1e9, y: -1e12) : place())
      return path
    default:
      return Path(
        polyline: (0...300).map { Point(x: Double($0) / 9, y: 12 + Double($0 % 7) + length(0...2)) })
    }
  }

  private mutating func stroke() -> Stroke {
    let joins: [Stroke.Join] = [.miter, .round, .bevel]
    let caps: [Stroke.Cap] = [.butt, .round, .square]
    return Stroke(
      color(), width: number(below: 9) == 0 ? 8 : length(0.1...2), cap: caps[number(below: 3)],
      join: joins[number(below: 3)], dash: number(below: 3) == 0 ? [length(0...4), 1.3] : [])
  }

  private mutating func transform() -> Transform {
    switch number(below: 4) {
    case 0: .identity
    case 1: .translation(Vector(x: length(-9...9), y: length(-9...9)))
    case 2: .quarterTurnLeft.then(.translation(Vector(x: 3, y: 30)))
    default: Transform(a: length(0.2...2), b: length(-1...1), c: 0.3, d: length(0.2...2), tx: 2, ty: -1)
    }
  }

  mutating func item(depth: Int = 0) -> DisplayItem {
    switch number(below: depth < 3 ? 9 : 6) {
    case 0: return .path(path(), fill: color(), stroke: nil)
    case 1, 2: return .path(path(), fill: nil, stroke: stroke())
    case 3: return .path(path(), fill: color(), stroke: stroke())
    case 4: return .glyphs(word(color: color()), at: place())
    case 5:
      let image = RasterImage(
        width: 2, height: 1, pixels: [255, 0, 0, 255, 0, 0, 255, 99], isSmooth: number(below: 2) == 0)
      return .image(image, in: Rect(x: length(-5...30), y: length(-5...30), width: length(1...30), height: 4))
    default:
      let items = (0...number(below: 7)).map { _ in item(depth: depth + 1) }
      let clip = number(below: 2) == 0 ? path() : nil
      let opacities = [1, 1, 0.5, 0]
      return .group(
        DisplayGroup(items, transform: transform(), clip: clip, opacity: opacities[number(below: 4)]))
    }
  }

  /// The list with an item or two added, removed, changed or moved, or as it was.
  mutating func changed(_ list: DisplayList) -> DisplayList {
    var list = list
    for _ in 0...number(below: 3) { list.items = changed(list.items) }
    return list
  }

  private mutating func changed(_ items: [DisplayItem]) -> [DisplayItem] {
    var items = items
    guard let i = items.indices.randomElement(using: &self), items.count < 40 else {
      return [item(), item()]
    }
    switch number(below: 8) {
    case 0: break
    case 1, 2: items.insert(item(), at: i)
    case 3: items.remove(at: i)
    case 4: items.swapAt(i, number(below: items.count))
    case 5: items.append(item())
    case 6 where number(below: 12) == 0: items = items.map { _ in item() }
    default:
      if case .group(var group) = items[i] {
        group.items = changed(group.items)
        items[i] = .group(group)
      } else {
        items[i] = item()
      }
    }
    return items
  }
}
