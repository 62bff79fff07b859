extension FilmDescription {
  /// As many frames are measured for the layout, evenly chosen; films of fewer are measured whole.
  static let mostMeasured = 240

  /// The moments that decide the layout of the film: that of the poster, then others in their order, among them the
  /// ends of all shots and what the scene names.
  var measuredMoments: [FilmMoment] {
    let count = min(timing.frameCount, Self.mostMeasured)
    let even = (0..<count).map { count > 1 ? $0 * (timing.frameCount - 1) / (count - 1) : 0 }
    let ends = (0..<timing.shotCount).map { timing.frames(ofShot: $0) }.flatMap {
      [$0.lowerBound, $0.upperBound - 1]
    }
    let frames = Set(even + ends + measuredFrames).subtracting([timing.posterFrame]).sorted()
    var moments: [FilmMoment] = []
    for moment in ([timing.posterFrame] + frames).compactMap({ timing.moment(of: $0) }) {
      // Held pictures differ by their number alone.
      if let last = moments.last, last.t == moment.t, last.shot == moment.shot { continue }
      moments.append(moment)
    }
    return moments
  }
}
