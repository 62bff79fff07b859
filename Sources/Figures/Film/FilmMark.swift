import Diagnostics
import Expressions

/// A mark of a film: what of it is computed already, and what all its pictures have in common.
struct FilmMark: Sendable {
  let description: MarkDescription
  /// `nil` before it was evaluated for the first time.
  private(set) var pace: Pace?
  /// What it is in a shot; that of a still mark is the same in all of them.
  private var known: [Int: EvaluatedMark?] = [:]
  /// What it is at some moment at which it is shown.
  var sample: EvaluatedMark?
  /// The values for which its colors or lengths stand.
  private(set) var range: ClosedRange<Double>?
  private var complaint: Diagnostic?
  private var isEverRight = false

  init(_ description: MarkDescription) { self.description = description }

  /// What it is at a moment; `nil` if that has to be computed.
  func known(at moment: FilmMoment) -> EvaluatedMark?? {
    switch pace {
    case nil, .frame: nil
    case .still: known[0]
    case .shot: known[moment.shot]
    }
  }

  /// Whether its numbers, in other frames those of this one, are still to be computed.
  func isOpen(at moment: FilmMoment) -> Bool { known(at: moment) == nil && !isWrong }

  /// Whether it is wrong in every frame.
  private var isWrong: Bool { pace == .still && complaint != nil }

  /// What is wrong with it at all moments that were tried.
  var faults: [Diagnostic] { isEverRight ? [] : [complaint].compactMap(\.self) }

  /// Computes it at a moment; `hasCamera` tells that its axes change.
  mutating func evaluate(
    at moment: FilmMoment, hasCamera: Bool, _ compute: (PaceWatch) throws(Diagnostic) -> EvaluatedMark?
  ) -> EvaluatedMark? {
    let watch = PaceWatch()
    var evaluated: EvaluatedMark??
    do throws(Diagnostic) {
      evaluated = .some(try compute(watch))
      isEverRight = true
    } catch {
      complaint = complaint ?? error
    }
    let pace = max(self.pace ?? .still, watch.pace, hasCamera ? .frame : .still)
    self.pace = pace
    guard case .some(let mark) = evaluated else { return nil }
    if pace < .frame { known[pace == .still ? 0 : moment.shot] = .some(mark) }
    sample = sample ?? mark
    return mark
  }

  /// Takes the values for which its colors or lengths stand at a moment.
  mutating func widen(to other: ClosedRange<Double>?) {
    guard let other else { return }
    range = range.map { min($0.lowerBound, other.lowerBound)...max($0.upperBound, other.upperBound) } ?? other
  }
}
