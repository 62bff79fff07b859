import Diagnostics
import Expressions

/// What a scene says at a moment of its film.
extension Scene {
  /// That moment, or the one of the poster; `nil` for a scene without a film.
  func moment(_ moment: FilmMoment?) -> FilmMoment? {
    film.flatMap { film in moment ?? film.timing.moment(of: film.timing.posterFrame) }
  }

  /// The lines of `let` in their order; those of a shot come first, and replace others of the same name.
  func definitions(at moment: FilmMoment?) -> [Definition] {
    guard let own = shot(at: moment)?.definitions, !own.isEmpty else { return definitions }
    let replaced = Set(own.map(\.keptName))
    return own + definitions.filter { !replaced.contains($0.keptName) }
  }

  /// What to say where a line of `let` uses a name that is not defined: those of a shot stand before the others.
  func advice(inShot isInShot: Bool) -> [String: String] {
    guard isInShot else { return FilmDescription.advice }
    let later = definitions.map { ($0.keptName, "a shot's names stand before those of the scene's 'let'") }
    return FilmDescription.advice.merging(later) { $1 }
  }

  /// The words below the title: those of the shot, else the scene's own.
  func subtitle(at moment: FilmMoment?) -> LabelTemplate? { shot(at: moment)?.title ?? subtitle }

  /// The shot that is shown, in a film of shots.
  func shot(at moment: FilmMoment?) -> ShotDescription? {
    guard let film, let moment = self.moment(moment), film.shots.indices.contains(moment.shot) else {
      return nil
    }
    return film.shots[moment.shot]
  }
}
