import Diagnostics
import Geometry
import Testing

@testable import Figures

/// Scenes that a careless or hostile author could write: an error or a picture, but neither crash nor hang.
@Suite struct HostileSceneTests {
  static let scenes = [
    "axes: {x: {domain: [-1e308, 1e308]}, y: {domain: [-1e308, 1e308]}}\ndraw: [{contours: x/1e308, fill: true}]",
    "axes: {x: {domain: [-1e308, 1e308]}, y: {domain: [-1e308, 1e308]}}\ndraw: [{arrows: '(x, y) -> [x, y]'}]",
    "axes: {x: {domain: [0, 5e-324]}, y: {domain: [0, 5e-324]}}\ndraw: [{contours: x, resolution: 9}]",
    "draw: [{distribution: 'normal(mean=0/0)'}]",
    "draw: [{distribution: 'normal(mean=1/0)'}]",
    "draw: [{distribution: 'normal(sd=1e308)'}]",
    "draw: [{distribution: 'normal(sd=1e-320)'}]",
    "draw: [{distribution: 'normal()', shade: [[5, 6], [-9, -8], [-1/0, 1/0]]}]",
    "draw: [{bars: '[1e308, -1e308, 1e-320]', values: .1e}]",
    "draw: [{bars: '[5e-324]', values: .3f}]",
    "draw: [{interval: '[-1e308, 1e308]', at: 0/0, label: a, down-to: 0/0}]",
    "draw: [{text: hello, at: '[0/0, 1/0]'}, {point: '[0/0, 1/0]', label: a}]",
    "draw: [{path: '[[0/0, 1], [2, 1/0]]', marker: dot, label: a}]",
    "draw: [{vector: [1e308, 1e308], from: [1e308, 1e308], label: a}, {vector: [1e-320, 1e-320], label: b}]",
    "draw: [{curve: x*1e308, label: a}, {curve: 1e-310*x}]",
    "axes: {x: {domain: [1, 1.0000000000000002]}}\ndraw: [{curve: x, label: a}]",
    "axes: {x: {domain: [0, 1], ticks: [1e308, 0/0, -1/0, 0.5]}}\ndraw: [{curve: x}]",
    "axes: {style: origin, x: {domain: [1e300, 2e300]}, y: {domain: [-3e-300, -1e-300]}}\ndraw: [{curve: 0*x}]",
    "draw: [{brace: [[-1e308, 0], [1e308, 1]], label: a}, {arrow: [[0, 0], [1e-320, 1e308]], label: b, bend: 1}]",
    "axes: {x: {domain: [0, 1]}, y: {domain: [0, 1]}}\ndraw: [{brace: [[0, 0], [1e-300, 0]]}, {rule: [0, 0], slope: 1e308}]",
    "axes: {x: {domain: [0, 1]}}\ndraw: [{span: '[-1/0, 1/0]', label: all, axis: y}, {rule: 1e308}, {rule: [1e308, 1], slope: -1e308}]",
    "canvas: {width: 36pt, height: 36pt}\ndraw: [{callout: a b c d e f g, at: [0, 0]}, {span: [0, 1e-320], label: a}]",
    "draw: [{callout: far away, at: [1e308, -1e308], to: [0, 0]}, {callout: b, at: [0, 0], to: [1e300, 1]}]",
    "canvas: {width: 36pt, height: 36pt}\nlegend: {title: a long title, columns: 20}\ndraw: [{curve: sin, label: a very long name of it}]",
    "axes: {x: {domain: [-1e308, 1e308]}}\nlegend: true\ndraw: [{curve: x*1e308, label: a}, {rule: 1e308, label: b}, {span: [-1e308, 1e308], label: c}]",
    "legend: true\ndraw: [{point: '[0/0, 1/0]', label: a}, {path: '[[0/0, 1], [2, 1/0]]', label: b, marker: badge, numbers: [0, 1]}]",
    "draw: [{path: '[[0, 0], [1e-320, 1e308]]', marker: cross, numbers: every 1000000}, {point: [0, 0], badge: a long badge}]",
    "canvas: {width: 36pt, height: 36pt}\nequation: a b c\ncallouts: {a: the first one, b: the second one, c: ''}",
    "canvas: {width: 14400pt, height: 36pt}\nequation: a\nsize: 200\ncallouts: {a: much above what fits}",
    "legend: below\npanels: [{draw: [{curve: sin, label: a}]}, {draw: [{curve: x*1e308, label: b}]}]\ncanvas: {width: 40pt, height: 40pt}",
    "canvas: {width: 36pt, height: 36pt}\ntitle: A long title\ncaption: A caption\ndraw: [{curve: sin, label: a}]",
    "canvas: {width: 14400pt, height: 36pt}\naxes: {units: equal}\ndraw: [{curve: sin}]",
    """
    canvas: {width: 40pt, height: 40pt}
    panels: [{draw: [{curve: sin}]}, {draw: [{curve: sin}]}, {draw: [{bars: '[1, 2]'}]}]
    """,
  ]

  @Test(arguments: scenes)
  func neitherCrashesNorHangs(_ source: String) {
    do {
      let scene = try DrawnScene(source)
      #expect(scene.shapes.allSatisfy { $0.path.points.count < 10_000_000 })
      _ = try Scene(decoding: sceneNode(source)).linted(with: FixedWidthTypesetter())
    } catch {
      #expect(error.hasErrors)
      #expect(error.diagnostics.allSatisfy { $0.at?.file == "test.yaml" })
    }
  }
}
