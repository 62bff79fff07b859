import Glibc

/// Why the last system call failed, such as `no such file or directory`.
package func systemReason() -> String {
  // The process never sets a locale, so these are the C locale's words.
  let reason = String(cString: strerror(errno))
  // Input and output keep their capitals: `I/O`.
  return reason.dropFirst().first?.isLowercase == true
    ? reason.prefix(1).lowercased() + reason.dropFirst() : reason
}
