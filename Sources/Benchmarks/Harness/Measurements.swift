import Diagnostics

/// Numbers by name, as a program prints them: a name and a number on each line.
struct Measurements: Sendable {
  private var values: [String: Double] = [:]

  init() {}

  init(printed text: String) {
    for line in text.split(separator: "\n") {
      let words = line.split(separator: " ")
      guard words.count == 2, let value = Double(words[1]) else { continue }
      values[String(words[0])] = value
    }
  }

  /// NaN for what was not measured.
  subscript(name: String) -> Double {
    get { values[name] ?? .nan }
    set { values[name] = newValue }
  }
}

extension Bench {
  /// What a Python program, given as text, prints; it measures within its process.
  func measurements(ofPython program: String) throws(Diagnostic) -> Measurements {
    let command = Command(python, "-c", program).with(environment: [HeldMemory.setting])
    return Measurements(printed: try command.output(in: file("measurements")))
  }
}
