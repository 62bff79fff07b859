/// Which pictures a film has, what each of them shows, and how fast they follow each other.
package struct FilmTiming: Hashable, Sendable {
  /// The most pictures that a film may have: nine hours at 30 a second.
  package static let mostFrames = 1_000_000

  /// Pictures a second.
  package let framesPerSecond: Double
  /// Whether the end meets the start, so that the film may be shown again and again.
  package let isLooping: Bool
  /// At least one: a film that is not divided is a single one.
  private let shots: [ShotTiming]
  /// Where each shot begins.
  private let starts: [Int]
  /// All pictures, held ones too; at least one.
  package let frameCount: Int
  /// The one that stands for the film where nothing can move.
  package var posterFrame: Int

  init(_ shots: [ShotTiming], framesPerSecond: Double, isLooping: Bool = false) {
    self.framesPerSecond = framesPerSecond
    self.isLooping = isLooping
    self.shots = shots
    var (starts, count) = ([Int](), 0)
    for shot in shots {
      starts.append(count)
      count += shot.frameCount
    }
    self.starts = starts
    frameCount = count
    posterFrame = count - 1
  }

  /// The number of shots; 1 for a film that is not divided.
  package var shotCount: Int { shots.count }

  /// The pictures of a shot, counted over the whole film.
  package func frames(ofShot shot: Int) -> Range<Int> { starts[shot]..<starts[shot] + shots[shot].frameCount }

  /// The moment that a frame shows; `nil` for one that the film does not have.
  package func moment(of frame: Int) -> FilmMoment? {
    guard (0..<frameCount).contains(frame) else { return nil }
    var (shot, end) = (0, shots.count)
    while shot + 1 < end {
      let middle = (shot + end) / 2
      if starts[middle] <= frame { shot = middle } else { end = middle }
    }
    return FilmMoment(
      frame: frame, t: shots[shot].t(at: frame - starts[shot], isLooping: isLooping), shot: shot)
  }

  /// The frame of a shot that is nearest to a time 0…1.
  package func frame(at t: Double, ofShot shot: Int) -> Int {
    starts[shot] + shots[shot].frame(at: t, isLooping: isLooping)
  }
}

/// The pictures of a shot, or of a film without shots.
struct ShotTiming: Hashable, Sendable {
  /// All of them, at least one.
  let frameCount: Int
  /// How many pictures more the first and the last one stay; together fewer than there are.
  var heldFirst = 0
  var heldLast = 0

  /// The pictures in which time passes; at least one.
  private var moving: Int { frameCount - heldFirst - heldLast }

  /// The time 0…1 that a picture shows; that of a loop never comes to 1, where it begins again.
  func t(at frame: Int, isLooping: Bool) -> Double {
    let steps = isLooping ? moving : moving - 1
    guard steps > 0 else { return 1 }
    return Double(min(max(frame - heldFirst, 0), moving - 1)) / Double(steps)
  }

  /// The picture that is nearest to a time 0…1.
  func frame(at t: Double, isLooping: Bool) -> Int {
    let steps = Double(isLooping ? moving : moving - 1)
    return heldFirst + min(Int((min(max(t, 0), 1) * steps).rounded()), moving - 1)
  }
}
