/// The corners of the smallest convex polygon around some points, as places in the list, counterclockwise
/// (x to the right, y upwards) from the leftmost, lowest one.
///
/// Points on an edge are no corners, and of equal points the first one counts. One point has itself as
/// its hull, points on a line the two ends. Every point has to be finite.
///
/// Source: Andrew, "Another efficient algorithm for convex hulls in two dimensions" (1979).
package func convexHull(of points: [DataPoint]) -> [Int] {
  let order = points.indices.sorted {
    (points[$0].x, points[$0].y, $0) < (points[$1].x, points[$1].y, $1)
  }
  var different: [Int] = []
  for place in order where different.last.map({ points[$0] != points[place] }) ?? true {
    different.append(place)
  }
  guard different.count > 2 else { return different }
  func chain(_ places: some Sequence<Int>) -> [Int] {
    var chain: [Int] = []
    for place in places {
      while chain.count > 1,
        orientation(points[chain[chain.count - 2]], points[chain[chain.count - 1]], points[place]) <= 0
      {
        chain.removeLast()
      }
      chain.append(place)
    }
    return chain
  }
  // The last of each chain is the first of the other.
  return chain(different).dropLast() + chain(different.reversed()).dropLast()
}
