import Geometry

/// How much of every pixel a shape covers, exactly: areas are summed, not sampled.
///
/// Every edge adds the area right of it in each row it crosses, as a change against the pixel to the left;
/// a running sum along the row then gives the coverage (the accumulation buffer of Raph Levien's font-rs;
/// Cairo's own way samples 15 lines a pixel and takes five times as long). Exact for outlines that do not
/// cross themselves; where parts overlap, a pixel is covered at most once.
struct CoverageRaster {
  let width: Int
  let height: Int
  /// Four rows side by side, so that four sums run at once: row y, pixel x at ((y / 4) · stride + x) · 4 + y % 4.
  private let cells: UnsafeMutablePointer<Float>
  private let stride: Int
  /// In pixels from the top left corner.
  private typealias Place = SIMD2<Double>

  /// An edge may end on the right border and tells the pixel behind it.
  private static let margin = 2

  private init(width: Int, height: Int, cells: UnsafeMutablePointer<Float>) {
    (self.width, self.height, self.cells) = (width, height, cells)
    stride = width + Self.margin
  }

  /// Draws on `width` × `height` pixels and hands out the coverage, 0…255, of four pixels at a time, one
  /// below another: at (x, y), (x, y + 1) and so on, the last of them perhaps below the raster.
  @inline(__always)
  static func scan(
    width: Int, height: Int, _ draw: (CoverageRaster) -> Void, _ take: (Int, Int, SIMD4<UInt8>) -> Void
  ) {
    let groups = (height + 3) / 4
    let count = groups * (width + margin) * 4
    withUnsafeTemporaryAllocation(byteCount: count * 4, alignment: 16) { memory in
      let cells = memory.bindMemory(to: Float.self)
      cells.initialize(repeating: 0)
      guard let start = cells.baseAddress else { return }
      let raster = CoverageRaster(width: width, height: height, cells: start)
      draw(raster)
      raster.sum(groups, take)
    }
  }

  /// A closed shape: each point p of the path goes to `map(p)`, in pixels from the top left corner.
  func fill(_ path: Path, _ map: Transform) {
    let (x, y) = (Place(map.a, map.b), Place(map.c, map.d))
    let origin = Place(map.tx, map.ty)
    path.points.withUnsafeBufferPointer { points in
      var next = 0
      var (start, pen) = (Place.zero, Place.zero)
      func point(_ i: Int) -> Place { points[next + i].x * x + points[next + i].y * y + origin }
      for verb in path.verbs {
        switch verb {
        case .move:
          line(pen, start)
          start = inside(point(0))
          pen = start
        case .line:
          let end = inside(point(0))
          line(pen, end)
          pen = end
        case .curve:
          let end = inside(point(2))
          curve(pen, point(0), point(1), end)
          pen = end
        case .close:
          line(pen, start)
          pen = start
        }
        next += verb.pointCount
      }
      line(pen, start)
    }
  }

  /// A curve as chords that keep to it within 1/25 of a pixel and enclose nearly the same area.
  private func curve(_ a: Place, _ b: Place, _ c: Place, _ d: Place) {
    let (first, second) = (a - 2 * b + c, b - 2 * c + d)
    let bend = max((first * first).sum(), (second * second).sum()).squareRoot()
    // A chord over 1/n of a cubic curve is at most 6/8 · bend / n² away.
    let wanted = (0.75 * 25 * bend).squareRoot().rounded(.up)
    let count = wanted > 1 ? Int(min(wanted, 1000)) : 1
    let step = 1 / Double(count)
    // a + q t + r t² + p t³. Chords cut off two thirds of their arcs' heights, which are − step² / 8 times
    // the second derivative; points moved out by as much make up for it, and by a little more for both
    // ends, which stay.
    let lift = count > 1 ? step * step / 2 / (1 - step) : 0
    let (r, p) = (3 * first, second - first)
    let (q, start) = (3 * (b - a) - lift * p, a - lift / 3 * r)
    var last = a
    for i in 1..<count {
      let t = Double(i) * step
      let point = inside(start + (q + (r + p * t) * t) * t)
      line(last, point)
      last = point
    }
    line(last, d)
  }

