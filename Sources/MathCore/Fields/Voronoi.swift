/// The part of a rectangle that is nearer to each site than to any other, as a convex polygon
/// counterclockwise (x to the right, y upwards).
///
/// Element `i` belongs to site `i`. A cell is empty where all of it lies outside of the rectangle, and for
/// a site that stands where an earlier one does. Sites have to be finite; they may lie outside.
///
/// Each cell is the rectangle, cut by the bisectors of its site and the others from the nearest on, until
/// no farther site can reach it.
package func voronoiCells(
  of sites: [DataPoint], within x: ClosedRange<Double>, _ y: ClosedRange<Double>
) -> [[DataPoint]] {
  let frame = [
    DataPoint(x: x.lowerBound, y: y.lowerBound), DataPoint(x: x.upperBound, y: y.lowerBound),
    DataPoint(x: x.upperBound, y: y.upperBound), DataPoint(x: x.lowerBound, y: y.upperBound),
  ]
  return sites.indices.map { index in
    let site = sites[index]
    let others = sites.indices.filter { $0 != index }
      .map { (distance: squaredDistance(site, sites[$0]), place: $0) }
      .sorted { ($0.distance, $0.place) < ($1.distance, $1.place) }
    var cell = frame
    for (distance, place) in others {
      if distance == 0 {
        if place < index { return [] }
        continue
      }
      // A bisector lies half as far away as its site, so beyond twice the radius none can cut.
      let radius = cell.lazy.map { squaredDistance(site, $0) }.max() ?? 0
      if distance > 4 * radius { break }
      cell = cut(cell, nearerTo: site, thanTo: sites[place])
    }
    return cell
  }
}

private func squaredDistance(_ a: DataPoint, _ b: DataPoint) -> Double {
  (a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y)
}

/// What is left of a convex polygon on one side of a bisector (Sutherland and Hodgman 1974).
private func cut(_ polygon: [DataPoint], nearerTo a: DataPoint, thanTo b: DataPoint) -> [DataPoint] {
  let (dx, dy) = (b.x - a.x, b.y - a.y)
  let (middleX, middleY) = (a.x + dx / 2, a.y + dy / 2)
  // Negative on the side of `a`.
  let heights = polygon.map { ($0.x - middleX) * dx + ($0.y - middleY) * dy }
  guard heights.contains(where: { $0 > 0 }) else { return polygon }
  var rest: [DataPoint] = []
  for i in polygon.indices {
    let j = i + 1 == polygon.count ? 0 : i + 1
    let (from, to) = (heights[i], heights[j])
    if from <= 0 { rest.append(polygon[i]) }
    guard (from < 0 && to > 0) || (from > 0 && to < 0) else { continue }
    let t = from / (from - to)
    rest.append(
      DataPoint(
        x: polygon[i].x + t * (polygon[j].x - polygon[i].x),
        y: polygon[i].y + t * (polygon[j].y - polygon[i].y)))
  }
  return rest.count > 2 ? rest : []
}
