extension FilmTiming {
  /// As many frames are measured for the layout, evenly chosen; films of fewer are measured whole.
  static let mostMeasured = 240

  /// The moments that decide the layout of the film: that of the poster first, then in their order.
  var measuredMoments: [FilmMoment] {
    let count = min(frameCount, Self.mostMeasured)
    var frames = [posterFrame]
    for number in 0..<count {
      let frame = count > 1 ? number * (frameCount - 1) / (count - 1) : 0
      if frame != posterFrame { frames.append(frame) }
    }
    var moments: [FilmMoment] = []
    for moment in frames.compactMap({ moment(of: $0) }) {
      // Held pictures differ by their number alone.
      if let last = moments.last, last.t == moment.t, last.shot == moment.shot { continue }
      moments.append(moment)
    }
    return moments
  }
}
