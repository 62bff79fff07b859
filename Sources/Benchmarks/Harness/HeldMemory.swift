import Glibc

/// How the C library keeps freed memory, as it is told at run time.
///
/// Arrays of megabytes would otherwise go back to the kernel after every call and come again page by
/// page, which takes longer than computing them. Rivals measured within their process get the same.
enum HeldMemory {
  /// For other programs' environment.
  static let setting =
    "GLIBC_TUNABLES=glibc.malloc.mmap_max=0:glibc.malloc.trim_threshold=17179869184"

  /// For this program, from now on.
  static func hold() {
    // <malloc.h> is not in Swift's Glibc: its function, and M_TRIM_THRESHOLD and M_MMAP_MAX.
    guard let symbol = dlsym(nil, "mallopt") else { return }
    let mallopt = unsafeBitCast(symbol, to: (@convention(c) (Int32, Int32) -> Int32).self)
    _ = mallopt(-1, Int32.max)
    _ = mallopt(-4, 0)
  }
}
