internal import Synchronization

/// What a scene's expressions have spent together, shared by all copies of its scope.
///
/// A class, as evaluations of copies add to one sum.
final class Expenses: Sendable {
  private let spent = Mutex(0)

  var work: Int { spent.withLock { $0 } }

  func add(_ work: Int) { spent.withLock { $0 += work } }
}
