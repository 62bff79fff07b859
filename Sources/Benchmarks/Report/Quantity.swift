/// A number with its unit.
struct Quantity: Sendable {
  enum Unit: String, Sendable {
    case milliseconds = "ms"
    case microseconds = "µs"
    case nanosecondsPerPoint = "ns a point"
    case megabytes = "MB"
  }

  let value: Double
  let unit: Unit

  init(_ value: Double, _ unit: Unit) {
    self.value = value
    self.unit = unit
  }

  /// `41.2 ms`; a dash for NaN.
  var text: String { value.isFinite ? "\(rounded(value)) \(unit.rawValue)" : "–" }
}

/// Three digits: `0.0123`, `1.23`, `123`; a dash for what is not a number.
func rounded(_ value: Double) -> String {
  guard value.isFinite, abs(value) < 1e15 else { return "–" }
  var (magnitude, decimals) = (abs(value), 2)
  while magnitude >= 10, decimals > 0 { (magnitude, decimals) = (magnitude / 10, decimals - 1) }
  while magnitude < 1, magnitude > 0, decimals < 6 { (magnitude, decimals) = (magnitude * 10, decimals + 1) }
  let scale = (0..<decimals).reduce(1) { power, _ in power * 10 }
  let units = Int((abs(value) * Double(scale)).rounded())
  let sign = value < 0 ? "−" : ""
  guard decimals > 0 else { return "\(sign)\(units)" }
  let fraction = String(units % scale)
  return "\(sign)\(units / scale)." + String(repeating: "0", count: decimals - fraction.count) + fraction
}
