import Diagnostics

/// What the command line asks for.
struct Request: Sendable {
  static let help = """
    usage: Benchmarks [--peers FOLDER] [--python PATH] [--formulas FILE] [--only NAME …] [--runs N] [--markdown]

    Measures onepicture, from the folder that holds Scenes, against other programs and against limits.

      --peers FOLDER  scripts of the peers: c/, gnuplot/, matplotlib/, typst/
      --python PATH   a Python with numpy, numexpr, contourpy, matplotlib, scikit-learn, typst; python3 unless said
      --formulas FILE formulas to set, one a line without dollars, # before comments; 20 of our own unless said
      --only NAME …   only these groups: \(groups.names.joined(separator: ", "))
      --runs N        rounds in which ours and theirs take turns, 1 to 1000; 9 unless said
      --markdown      tables for a README

    Peers that are not at hand are left out.

    """

  private(set) var peers: String?
  private(set) var python = "python3"
  private(set) var formulas: String?
  private(set) var rounds = 9
  private(set) var isMarkdown = false
  private(set) var wantsHelp = false
  private var chosen: [String] = []

  init(_ words: [String]) throws(Diagnostic) {
    var rest = words[...]
    while let word = rest.popFirst() {
      switch word {
      case "--peers": peers = try Self.value(of: word, &rest)
      case "--python": python = try Self.value(of: word, &rest)
      case "--formulas": formulas = try Self.value(of: word, &rest)
      case "--runs": rounds = try Self.rounds(try Self.value(of: word, &rest))
      case "--only":
        repeat {
          let name = try Self.value(of: word, &rest)
          _ = try groups.entry(named: name, at: nil)
          chosen.append(name)
        } while rest.first.map { !$0.hasPrefix("--") } ?? false
      case "--markdown": isMarkdown = true
      case "--help", "-h": wantsHelp = true
      default:
        let known = ["--peers", "--python", "--formulas", "--only", "--runs", "--markdown", "--help"]
        throw Diagnostic(
          "unknown argument '\(word)'",
          help: suggestion(for: word, in: known) ?? "known: \(known.joined(separator: ", "))")
      }
    }
  }

  /// Whether a group is to be measured: all are unless some were named.
  func wants(_ group: String) -> Bool { chosen.isEmpty || chosen.contains(group) }

  private static func value(
    of option: String, _ rest: inout ArraySlice<String>
  ) throws(Diagnostic) -> String {
    guard let value = rest.popFirst(), !value.isEmpty, !value.hasPrefix("--") else {
      throw Diagnostic("\(option) needs a value")
    }
    return value
  }

  private static func rounds(_ text: String) throws(Diagnostic) -> Int {
    guard let rounds = Int(text), (1...1000).contains(rounds) else {
      throw Diagnostic("--runs: expected a whole number from 1 to 1000, found '\(text)'")
    }
    return rounds
  }
}
