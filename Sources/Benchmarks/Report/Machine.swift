import Glibc
import OnePicture

/// The machine that figures belong to.
enum Machine {
  /// Such as `AMD EPYC, AVX-512, 2 cores, Linux 6.18, load 0.61`.
  static var description: String {
    let lines = ((try? contents(ofFile: "/proc/cpuinfo")).map { String(decoding: $0, as: UTF8.self) } ?? "")
      .split(separator: "\n")
    let model = value(of: "model name", in: lines) ?? "unknown processor"
    let flags = value(of: "flags", in: lines)?.split(separator: " ") ?? []
    let cores = max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
    var parts = [String(model)]
    if flags.contains("avx512f") {
      parts.append("AVX-512")
    } else if flags.contains("avx2") {
      parts.append("AVX2")
    }
    parts.append(cores == 1 ? "1 core" : "\(cores) cores")
    parts.append("Linux \(kernel)")
    var load = [0.0]
    if getloadavg(&load, 1) == 1 { parts.append("load \(rounded(load[0]))") }
    return parts.joined(separator: ", ")
  }

  private static func value(of key: String, in lines: [Substring]) -> Substring? {
    guard let line = lines.first(where: { $0.hasPrefix(key) }), let colon = line.firstIndex(of: ":")
    else { return nil }
    return line[line.index(after: colon)...].drop { $0 == " " }
  }

  private static var kernel: String {
    let release = (try? contents(ofFile: "/proc/sys/kernel/osrelease")) ?? []
    return String(decoding: release.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
  }
}
