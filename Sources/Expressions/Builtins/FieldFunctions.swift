internal import Diagnostics
internal import MathCore

/// Lines and cells of fields, curves and points.
let fieldFunctions: [Builtin] = [
  Builtin(
    "contour_lines", ["f", "levels", "x", "y", .init("resolution", .number(200))],
    "The lines on which a function of two variables has each level, over intervals of x and y: for each "
      + "level a list of lines, each a matrix of points.",
    Example("contour_lines((x, y) -> x + y, [1], [0, 1], [0, 1], resolution=2)[0][0]", "[[0 1] [1 0]]")
  ) { (evaluation, call) throws(Diagnostic) in
    let levels = try call.vector(1)
    guard levels.count <= 1000 else { throw call.mistake(1, "expected at most 1000, found \(levels.count)") }
    let field = try evaluation.field(call, resolution: 4)
    try evaluation.chargeOperations(field.grid.values.count, times: levels.count, at: call.place)
    return .list(field.grid.contourLines(at: levels).map { Value.list($0.map(Value.line)) })
  },
  Builtin(
    "zero_set", ["f", "x", "y", .init("resolution", .number(200))],
    "The lines on which a function of two variables is 0, as a list of matrices of points; poles and jumps "
      + "are left out, and so are zeros at which the sign does not change.",
    Example("zero_set((x, y) -> y - x/2, [0, 1], [0, 1], resolution=2)[0]", "[[0 0] [1 0.5]]")
  ) { (evaluation, call) throws(Diagnostic) in
    let field = try evaluation.field(call, resolution: 3)
    // Each zero is looked for in at most 24 steps; about as many edges are crossed as points are on two sides.
    try evaluation.chargeOperations(
      field.function.operationCount, times: 24 * 8 * field.grid.xs.count, at: call.place)
    let lines = field.grid.zeroSet { xs, ys in field.function.onPoints([xs, ys])[0] }
    return .list(lines.map(Value.line))
  },
  Builtin(
    "streamlines", ["f", "x", "y", .init("separation", .number(0.04))],
    "Lines along a field of arrows, such as grad(L), spread evenly over intervals of x and y: a list of "
      + "matrices of points; separation is a fraction of the intervals.",
    Example("len(streamlines((x, y) -> [1, 0], [0, 1], [0, 1], separation=0.25))", "5")
  ) { (evaluation, call) throws(Diagnostic) in
    try evaluation.streamlines(call)
  },
  Builtin(
    "sample_curve", ["f", "interval"],
    "A function of one variable as lines that bend where it does and break at its jumps and poles: a "
      + "record with runs (matrices of points) and breaks.",
    Example("round(sample_curve(x -> 1/(x - 0.3), [-1, 1]).breaks, 4)", "[0.3]")
  ) { (evaluation, call) throws(Diagnostic) in
    let interval = try call.interval(1)
    let function = try evaluation.compiled(call, inputs: 1, outputs: 1)
    let sampling = try CurveSampling(over: interval) { (xs) throws(Diagnostic) in
      try evaluation.chargeOperations(function.operationCount, times: xs.count, at: call.place)
      return zip(xs, function.onPoints([xs])[0]).map { DataPoint(x: $0, y: $1) }
    }
    return .record(
      "sampled curve",
      [
        ("runs", .list(sampling.runs.map { Value.points($0) })), ("breaks", .vector(sampling.breaks)),
      ])
  },
  Builtin(
    "convex_hull", ["points"],
    "The smallest convex polygon around points in the plane: a record with corners, counterclockwise, their "
      + "indices and the area.",
    Example("convex_hull([[0, 0], [2, 0], [1, 1], [2, 2], [0, 2]]).area", "4")
  ) { (evaluation, call) throws(Diagnostic) in
    let points = try call.planePoints(0)
    try evaluation.chargeOperations(100, times: points.count, at: call.place)
    let places = convexHull(of: points)
    let corners = places.map { points[$0] }
    return .record(
      "hull",
      [
        ("corners", .points(corners)), ("indices", .vector(places)), ("area", .number(area(of: corners))),
      ])
  },
  Builtin(
    "voronoi", ["points", .optional("x"), .optional("y")],
    "For each point, the part of a rectangle that is nearer to it than to any other, as a matrix of "
      + "corners; without intervals of x and y, the rectangle is a tenth larger than that of the points.",
    Example("voronoi([[0, 0], [2, 0]], x=[-1, 3], y=[-1, 1])[0]", "[[−1 −1] [1 −1] [1 1] [−1 1]]")
  ) { (evaluation, call) throws(Diagnostic) in
    let points = try call.planePoints(0)
    let x = try call.optional(1, Call.interval) ?? widened(points.map(\.x))
    let y = try call.optional(2, Call.interval) ?? widened(points.map(\.y))
    try evaluation.chargeOperations(40 * points.count, times: points.count, at: call.place)
    return .list(voronoiCells(of: points, within: x, y).map { Value.points($0) })
  },
  Builtin(
    "mesh_lines", ["corners", "triangles", "values", "level"],
    "The lines on a surface of triangles, with corners in space by rows and three of their places for each "
      + "triangle, on which a value of its corners has a level.",
    Example("mesh_lines([[0, 0, 5], [2, 0, 5], [0, 2, 5]], [[0, 1, 2]], [0, 2, 2], 1)", "[[[0 1 5] [1 0 5]]]")
  ) { (evaluation, call) throws(Diagnostic) in
    try evaluation.meshLines(call)
  },
]

