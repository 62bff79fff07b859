import Diagnostics

/// Which frames of a film are wanted: what `--frames`, `--every` and `--shard` leave.
struct FrameSelection: Sendable {
  /// Ranges with both their ends, the last frame where there is no end; `nil` stands for all frames.
  private var parts: [(first: Int, last: Int?)]?
  /// Of so many only one is wanted.
  private(set) var step = 1
  /// From 0.
  private var shard = 0
  private var shardCount = 1

  init(_ arguments: Arguments) throws(Diagnostic) {
    parts = try arguments.value("frames").map { (list) throws(Diagnostic) in
      try list.split(separator: ",", omittingEmptySubsequences: false).map(Self.part)
    }
    if let text = arguments.value("every") {
      guard let number = Int(text), number >= 1 else {
        throw Diagnostic("--every: expected a whole number from 1, found '\(text)'")
      }
      step = number
    }
    if let text = arguments.value("shard") { try readShard(text) }
  }

  /// Whether other machines make the other frames.
  var isShard: Bool { shardCount > 1 }

  /// The wanted frames of a film, ascending; throws if it does not have all that are named.
  func frames(of count: Int) throws(Diagnostic) -> [Int] {
    var frames = Array(0..<count)
    if let parts {
      var isWanted = [Bool](repeating: false, count: count)
      for (first, last) in parts {
        guard max(first, last ?? first) < count else {
          let wrong = first < count ? last ?? first : first
          throw Diagnostic("--frames: the film has no frame \(wrong), its last one is \(count - 1)")
        }
        for frame in first...(last ?? count - 1) { isWanted[frame] = true }
      }
      frames = frames.filter { isWanted[$0] }
    }
    if step > 1 { frames = stride(from: 0, to: frames.count, by: step).map { frames[$0] } }
    return shardCount > 1 ? part(of: frames) : frames
  }

  /// The shard's frames: blocks of neighbors, whose painting shares most, dealt out in turn, since frames mostly
  /// get more costly, or cheaper, along a film.
  private func part(of frames: [Int]) -> [Int] {
    let rounds = max(1, frames.count / shardCount / Self.blockLength)
    var mine: [Int] = []
    for round in 0..<rounds {
      // Blocks as equal as whole numbers allow; products stay small: a film has at most a million frames.
      let block = round * shardCount + shard
      let blocks = rounds * shardCount
      let start = frames.count * block / blocks
      mine += frames[start..<(frames.count * (block + 1) / blocks)]
    }
    return mine
  }

  /// How many neighbors a shard takes at a time, about.
  private static let blockLength = 8

  private mutating func readShard(_ text: String) throws(Diagnostic) {
    let words = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    let help = "write --shard 3/8 for the third of eight parts"
    guard words.count == 2, let number = Int(words[0]), let count = Int(words[1]) else {
      throw Diagnostic("--shard: expected a part such as 3/8, found '\(text)'", help: help)
    }
    guard (1...Self.mostShards).contains(count) else {
      throw Diagnostic("--shard: expected 1 to \(Self.mostShards) parts, found '\(text)'", help: help)
    }
    guard (1...count).contains(number) else {
      throw Diagnostic(
        "--shard: expected a part from 1/\(count) to \(count)/\(count), found '\(text)'", help: help)
    }
    (shard, shardCount) = (number - 1, count)
  }

  private static let mostShards = 1_000_000

  /// `7`, `0..99`, `10..` or `..20`.
  private static func part(_ text: Substring) throws(Diagnostic) -> (first: Int, last: Int?) {
    let complaint = Diagnostic(
      "--frames: expected frames such as 0..99,150 or 200.., found '\(text)'",
      help: "frames count from 0, and a range has both its ends")
    guard let dots = text.firstRange(of: "..") else {
      guard let frame = number(text) else { throw complaint }
      return (frame, frame)
    }
    let (start, end) = (text[..<dots.lowerBound], text[dots.upperBound...])
    guard let first = start.isEmpty ? 0 : number(start), !start.isEmpty || !end.isEmpty else {
      throw complaint
    }
    guard !end.isEmpty else { return (first, nil) }
    guard let last = number(end) else { throw complaint }
    guard first <= last else { throw Diagnostic("--frames: '\(text)' ends before it begins") }
    return (first, last)
  }

  private static func number(_ text: Substring) -> Int? {
    guard text.allSatisfy({ $0.isASCII && $0.isNumber }) else { return nil }
    return Int(text)
  }
}
