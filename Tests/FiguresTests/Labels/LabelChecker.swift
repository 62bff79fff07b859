import Diagnostics
import Drawing
import Geometry
import Glibc
import MathCore

@testable import Figures

/// Looks at a picture for labels that cover something, by the numbers of its scene and the boxes in the display
/// list: it knows nothing of how labels are placed.
struct LabelChecker {
  /// Something that a label must not cover: all nearer to the points of a line than half its width.
  fileprivate struct Line {
    var name: String
    var points: [Point]
    var width: Double
  }

  private let scene: RandomScene
  private let drawn: DrawnScene

  init(_ scene: RandomScene, _ drawn: DrawnScene) {
    self.scene = scene
    self.drawn = drawn
  }

  /// One sentence for each thing that a label covers, and each label that is missing, with the labels' names.
  var faults: [(labels: [String], what: String)] {
    var faults: [(labels: [String], what: String)] = []
    let page = Rect(minX: 0, minY: 0, maxX: drawn.canvas.size.width, maxY: drawn.canvas.size.height)
    let texts = boxes
    for (index, (name, box)) in texts.enumerated() {
      if !page.contains(box) { faults.append(([name], "\(name) leaves the page")) }
      for (other, second) in texts[..<index] where box.intersects(second) {
        faults.append(([name, other], "\(name) covers \(other)"))
      }
    }
    let lines = lines
    for name in scene.labels {
      guard let box = texts.first(where: { $0.name == name })?.box else {
        faults.append(([name], "\(name) is missing"))
        continue
      }
      for line in lines where line.isCovered(by: box) {
        faults.append(([name], "\(name) covers \(line.name)"))
      }
    }
    for leader in drawn.leaders {
      for (name, box) in texts where box.gap(to: leader[0], leader[1]) <= 0 {
        let owner = texts.first { $0.box.distance(to: leader[1]) < 4 }?.name
        faults.append(([name, owner ?? name], "the leader line of \(owner ?? "nobody") crosses \(name)"))
      }
    }
    return faults
  }

  /// Those of them that no warning owns up to.
  var silentFaults: [String] {
    let told = drawn.warnings.map(\.message)
    return faults.filter { fault in
      !fault.labels.contains { name in told.contains { $0.contains("'\(name)'") } }
    }
    .map(\.what)
  }

  /// The boxes of everything that is written.
  var boxes: [(name: String, box: Rect)] {
    drawn.shapes.compactMap { shape in
      guard let name = shape.label, shape.fill != nil, let box = shape.path.controlBox else { return nil }
      return (name, box)
    }
  }

  private var lines: [Line] {
    let widths = drawn.canvas.lines
    return scene.marks.flatMap { mark -> [Line] in
      switch mark {
      case .point(let point, let label):
        // A dot with its halo.
        [dot(point, "the dot of \(label)", radius: widths.bold * 1.9 + widths.thin)]
      case .vector(let start, let end, let label):
        [Line(name: "the arrow of \(label)", points: [place(start), place(end)], width: widths.bold)]
      case .curve(let height, let amplitude, let frequency, let phase, let label):
        [
          Line(
            name: "the curve of \(label)",
            points: (0...300).map { i in
              let x = scene.x.lowerBound + (scene.x.upperBound - scene.x.lowerBound) * Double(i) / 300
              return place(DataPoint(x: x, y: height + amplitude * sin(frequency * x + phase)))
            }, width: widths.bold)
        ]
      case .path(let points, let hasDots, let label):
        [Line(name: "the path of \(label)", points: points.map(place), width: widths.regular)]
          + (hasDots ? points.map { dot($0, "a dot of \(label)", radius: widths.regular * 1.5) } : [])
      case .groups(let groups, let names):
        zip(groups, names).flatMap { group, name in
          group.filter { scene.x.contains($0.x) && scene.y.contains($0.y) }
            .map { dot($0, "a point of \(name)", radius: widths.bold * 1.5) }
        }
      case .bars, .text, .contours: []
      }
    }
  }

  private func dot(_ point: DataPoint, _ name: String, radius: Double) -> Line {
    Line(name: name, points: [place(point), place(point)], width: 2 * radius)
  }

  private func place(_ point: DataPoint) -> Point { drawn.place(point.x, point.y) }
}

extension LabelChecker.Line {
  fileprivate func isCovered(by box: Rect) -> Bool {
    let near = box.outset(by: width / 2)
    return zip(points, points.dropFirst()).contains { start, end in
      // Most pieces are far away, which is quickly seen.
      if max(start.x, end.x) < near.minX || min(start.x, end.x) > near.maxX { return false }
      return box.gap(to: start, end) < width / 2
    }
  }
}
