package import Diagnostics

extension FilmTiming {
  /// Frames that show a film on paper: at most `count`, evenly over what moves in it, the first and the last
  /// included, in order.
  ///
  /// Every shot has its share, by its length and at least one; throws if there are more shots than that.
  package func frames(showing count: Int) throws(Diagnostic) -> [Int] {
    let shots = movingFrames
    guard count >= shots.count else {
      throw Diagnostic("\(count) pictures leave out shots: the film has \(shots.count)")
    }
    return zip(shots, shares(of: count, among: shots.map(\.count))).flatMap { frames, share in
      // A lone picture of a shot shows what it has come to.
      guard share > 1 else { return Array(frames.suffix(1)) }
      return (0..<share).map { frames[(2 * $0 * (frames.count - 1) + share - 1) / (2 * (share - 1))] }
    }
  }

  /// For each shot the frames that are not held ones: those that differ from the one before.
  private var movingFrames: [[Int]] {
    var shots: [[Int]] = []
    var last: FilmMoment?
    for frame in 0..<frameCount {
      guard let moment = moment(of: frame) else { continue }
      if last?.shot != moment.shot { shots.append([]) }
      if last?.shot != moment.shot || last?.t != moment.t { shots[shots.count - 1].append(frame) }
      last = moment
    }
    return shots
  }

  /// Parts of `count` in proportion to lengths, none larger than its length, all at least 1.
  ///
  /// Each goes where the share is smallest against the length, as votes become seats (D'Hondt).
  private func shares(of count: Int, among lengths: [Int]) -> [Int] {
    var shares = lengths.map { min($0, 1) }
    for _ in 0..<max(count - shares.count, 0) {
      let open = lengths.indices.filter { shares[$0] < lengths[$0] }
      let next = open.max {
        Double(lengths[$0]) / Double(shares[$0] + 1) < Double(lengths[$1]) / Double(shares[$1] + 1)
      }
      guard let next else { break }
      shares[next] += 1
    }
    return shares
  }
}
