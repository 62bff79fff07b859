import Diagnostics
import Glibc

/// Runs one command line, given without the program's name; returns the exit status.
///
/// Missed goals are figures like any other: only what cannot be measured is a failure.
func run(_ words: [String]) -> Int32 {
  do throws(Diagnostic) {
    let request = try Request(words)
    guard !request.wantsHelp else {
      write(Request.help, to: STDOUT_FILENO)
      return 0
    }
    let bench = try Bench(request)
    write(heading(of: bench, isMarkdown: request.isMarkdown), to: STDOUT_FILENO)
    for name in groups.names where request.wants(name) {
      let group = try groups.entry(named: name, at: nil)
      write("\(name) …\n", to: STDERR_FILENO)
      let table = Table(group.title, try group.measure(bench))
      write(request.isMarkdown ? table.markdown : table.text, to: STDOUT_FILENO)
    }
    return 0
  } catch {
    write("\(error)\n", to: STDERR_FILENO)
    return 1
  }
}

private func heading(of bench: Bench, isMarkdown: Bool) -> String {
  let machine = Machine.description
  let method = "medians of \(bench.rounds) rounds in which ours and theirs take turns"
  return isMarkdown ? "\(machine); \(method).\n" : "\(machine)\n\(method)\n"
}

/// Writes a text without buffering; a failure has nowhere to be told.
func write(_ text: String, to descriptor: Int32) {
  var rest = Array(text.utf8)[...]
  while !rest.isEmpty {
    let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
    guard count > 0 else { return }
    rest = rest.dropFirst(count)
  }
}
