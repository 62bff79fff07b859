/// `frames 0–56, 60` for ascending numbers; long lists end in how many there are.
func frameRanges(_ frames: [Int]) -> String {
  var ranges: [ClosedRange<Int>] = []
  for frame in frames {
    if let last = ranges.last, last.upperBound + 1 == frame {
      ranges[ranges.count - 1] = last.lowerBound...frame
    } else {
      ranges.append(frame...frame)
    }
  }
  let most = 6
  let words = ranges.prefix(most).map {
    $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)–\($0.upperBound)"
  }
  let rest = ranges.count > most ? ", … (\(frames.count) in all)" : ""
  return (frames.count == 1 ? "frame " : "frames ") + words.joined(separator: ", ") + rest
}
