import Diagnostics
import Expressions
import Formulas
import SceneFiles

/// The words of a film's strip: what all its pictures say stands there once, what tells them apart below each.
struct StripWords {
  private(set) var title: Label?
  private(set) var subtitle: Label?
  private(set) var notation: Label?
  private(set) var callouts: [TermCallout] = []
  private(set) var caption: Label?
  /// What stands below each picture.
  private(set) var captions: [Label] = []

  /// Takes words out of a scene, whose frames are then drawn without them.
  init(takenFrom scene: inout Scene, at moments: [FilmMoment]) throws(DiagnosticList) {
    var scopes: [Scope] = []
    for moment in moments { scopes.append(try scene.scope(at: moment)) }
    do throws(Diagnostic) {
      title = try Self.take(&scene.title, in: scopes)
      caption = try Self.take(&scene.caption, in: scopes)
      try takeNotation(from: &scene, in: scopes)
      try takeSubtitles(from: &scene, at: moments, in: scopes)
    } catch {
      throw DiagnosticList([error])
    }
  }

  /// What a label says in all scopes alike, which is then taken away; else it stays.
  private static func take(_ template: inout LabelTemplate?, in scopes: [Scope]) throws(Diagnostic) -> Label?
  {
    guard let described = template else { return nil }
    let labels = try scopes.map { scope throws(Diagnostic) in try described.evaluate(in: scope) }
    guard let first = labels.first, labels.allSatisfy({ $0.source == first.source }) else { return nil }
    template = nil
    return first
  }

  private mutating func takeNotation(from scene: inout Scene, in scopes: [Scope]) throws(Diagnostic) {
    notation = try Self.take(&scene.notation, in: scopes)
    guard let notation, let scope = scopes.first, let described = scene.callouts else { return }
    callouts = try described.evaluate(for: notation, in: scope)
    scene.callouts = nil
  }

  /// Takes the subtitles and the titles of shots: they stand below the pictures unless all are the same.
  private mutating func takeSubtitles(
    from scene: inout Scene, at moments: [FilmMoment], in scopes: [Scope]
  ) throws(Diagnostic) {
    let subtitles = try zip(moments, scopes).map { moment, scope throws(Diagnostic) in
      try scene.subtitle(at: moment)?.evaluate(in: scope)
    }
    scene.subtitle = nil
    for index in scene.film?.shots.indices ?? 0..<0 { scene.film?.shots[index].title = nil }
    let isShared = Set(subtitles.map { $0?.source }).count == 1
    subtitle = isShared ? subtitles.first ?? nil : nil
    captions = try moments.indices.map { index throws(Diagnostic) in
      let shot = moments.indices.filter { moments[$0].shot == moments[index].shot }
      let own = isShared ? nil : subtitles[index]
      if let own, Set(shot.map { subtitles[$0]?.source }).count > 1 { return own }
      return try Self.caption(own, at: moments[index].t, in: scene.language)
    }
  }

  /// The time, and before it what does not tell the pictures of a shot apart.
  private static func caption(
    _ words: Label?, at t: Double, in language: FormulaLanguage
  ) throws(Diagnostic) -> Label {
    let hundredths = Int((t * 100).rounded())
    let time = "$t = \(hundredths / 100).\(hundredths / 10 % 10)\(hundredths % 10)$"
    return try Label(parsing: LocatedText(words.map { "\($0.source), \(time)" } ?? time), in: language)
  }
}
