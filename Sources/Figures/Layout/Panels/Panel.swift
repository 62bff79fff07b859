import Drawing

package import Geometry
package import MathCore

/// A coordinate system that has its place on the page: the only way from data to page.
package struct Panel: Sendable {
  /// Where the axes' domains lie on the page.
  package var frame: Rect
  package var x: any Scale
  package var y: any Scale
  var press: Press
  /// For labels of lines, to the right of the frame.
  var endRoom = EndRoom()

  package var theme: Theme { press.theme }
  package var canvas: Canvas { press.canvas }

  /// The page's y points down, that of data up: this is where it is turned.
  package func place(_ point: DataPoint) -> Point {
    Point(x: place(x: point.x), y: place(y: point.y))
  }

  package func place(x value: Double) -> Double { frame.minX + x.fraction(of: value) * frame.width }
  package func place(y value: Double) -> Double { frame.maxY - y.fraction(of: value) * frame.height }

  /// Places many points, as `place` does each: where both scales are linear, without asking them for every point.
  package func places(of points: some Collection<DataPoint>) -> [Point] {
    guard let x = x as? LinearScale, let y = y as? LinearScale else { return points.map(place) }
    let frame = frame
    return points.map {
      Point(
        x: frame.minX + x.fraction(of: $0.x) * frame.width,
        y: frame.maxY - y.fraction(of: $0.y) * frame.height)
    }
  }

  /// Where bars and stems stand: at zero, or on the edge of an axis that has none, as a logarithmic one.
  package var footY: Double {
    let zero = place(y: 0)
    return zero.isFinite ? zero : frame.maxY
  }

  /// The point below (or above) another one where its stem stands.
  package func foot(below point: DataPoint) -> Point { Point(x: place(x: point.x), y: footY) }
}

extension Panel {
  /// The same place for marks on those axes of the plot, some of which may be second ones.
  func along(_ axes: AxisChoice, of plot: EvaluatedPlot) -> Panel {
    var panel = self
    (panel.x, panel.y) = plot.scales(of: axes)
    return panel
  }
}