  /// Into the raster, so that no edge leads out of memory; 0 for what is not a number.
  @inline(__always)
  private func inside(_ place: Place) -> Place {
    let near = place.replacing(with: 0, where: .!(place .> 0))
    let corner = Place(Double(width), Double(height))
    return near.replacing(with: corner, where: near .> corner)
  }

  /// An edge between two places inside.
  @inline(__always)
  private func line(_ from: Place, _ to: Place) {
    let drop = to.y - from.y
    guard drop != 0 else { return }
    let (top, bottom) = (min(from.y, to.y), max(from.y, to.y))
    var y = Int(top)
    let last = min(Int(bottom), height - 1)
    // Most pieces of curves stay within a row, and nobody can guess which of them lead upwards.
    if y == last { return cross(y, from.x, to.x, drop) }
    let sign: Double = drop > 0 ? 1 : -1
    var x = drop > 0 ? from.x : to.x
    let slope = (to.x - from.x) / drop
    while y <= last {
      let depth = min(Double(y + 1), bottom) - max(Double(y), top)
      let next = min(max(x + slope * depth, 0), Double(width))
      cross(y, x, next, depth * sign)
      x = next
      y += 1
    }
  }

  /// An edge within row y from `x` to `next`, downwards by `depth` or upwards by a negative one.
  @inline(__always)
  private func cross(_ y: Int, _ x: Double, _ next: Double, _ depth: Double) {
    let (left, right) = (min(x, next), max(x, next))
    let first = Int(left)
    let cell = cells + ((y >> 2) * stride + first) * 4 + (y & 3)
    if right <= Double(first + 1) {
      let outside = depth * ((left + right) * 0.5 - Double(first))
      cell[0] += Float(depth - outside)
      cell[4] += Float(outside)
      return
    }
    spread(cell, first, left, right, depth)
  }

  /// An edge over several pixels of a row, of which `cell` is the first.
  private func spread(
    _ cell: UnsafeMutablePointer<Float>, _ first: Int, _ left: Double, _ right: Double, _ depth: Double
  ) {
    // Area to the right of the edge in each pixel, as a share of the depth, summed from left to right.
    let perPixel = 1 / (right - left)
    let into = Double(first + 1) - left
    var covered = 0.5 * into * into * perPixel
    cell[0] += Float(depth * covered)
    var pixel = first + 1
    var before = covered
    while Double(pixel + 1) < right {
      // From the pixel's left border to its right one: a trapezoid.
      covered = (Double(pixel) + 0.5 - left) * perPixel
      cell[(pixel - first) * 4] += Float(depth * (covered - before))
      before = covered
      pixel += 1
    }
    let rest = right - Double(pixel)
    covered = 1 - 0.5 * rest * rest * perPixel
    cell[(pixel - first) * 4] += Float(depth * (covered - before))
    cell[(pixel - first + 1) * 4] += Float(depth * (1 - covered))
  }

  @inline(__always)
  private func sum(_ groups: Int, _ take: (Int, Int, SIMD4<UInt8>) -> Void) {
    let memory = UnsafeRawPointer(cells)
    for group in 0..<groups {
      var sum = SIMD4<Float>.zero
      for x in 0..<width {
        sum += memory.load(fromByteOffset: (group * stride + x) * 16, as: SIMD4<Float>.self)
        let magnitude = sum.replacing(with: -sum, where: sum .< 0)
        let covered = magnitude.replacing(with: 1, where: magnitude .> 1)
        // Adding 2^23 rounds to whole numbers and leaves them in the last bits.
        let bits = unsafeBitCast(covered * 255 + 8_388_608, to: SIMD4<UInt32>.self)
        take(x, group * 4, SIMD4(truncatingIfNeeded: bits))
      }
    }
  }
}
