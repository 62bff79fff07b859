import Diagnostics
import Expressions

/// The names of a film's scene at every moment; values that do not change are computed once, or once a shot.
struct FilmScopes: Sendable {
  /// A name that is defined after the first one that changes in every frame.
  fileprivate struct Step: Sendable {
    let definition: Definition
    let pace: Pace
    /// `nil` for one that changes in every frame.
    let value: Value?
  }

  /// The names of a shot in their order.
  fileprivate struct Shot: Sendable {
    /// Up to the first that changes in every frame.
    var start: Scope
    var rest: [Step] = []
  }

  private let film: FilmDescription
  private var shots: [Int: Shot] = [:]

  /// Evaluates what is the same in all frames of a shot; throws what is wrong with it.
  init(of scene: Scene, _ film: FilmDescription, at moments: [FilmMoment]) throws(DiagnosticList) {
    self.film = film
    var complaints = DiagnosticList()
    for (number, moments) in Dictionary(grouping: moments, by: \.shot).sorted(by: { $0.key < $1.key }) {
      do throws(DiagnosticList) {
        let known = try Self.firstScope(of: scene, at: moments)
        shots[number] = Shot(of: scene, film, known.scope, at: known.moment)
      } catch {
        // What is wrong in several shots is told once.
        for fault in error.diagnostics where !complaints.diagnostics.contains(fault) {
          complaints.append(fault)
        }
      }
    }
    try complaints.throwIfErrors()
  }

  /// The names at the first moment at which nothing is wrong; what is wrong at all moments that are tried is thrown.
  private static func firstScope(
    of scene: Scene, at moments: [FilmMoment]
  ) throws(DiagnosticList) -> (scope: Scope, moment: FilmMoment) {
    var complaints: DiagnosticList?
    // Later moments more rarely: nearly always the first is as good as any.
    var index = 0
    for step in 1... {
      guard index < moments.count else { break }
      do throws(DiagnosticList) {
        return (try scene.scope(at: moments[index]), moments[index])
      } catch {
        complaints = complaints ?? error
      }
      index += step
    }
    throw complaints ?? DiagnosticList()
  }

  /// The names at a moment; throws everything that is wrong with them then.
  func scope(at moment: FilmMoment) throws(DiagnosticList) -> Scope {
    guard let shot = shots[moment.shot] else { return Scope() }
    var scope = shot.start.boundedAnew()
    film.define(moment, in: &scope)
    var complaints = DiagnosticList()
    var failed: Set<String> = []
    for step in shot.rest {
      let definition = step.definition
      guard failed.isEmpty || failed.isDisjoint(with: definition.freeNames) else {
        failed.insert(definition.name)
        continue
      }
      let value =
        step.value ?? complaints.collect { () throws(Diagnostic) in try definition.evaluate(in: scope) }
      if let value {
        scope.define(definition.name, as: value, changing: step.pace)
      } else {
        failed.insert(definition.name)
      }
    }
    try complaints.throwIfErrors()
    return scope
  }
}

extension FilmScopes.Shot {
  /// Sorts the names that are known at a moment by what changes.
  fileprivate init(of scene: Scene, _ film: FilmDescription, _ known: Scope, at moment: FilmMoment) {
    start = Scope(limits: scene.limits, isBoundedTogether: true, advice: FilmDescription.advice)
    film.define(moment, in: &start)
    let definitions = scene.definitions(at: moment)
    let first = definitions.firstIndex { known.pace(of: $0.name) == .frame } ?? definitions.count
    for name in scene.data.map(\.name) + definitions.prefix(first).map(\.name) {
      guard let value = known.value(named: name) else { continue }
      start.define(name, as: value, changing: known.pace(of: name))
    }
    rest = definitions.dropFirst(first).map { definition in
      let pace = known.pace(of: definition.name)
      let value = pace == .frame ? nil : known.value(named: definition.name)
      return FilmScopes.Step(definition: definition, pace: pace, value: value)
    }
  }
}