extension Evaluation {
  /// A function of some numbers as a program, with that many numbers as its value.
  fileprivate func compiled(
    _ call: Call, inputs: Int, outputs: Int
  ) throws(Diagnostic) -> CompiledFunction {
    let place = call.location(of: 0)
    let function = try call[0].function(of: call.title(of: 0), at: place)
    let program = try function.compiled(inputs: inputs, at: place, limits: limits)
    guard program.outputCount == outputs else {
      throw call.mistake(
        0, "expected a function whose value is \(counted(outputs, "number")), found \(program.outputCount)")
    }
    return program
  }

  /// The function that is the first argument, and its values over a grid; the intervals are the two
  /// arguments before the resolution.
  fileprivate mutating func field(
    _ call: Call, resolution index: Int
  ) throws(Diagnostic) -> (function: CompiledFunction, grid: ScalarGrid) {
    let (x, y) = (try call.interval(index - 2), try call.interval(index - 1))
    let count = try call.integer(index, in: 2...2000)
    let function = try compiled(call, inputs: 2, outputs: 1)
    try chargeElements([count, count], at: call.place)
    try chargeOperations(function.operationCount, times: count * count, at: call.place)
    let (xs, ys) = (evenly(spaced: count, over: x), evenly(spaced: count, over: y))
    let values = function.onGrid(columns: xs, rows: ys)[0]
    return (function, ScalarGrid(xs: xs, ys: ys, values: values))
  }

  fileprivate mutating func streamlines(_ call: Call) throws(Diagnostic) -> Value {
    let (x, y) = (try call.interval(1), try call.interval(2))
    let separation = try call.number(3)
    guard (0.005...0.5).contains(separation) else {
      throw call.mistake(3, "expected a fraction from 0.005 to 0.5, found \(shortest(separation))")
    }
    let function = try compiled(call, inputs: 2, outputs: 2)
    // A block of points costs a program as much as one of them.
    let work = 16 + 8 * function.operationCount
    let found = try Streamlines(within: x, y, separation: separation) { (point) throws(Diagnostic) in
      try chargeOperations(work, at: call.place)
      let value = function.at([point.x, point.y])
      return (value[0], value[1])
    }
    return .list(found.lines.map { Value.points($0) })
  }

  fileprivate mutating func meshLines(_ call: Call) throws(Diagnostic) -> Value {
    let (corners, triangles) = (try call.matrix(0), try call.matrix(1))
    let (values, level) = (try call.vector(2), try call.number(3))
    guard corners.shape[1] == 3 else {
      throw call.mistake(0, "expected rows of 3 coordinates, found \(shapeDescription(corners.shape))")
    }
    guard triangles.shape[1] == 3 else {
      throw call.mistake(1, "expected rows of 3 places, found \(shapeDescription(triangles.shape))")
    }
    guard values.count == corners.shape[0] else {
      throw call.mistake(
        2, "expected a value for each of \(counted(corners.shape[0], "corner")), found \(values.count)")
    }
    for place in triangles.elements
    where Int(exactly: place).map({ 0..<values.count ~= $0 }) != true {
      throw call.mistake(1, "there is no corner \(shortest(place))")
    }
    try chargeOperations(200, times: triangles.shape[0], at: call.place)
    let mesh = TriangleMesh(
      corners: (0..<values.count).map { row in
        SpacePoint(
          x: corners.elements[3 * row], y: corners.elements[3 * row + 1], z: corners.elements[3 * row + 2])
      },
      triangles: (0..<triangles.shape[0]).map { row in
        let places = triangles.elements[(3 * row)..<(3 * row + 3)].map { Int($0) }
        return (places[0], places[1], places[2])
      })
    return .list(
      mesh.contourLines(of: values, at: level).map { line in
        let points = line.points + (line.isClosed ? line.points.prefix(1) : [])
        return Value.matrix(points.map { [$0.x, $0.y, $0.z] }, columns: 3)
      })
  }
}

extension Call {
  /// Two finite numbers, the smaller one first.
  func interval(_ index: Int) throws(Diagnostic) -> ClosedRange<Double> {
    let ends = try vector(index)
    guard ends.count == 2, ends[0] < ends[1], (ends[1] - ends[0]).isFinite else {
      throw mistake(
        index, "expected two numbers, the smaller one first, found \(values[index].typeDescription)")
    }
    return ends[0]...ends[1]
  }

  /// Points of the plane by rows.
  fileprivate func planePoints(_ index: Int) throws(Diagnostic) -> [DataPoint] {
    let matrix = try matrix(index)
    guard matrix.shape[1] == 2, matrix.shape[0] > 0 else {
      throw mistake(
        index, "expected points of the plane, by rows of 2, found \(shapeDescription(matrix.shape))")
    }
    return stride(from: 0, to: matrix.count, by: 2).map {
      DataPoint(x: matrix.elements[$0], y: matrix.elements[$0 + 1])
    }
  }
}

extension Value {
  /// Points by rows.
  fileprivate static func points(_ points: [DataPoint]) -> Value {
    .tensor(Tensor(shape: [points.count, 2], elements: points.flatMap { [$0.x, $0.y] }))
  }

  /// The points of a line; a closed one ends where it begins.
  fileprivate static func line(_ line: ContourLine) -> Value {
    points(line.points + (line.isClosed ? line.points.prefix(1) : []))
  }
}

/// The range of some numbers with a tenth of it, or at least 1, on both sides.
private func widened(_ numbers: [Double]) -> ClosedRange<Double> {
  let (low, high) = (numbers.min() ?? 0, numbers.max() ?? 0)
  let margin = high > low ? (high - low) / 10 : 1
  return (low - margin)...(high + margin)
}

/// The area of a polygon whose corners are counterclockwise (Gauss's shoelace formula).
private func area(of corners: [DataPoint]) -> Double {
  var sum = 0.0
  for (a, b) in zip(corners, corners.dropFirst() + corners.prefix(1)) {
    sum += (a.x - b.x) * (a.y + b.y) / 2
  }
  return sum
}
