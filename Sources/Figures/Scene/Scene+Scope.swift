package import Diagnostics
package import Expressions

extension Scene {
  /// The names of `data` and `let` with their values; throws everything that is wrong with them at once.
  ///
  /// Those of a film are values at a moment, that of its poster unless said.
  package func scope(at moment: FilmMoment? = nil) throws(DiagnosticList) -> Scope {
    var complaints = DiagnosticList()
    var scope = Scope(limits: limits, isBoundedTogether: true, advice: FilmDescription.advice)
    if let film, let moment = self.moment(moment) {
      for (name, value) in film.names(at: moment) { scope.define(name, as: value) }
    }
    var failed: Set<String> = []
    for description in data {
      let value = complaints.collect { () throws(Diagnostic) in
        try description.value(in: scope, from: folder)
      }
      if let value { scope.define(description.name, as: value) } else { failed.insert(description.name) }
    }
    let ownCount = shot(at: moment)?.definitions.count ?? 0
    if ownCount > 0 { scope.advice = advice(inShot: true) }
    for (number, definition) in definitions(at: moment).enumerated() {
      if number == ownCount { scope.advice = FilmDescription.advice }
      // What is wrong with a name is said once, where it is defined, and not again where it is used.
      guard failed.isDisjoint(with: definition.freeNames) else {
        failed.insert(definition.name)
        continue
      }
      let value = complaints.collect { () throws(Diagnostic) in try definition.evaluate(in: scope) }
      if let value { scope.define(definition.name, as: value) } else { failed.insert(definition.name) }
    }
    scope.advice = FilmDescription.advice
    try complaints.throwIfErrors()
    return scope
  }
}
