import Glibc

/// Seconds since some moment; never set back.
func now() -> Double { seconds(CLOCK_MONOTONIC) }

/// Seconds that processors have worked for this process, whatever else runs on the machine.
func processorTime() -> Double { seconds(CLOCK_PROCESS_CPUTIME_ID) }

private func seconds(_ clock: clockid_t) -> Double {
  var time = timespec()
  clock_gettime(clock, &time)
  return Double(time.tv_sec) + 1e-9 * Double(time.tv_nsec)
}

/// The median time of `repetitions` calls, after one that is not counted, in seconds.
func medianTime<Result>(of repetitions: Int = 5, _ work: () -> Result) -> Double {
  median(
    (0...repetitions).map { _ in
      let start = now()
      keep(work())
      return now() - start
    }.dropFirst())
}

/// Makes the optimizer believe that a value is used.
@inline(never)
private func keep<Value>(_ value: Value) {}

/// The value in the middle, or the mean of the two there; NaN of none.
func median(_ values: some Sequence<Double>) -> Double {
  let sorted = values.sorted()
  guard !sorted.isEmpty else { return .nan }
  return (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
}
