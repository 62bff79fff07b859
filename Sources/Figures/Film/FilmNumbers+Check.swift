import Diagnostics
import Drawing

extension FilmNumbers {
  /// Longer films are tested at the frames that are measured.
  private static let mostChecked = 10_000

  /// A mistake, and where it was found.
  fileprivate struct Finding {
    let fault: Diagnostic
    let frame: Int
    var count = 1
  }

  /// Tests the frames, with what is wrong told once, with the first frame in which it is; returns warnings.
  func checked(with typesetter: (any Typesetter)?) throws(DiagnosticList) -> [Diagnostic] {
    let figure = try figure(in: scene.theme, fontsCheckedBy: typesetter)
    let checked = checkedMoments
    var (findings, warnings) = ([Finding](), [Diagnostic]())
    for moment in checked {
      do throws(DiagnosticList) {
        warnings = (warnings + (try frame(at: moment).warnings)).withoutRepeats
      } catch {
        for fault in error.diagnostics {
          // Messages that differ in a number only are one.
          if let known = findings.firstIndex(where: { $0.fault.isLike(fault) }) {
            findings[known].count += 1
          } else {
            findings.append(Finding(fault: fault, frame: moment.frame))
          }
        }
      }
    }
    try DiagnosticList(findings.map { $0.told(of: checked.count) }).throwIfErrors()
    return (figure.warnings + warnings).withoutRepeats
  }

  private var checkedMoments: [FilmMoment] {
    if let timing = scene.film?.timing, timing.frameCount <= Self.mostChecked {
      return (0..<timing.frameCount).compactMap { timing.moment(of: $0) }
    }
    return moments.sorted { $0.frame < $1.frame }
  }
}

extension FilmNumbers.Finding {
  /// With its frames, unless those are all.
  fileprivate func told(of count: Int) -> Diagnostic {
    if self.count == count { return fault }
    var fault = fault
    let others = self.count > 1 ? " and \(self.count - 1) more" : ""
    fault.message = "frame \(frame)\(others): \(fault.message)"
    return fault
  }
}

extension Diagnostic {
  fileprivate func isLike(_ other: Diagnostic) -> Bool {
    at == other.at && wording == other.wording
  }

  private var wording: String { message.filter { !$0.isNumber && !".-−∞".contains($0) } }
}
