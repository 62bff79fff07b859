import Diagnostics
import Drawing
import Expressions
import Geometry
import MathCore
import SceneFiles

extension Fields {
  /// The point at which a mark of words stands.
  mutating func place() throws(Diagnostic) -> Expression {
    if let at = try expression("at") { return at }
    throw Diagnostic("missing 'at' of '\(owner)': the point at which it stands", at: location)
  }
}

extension LabelRequest {
  /// A block that stands with the middle of its ink at a point and nowhere else.
  init(centering block: TextBlock, at point: DataPoint, on panel: Panel) {
    let center = panel.place(point)
    let origin = Point(x: center.x - block.ink.midX, y: center.y - block.ink.midY)
    let page = Rect(minX: 0, minY: 0, maxX: panel.canvas.size.width, maxY: panel.canvas.size.height)
    self.init(block: block, candidates: [.init(origin: origin, cost: 0)], padding: 0, bounds: page)
  }
}

extension Extent {
  /// The axes should show one point.
  init(of point: DataPoint) {
    self.init(x: AxisExtent(of: [point.x]), y: AxisExtent(of: [point.y]))
  }
}
