/// One thing wrong with what the user wrote, and how to mend it.
package struct Diagnostic: Error, Hashable, Sendable {
  /// How bad it is: an error means that there is no picture.
  package enum Severity: String, Hashable, Sendable {
    case error
    case warning
  }

  /// What was found and what was expected: lower case, no full stop.
  package var message: String
  /// Where it stands; `nil` for files as a whole and for texts from memory.
  package var at: SourceLocation?
  /// A hint such as `did you mean 'contours'?`.
  package var help: String?
  package var severity: Severity

  package init(
    _ message: String, at location: SourceLocation? = nil, help: String? = nil,
    severity: Severity = .error
  ) {
    self.message = message
    self.at = location
    self.help = help
    self.severity = severity
  }
}

extension Diagnostic: CustomStringConvertible {
  /// One line as compilers print it: `file:line:column: error: message; help`.
  package var description: String {
    let place = at.map { "\($0): " } ?? ""
    let hint = help.map { "; \($0)" } ?? ""
    return "\(place)\(severity.rawValue): \(message)\(hint)"
  }
}

/// All that is wrong with a scene, so that one run shows every mistake.
package struct DiagnosticList: Error, Hashable, Sendable {
  package private(set) var diagnostics: [Diagnostic]

  package init(_ diagnostics: [Diagnostic] = []) {
    self.diagnostics = diagnostics
  }

  package var isEmpty: Bool { diagnostics.isEmpty }
  package var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

  package mutating func append(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }
  package mutating func append(_ list: DiagnosticList) { diagnostics += list.diagnostics }

  /// Runs one step; a diagnostic that it throws is kept, and `nil` returned.
  package mutating func collect<Result>(_ step: () throws(Diagnostic) -> Result?) -> Result? {
    do {
      return try step()
    } catch {
      append(error)
      return nil
    }
  }

  /// Throws itself if it holds an error; warnings alone do not stop a picture.
  package func throwIfErrors() throws(DiagnosticList) {
    if hasErrors { throw self }
  }
}
