import MathCore

extension CurveSampling {
  /// Samples the graph of a function as a reader sees it: what is smooth in the data may bend on the axes.
  ///
  /// `axes` are those of a plot; where the domain of y is not known yet, heights are compared to each other.
  init(of function: ([Double]) -> [Double], on axes: EvaluationContext, start: Int) {
    let x = axes.x ?? LinearScale(-5...5)
    let shape = axes.y ?? axes.likeY ?? LinearScale(0...1)
    guard !x.isLinear || !shape.isLinear else {
      self.init(over: x.domain, start: start, y: axes.y?.domain) { xs in
        zip(xs, function(xs)).map { DataPoint(x: $0, y: $1) }
      }
      return
    }
    // In fractions of both axes, and back.
    self.init(over: 0...1, start: start, y: axes.y == nil ? nil : 0...1) { places in
      zip(places, function(places.map(x.value(at:)))).map { DataPoint(x: $0, y: shape.fraction(of: $1)) }
    }
    mapPoints { DataPoint(x: x.value(at: $0.x), y: shape.value(at: $0.y)) }
  }
}
