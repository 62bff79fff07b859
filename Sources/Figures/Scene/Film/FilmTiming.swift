/// Which pictures a film has, and how fast they follow each other.
package struct FilmTiming: Hashable, Sendable {
  /// All pictures, held ones too; at least one.
  package var frameCount: Int
  /// Pictures a second.
  package var framesPerSecond: Double
  /// How many pictures more the first and the last one stay.
  package var held: (first: Int, last: Int) {
    get { (heldFirst, heldLast) }
    set { (heldFirst, heldLast) = newValue }
  }
  private var heldFirst = 0
  private var heldLast = 0
  /// The one that stands for the film where nothing can move.
  package var posterFrame: Int

  package init(frameCount: Int, framesPerSecond: Double, held: (first: Int, last: Int) = (0, 0)) {
    self.frameCount = frameCount
    self.framesPerSecond = framesPerSecond
    posterFrame = frameCount - 1
    self.held = held
  }

  /// The moment that a frame shows; `nil` for one that the film does not have.
  package func moment(of frame: Int) -> FilmMoment? {
    guard (0..<frameCount).contains(frame) else { return nil }
    let last = frameCount - 1 - heldFirst - heldLast
    guard last > 0 else { return FilmMoment(frame: frame, t: 1) }
    return FilmMoment(frame: frame, t: min(max(Double(frame - heldFirst) / Double(last), 0), 1))
  }
}
