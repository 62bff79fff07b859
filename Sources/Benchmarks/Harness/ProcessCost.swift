import Glibc

/// What a process took, from before its start until after its end.
struct ProcessCost: Sendable {
  /// Seconds on the clock.
  let wall: Double
  /// Seconds of all cores, in the program and in the kernel for it.
  let cpu: Double
  /// Most memory at a time, in MB of 2^20 bytes; NaN where the kernel cannot tell.
  let peak: Double

  init(wall: Double, _ usage: rusage) {
    self.wall = wall
    cpu = seconds(usage.ru_utime) + seconds(usage.ru_stime)
    // A child starts in its parent's memory, and Linux counts that too: what is not above our own peak
    // may be ours.
    var own = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &own)
    peak = usage.ru_maxrss > own.ru_maxrss ? Double(usage.ru_maxrss) / 1024 : .nan
  }
}

private func seconds(_ time: timeval) -> Double {
  Double(time.tv_sec) + 1e-6 * Double(time.tv_usec)
}
