import Glibc

/// How many threads can run at once: the processors that this process may use.
///
/// Batch systems and containers often leave a process only some of the machine's: see `man proc_pid_status`.
package func usableProcessorCount() -> Int {
  let status = (try? contents(ofFile: "/proc/self/status", upTo: 1 << 16)) ?? []
  let lines = status.split(separator: UInt8(ascii: "\n"))
  // Sets of 32 processors each, in hexadecimal digits.
  let allowed = lines.first { $0.starts(with: Array("Cpus_allowed:".utf8)) }?.drop {
    $0 != UInt8(ascii: "\t")
  }
  let count =
    allowed?.reduce(0) { $0 + (Character(Unicode.Scalar($1)).hexDigitValue?.nonzeroBitCount ?? 0) } ?? 0
  return count > 0 ? count : max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
}
