import Diagnostics
import SceneFiles

/// How long a film or a shot is, as the scene says it.
struct FilmLength: Hashable, Sendable {
  enum Amount: Hashable, Sendable {
    case frames(Int)
    case seconds(Double)
  }

  let amount: Amount
  /// By which key it is said.
  var key: String { if case .frames = amount { "frames" } else { "duration" } }
  let location: SourceLocation

  /// The pictures, which are whole.
  func timing(at rate: Double, holding hold: Hold) throws(Diagnostic) -> ShotTiming {
    let count = try frameCount(at: rate)
    let (first, last) = (hold.first * rate, hold.last * rate)
    // One picture at least shows what is held at neither end.
    guard first.rounded() + last.rounded() < Double(count) else {
      throw Diagnostic(
        "hold: \(described(first.rounded() + last.rounded())) are held, but there are only \(described(Double(count)))",
        at: hold.location ?? location, help: "hold less, or give it more 'frames' or 'duration'")
    }
    return ShotTiming(frameCount: count, heldFirst: Int(first.rounded()), heldLast: Int(last.rounded()))
  }

  private func frameCount(at rate: Double) throws(Diagnostic) -> Int {
    switch amount {
    case .frames(let count): return count
    case .seconds(let seconds):
      let count = (seconds * rate).rounded()
      guard count >= 1 else {
        throw Diagnostic("duration: less than one picture at \(shortest(rate)) a second", at: location)
      }
      guard count <= Double(FilmTiming.mostFrames) else {
        throw Diagnostic(
          "duration: more than \(FilmTiming.mostFrames) pictures at \(shortest(rate)) a second", at: location)
      }
      return Int(count)
    }
  }

  private func described(_ count: Double) -> String { count == 1 ? "1 frame" : "\(shortest(count)) frames" }
}

/// How long the first and the last picture stay.
struct Hold: Hashable, Sendable {
  /// In seconds, at least 0.
  var first = 0.0
  var last = 0.0
  /// `nil` if nothing is said.
  var location: SourceLocation?
}

extension Fields {
  /// `frames` or `duration`; `nil` if neither is there, or something is wrong with one.
  mutating func length(_ complaints: inout DiagnosticList) -> FilmLength? {
    let frames = complaints.collect { () throws(Diagnostic) in
      try integer("frames", in: 1...FilmTiming.mostFrames)
    }
    let seconds = complaints.collect { () throws(Diagnostic) in
      try node("duration").map { node throws(Diagnostic) in try node.seconds(for: subject("duration")) }
    }
    let places = [node("frames")?.location, node("duration")?.location]
    if let place = places[1], places[0] != nil {
      complaints.append(
        Diagnostic(
          "\(subject("duration")): 'frames' says already how long it is", at: place, help: "keep one of them")
      )
      return nil
    }
    if let frames, let place = places[0] { return FilmLength(amount: .frames(frames), location: place) }
    if let seconds, let place = places[1] { return FilmLength(amount: .seconds(seconds), location: place) }
    return nil
  }

  /// `1s` for the end, `[0.5s, 1s]` for the start and the end.
  mutating func hold() throws(Diagnostic) -> Hold? {
    guard let node = node("hold") else { return nil }
    let subject = subject("hold")
    guard case .sequence(let ends) = node.content else {
      return Hold(last: try node.seconds(for: subject), location: node.location)
    }
    guard ends.count == 2 else {
      throw Diagnostic(
        "\(subject): expected how long the first and the last picture stay, found \(ends.count) times",
        at: node.location, help: "write hold: [0.5s, 1s]")
    }
    return Hold(
      first: try ends[0].seconds(for: subject), last: try ends[1].seconds(for: subject),
      location: node.location)
  }
}

extension Node {
  /// A stretch of time such as `4s`, `500ms`, or plain seconds; at least 0.
  fileprivate func seconds(for subject: String) throws(Diagnostic) -> Double {
    let text = try text(for: subject).text
    let units: KeyValuePairs = ["ms": 0.001, "min": 60.0, "s": 1.0, "": 1.0]
    let unit = units.first { text.hasSuffix($0.key) } ?? ("", 1)
    let digits = text.dropLast(unit.key.utf8.count).trimmingSpaces
    // Neither 'nan' nor '0x1p3' nor '1e300'.
    guard !digits.isEmpty, digits.allSatisfy({ "0123456789.-".contains($0) }), let number = Double(digits)
    else {
      throw mismatch(subject, "a time such as 4s or 500ms")
    }
    guard number >= 0 else {
      throw Diagnostic("\(subject): expected a time of at least 0s, found \(text)", at: location)
    }
    return number * unit.value
  }
}

extension Substring {
  fileprivate var trimmingSpaces: Substring {
    var text = self
    while text.last == " " { text.removeLast() }
    return text
  }
}

/// A number in as few digits as it needs, whole ones without a point.
private func shortest(_ number: Double) -> String {
  let text = "\(number)"
  return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
}
