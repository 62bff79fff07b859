package import Diagnostics
package import Expressions

extension Scene {
  /// The names of `data` and `let` with their values; throws everything that is wrong with them at once.
  ///
  /// Those of a film are values at a moment, that of its poster unless said.
  package func scope(at moment: FilmMoment? = nil) throws(DiagnosticList) -> Scope {
    var complaints = DiagnosticList()
    var scope = Scope(limits: limits, isBoundedTogether: true)
    if let film, let moment = moment ?? film.timing.moment(of: film.timing.posterFrame) {
      scope.define("t", as: .number(moment.t))
      scope.define("frame", as: .number(Double(moment.frame)))
      scope.define("frames", as: .number(Double(film.timing.frameCount)))
    }
    var failed: Set<String> = []
    for description in data {
      let value = complaints.collect { () throws(Diagnostic) in
        try description.value(in: scope, from: folder)
      }
      if let value { scope.define(description.name, as: value) } else { failed.insert(description.name) }
    }
    for definition in definitions {
      // What is wrong with a name is said once, where it is defined, and not again where it is used.
      guard failed.isDisjoint(with: definition.freeNames) else {
        failed.insert(definition.name)
        continue
      }
      let value = complaints.collect { () throws(Diagnostic) in try definition.evaluate(in: scope) }
      if let value { scope.define(definition.name, as: value) } else { failed.insert(definition.name) }
    }
    try complaints.throwIfErrors()
    return scope
  }
}
