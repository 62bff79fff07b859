import Diagnostics
import Glibc
import MathCore
import OnePicture

/// A CSV file of a million rows and five columns, from the file to its columns.
let tablesGroup = Group("A CSV file of 1,000,000 rows × 5, one core") { (bench) throws(Diagnostic) in
  let numbers = try bench.tableFile("numbers.csv") { "\($0.unit())" }
  let words = ["setosa", "versicolor", "virginica"]
  let mixed = try bench.tableFile("mixed.csv") { words[Int($0.whole(below: UInt64(words.count)))] }
  let command = Command(bench.onePicture, "eval", "--data", "t=\(numbers)", "mean(t.x0)")
  let whole = try Race(
    rounds: bench.rounds,
    ours: Contestant("onepicture") { () throws(Diagnostic) in try command.run() }, rivals: [])
  HeldMemory.hold()
  let race = try Race(
    rounds: bench.rounds,
    ours: Contestant("onepicture") { () throws(Diagnostic) in
      var times = Measurements()
      times["numbers"] = try readingTime(numbers)
      times["mixed"] = try readingTime(mixed)
      return times
    },
    rivals: [
      Contestant(pandas) { () throws(Diagnostic) in
        try bench.measurements(ofPython: Snippets.pandas(numbers: numbers, mixed: mixed))
      }
    ])
  return [
    race.finding(
      "five columns of numbers", in: .milliseconds, { $0["numbers"] }, against: pandas, goal: .faster(1)),
    race.finding(
      "four columns of numbers, one of texts", in: .milliseconds, { $0["mixed"] }, against: pandas,
      goal: .faster(1)),
    // The numbers themselves are 40 million bytes.
    whole.finding(
      "peak memory of onepicture eval", in: .megabytes, { $0.peak }, limit: 3 * 40e6 / 0x1p20,
      called: "three times the numbers"),
  ]
}

private let pandas = "pandas, C engine"

/// The median milliseconds of reading a file that the kernel has at hand.
private func readingTime(_ path: String) throws(Diagnostic) -> Double {
  var times: [Double] = []
  for _ in 0..<5 {
    let start = now()
    do throws(SceneError) {
      _ = try DataFile(contentsOf: path)
    } catch {
      throw Diagnostic("cannot read \(path)")
    }
    times.append((now() - start) * 1e3)
  }
  return median(times)
}

extension Bench {
  /// A file with the shortest decimals of four random columns, and a fifth that is given.
  fileprivate func tableFile(
    _ name: String, last: (inout Xoshiro256) -> String
  ) throws(Diagnostic) -> String {
    let path = file(name)
    guard let stream = fopen(path, "w") else { throw Diagnostic("cannot write \(path)") }
    defer { fclose(stream) }
    var generator = Xoshiro256(seed: 1)
    fputs("x0,x1,x2,x3,x4\n", stream)
    for _ in 0..<1_000_000 {
      let cells = (0..<4).map { _ in "\(generator.unit())" } + [last(&generator)]
      fputs(cells.joined(separator: ",") + "\n", stream)
    }
    return path
  }
}
