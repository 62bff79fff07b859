package import Diagnostics
package import Expressions

extension Scene {
  /// The names of `data` and `let` with their values; throws everything that is wrong with them at once.
  ///
  /// Those of a film are values at a moment, that of its poster unless said.
  package func scope(at moment: FilmMoment? = nil) throws(DiagnosticList) -> Scope {
    var complaints = DiagnosticList()
    var scope = Scope(limits: limits, isBoundedTogether: true, advice: FilmDescription.advice)
    let varied = film?.variedNames ?? []
    if let film, let moment = self.moment(moment) { film.define(moment, in: &scope) }
    var failed: Set<String> = []
    for description in data {
      let watch = PaceWatch()
      let value = complaints.collect { () throws(Diagnostic) in
        try description.value(in: scope.watched(by: watch), from: folder)
      }
      if let value {
        scope.define(description.name, as: value, changing: watch.pace)
      } else {
        failed.insert(description.name)
      }
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
      let watch = PaceWatch()
      let value = complaints.collect { () throws(Diagnostic) in
        try definition.evaluate(in: scope.watched(by: watch))
      }
      if let value {
        let pace: Pace = varied.contains(definition.keptName) ? .shot : .still
        scope.define(definition.name, as: value, changing: max(pace, watch.pace))
      } else {
        failed.insert(definition.name)
      }
    }
    scope.advice = FilmDescription.advice
    try complaints.throwIfErrors()
    return scope
  }
}

extension FilmDescription {
  /// Gives the names of a moment their values, and says which names shots give other ones.
  func define(_ moment: FilmMoment, in scope: inout Scope) {
    for name in variedNames { scope.declare(name, changing: .shot) }
    for (name, value) in names(at: moment) {
      scope.define(name, as: value, changing: Self.paces[name] ?? .still)
    }
  }

  /// The names that have another meaning in some shot.
  var variedNames: Set<String> { Set(shots.flatMap(\.definitions).map(\.keptName)) }

  private static let paces: [String: Pace] = ["t": .frame, "frame": .frame, "shot": .shot]
}
