internal import Synchronization

/// How often something changes in a film; what is made of several things changes as often as the quickest.
package enum Pace: Int, Comparable, Sendable {
  case still
  case shot
  case frame

  package static func < (one: Pace, other: Pace) -> Bool { one.rawValue < other.rawValue }
}

/// Notes how often the names change that an evaluation looks up.
///
/// What has looked up no changing name has the same value at every moment, whatever way the evaluation took: a
/// way that depends on a name has looked it up. A class, as all copies of a scope tell one watch.
package final class PaceWatch: Sendable {
  private let quickest = Mutex(Pace.still)

  package init() {}

  /// The pace of the quickest name that was looked up.
  package var pace: Pace { quickest.withLock { $0 } }

  func note(_ pace: Pace) { quickest.withLock { $0 = max($0, pace) } }
}
