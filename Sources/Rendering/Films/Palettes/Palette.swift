/// At most so many colors that stand for all of a film.
struct Palette: Hashable, Sendable {
  /// 0xRRGGBB.
  let colors: [UInt32]

  /// The colors themselves if there are no more than `most`.
  ///
  /// Otherwise large flat areas keep theirs, the rest is divided by median cut (Heckbert 1982) and improved
  /// by some rounds of k-means (Lloyd 1982), in OKLab.
  init(of frames: FrameColors, most: Int) {
    guard frames.counts.count > most else {
      colors = frames.counts.map(\.color)
      return
    }
    let total = frames.counts.reduce(0) { $0 + $1.count }
    // At least a two-thousandth of all pixels is an area, not the smoothed edge of one.
    let areas = frames.counts.filter { $0.count * 2000 >= total }
      .sorted { ($1.count, $0.color) < ($0.count, $1.color) }.prefix(most / 2).map(\.color)
    let isArea = Set(areas)
    let rest = frames.counts.filter { !isArea.contains($0.color) }.map(WeightedColor.init)
    let centers = improved(medianCut(rest, into: most - areas.count), areas: areas, rest)
    var known = isArea
    colors = areas + centers.map(\.rgb).filter { known.insert($0).inserted }
  }
}

/// A color and how much it counts.
private struct WeightedColor {
  let place: PerceivedColor
  let weight: Float

  /// By the root of its number of pixels: thin lines matter more than their area says.
  init(_ entry: (color: UInt32, count: Int)) {
    place = PerceivedColor(entry.color)
    weight = Float(entry.count).squareRoot()
  }
}

/// Cuts the box whose colors lie farthest apart, again and again; the means of all boxes.
private func medianCut(_ colors: [WeightedColor], into count: Int) -> [PerceivedColor] {
  var boxes = [Box(colors)]
  while boxes.count < count {
    guard let widest = boxes.indices.max(by: { boxes[$0].spread < boxes[$1].spread }),
      boxes[widest].spread > 0
    else { break }
    let (low, high) = boxes[widest].halves
    boxes[widest] = low
    boxes.append(high)
  }
  return boxes.map(\.mean)
}

/// Some of the colors.
private struct Box {
  private let colors: [WeightedColor]
  let mean: PerceivedColor
  /// The axis along which they differ most.
  private let axis: Int
  /// Their weighted sum of squared distances along it.
  let spread: Float

  init(_ colors: [WeightedColor]) {
    var (sum, squares, weight) = (SIMD4<Float>.zero, SIMD4<Float>.zero, Float.zero)
    for color in colors {
      sum += color.place.lab * color.weight
      squares += color.place.lab * color.place.lab * color.weight
      weight += color.weight
    }
    let mean = sum / max(weight, .leastNormalMagnitude)
    let spreads = squares - sum * mean
    let axis = (0..<3).max { spreads[$0] < spreads[$1] } ?? 0
    self.colors = colors
    self.mean = PerceivedColor(lab: mean)
    self.axis = axis
    spread = colors.count > 1 ? spreads[axis] : 0
  }

  /// Below and above the mean: cheaper than the median, and as good after k-means.
  var halves: (Box, Box) {
    let limit = mean.lab[axis]
    let low = colors.filter { $0.place.lab[axis] < limit }
    let high = colors.filter { $0.place.lab[axis] >= limit }
    // The mean may round to the least of them.
    guard !low.isEmpty, !high.isEmpty else {
      return (Box(Array(colors.prefix(1))), Box(Array(colors.dropFirst())))
    }
    return (Box(low), Box(high))
  }
}

/// Moves every center into the middle of the colors that are nearest to it; those of areas stay.
private func improved(
  _ centers: [PerceivedColor], areas: [UInt32], _ colors: [WeightedColor]
) -> [PerceivedColor] {
  let fixed = areas.map { PerceivedColor($0) }
  var centers = centers
  for _ in 0..<4 {
    var sums = [SIMD4<Float>](repeating: .zero, count: centers.count)
    var weights = [Float](repeating: 0, count: centers.count)
    let all = centers + fixed
    for color in colors {
      let nearest = nearestIndex(to: color.place, in: all)
      guard nearest < centers.count else { continue }
      sums[nearest] += color.place.lab * color.weight
      weights[nearest] += color.weight
    }
    for i in centers.indices where weights[i] > 0 { centers[i] = PerceivedColor(lab: sums[i] / weights[i]) }
  }
  return centers
}

/// Which of the colors looks most like another; the first of equal ones.
func nearestIndex(to color: PerceivedColor, in colors: [PerceivedColor]) -> Int {
  var (nearest, least) = (0, Float.infinity)
  for i in colors.indices {
    let distance = colors[i].squaredDistance(to: color)
    if distance < least { (nearest, least) = (i, distance) }
  }
  return nearest
}
