import Glibc

/// Runs the same work on so many threads at once, the caller's among them; returns when all are done.
///
/// Threads of the system start within microseconds and may wait for each other, which tasks must not. Where
/// the system grants fewer, fewer do the work.
func runOnThreads(_ count: Int, _ work: @escaping @Sendable () -> Void) {
  var threads: [pthread_t] = []
  for _ in 1..<max(1, count) {
    guard let thread = startThread(work) else { break }
    threads.append(thread)
  }
  work()
  for thread in threads { pthread_join(thread, nil) }
}

/// Starts a thread that runs beside all others until the process ends.
package func startWatcher(_ work: @escaping @Sendable () -> Void) {
  if let thread = startThread(work) { pthread_detach(thread) }
}

/// `nil` if the system has no room for another thread.
private func startThread(_ work: @escaping @Sendable () -> Void) -> pthread_t? {
  withUnsafeTemporaryAllocation(of: pthread_attr_t.self, capacity: 1) { room in
    guard let attributes = room.baseAddress, pthread_attr_init(attributes) == 0 else { return nil }
    defer { pthread_attr_destroy(attributes) }
    // As the first thread usually has, whatever the limits of the process are: nested expressions need it.
    pthread_attr_setstacksize(attributes, 8 << 20)
    let errand = Unmanaged.passRetained(Errand(work: work))
    var thread = pthread_t()
    let failure = pthread_create(
      &thread, attributes,
      { argument in
        if let argument { Unmanaged<Errand>.fromOpaque(argument).takeRetainedValue().work() }
        return nil
      }, errand.toOpaque())
    guard failure == 0 else {
      errand.release()
      return nil
    }
    return thread
  }
}

/// Work behind a pointer, which is all that a new thread can be handed.
private final class Errand: Sendable {
  let work: @Sendable () -> Void

  init(work: @escaping @Sendable () -> Void) { self.work = work }
}
