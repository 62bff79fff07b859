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
      subtitle = try Self.take(&scene.subtitle, in: scopes)
      captions = try captions(of: &scene, at: moments, in: scopes)
    } catch {
      throw DiagnosticList([error])
    }
  }

  /// What a label says in all scopes alike, which is then taken away; else it stays.
  private static func take(_ template: inout LabelTemplate?, in scopes: [Scope]) throws(Diagnostic) -> Label?
  {
    guard let labels = try labels(template, in: scopes), let first = labels.first,
      labels.allSatisfy({ $0.source == first.source })
    else { return nil }
    template = nil
    return first
  }

  private static func labels(_ template: LabelTemplate?, in scopes: [Scope]) throws(Diagnostic) -> [Label]? {
    try template.map { template throws(Diagnostic) in
      try scopes.map { scope throws(Diagnostic) in try template.evaluate(in: scope) }
    }
  }

  private mutating func takeNotation(from scene: inout Scene, in scopes: [Scope]) throws(Diagnostic) {
    notation = try Self.take(&scene.notation, in: scopes)
    guard let notation, let scope = scopes.first, let described = scene.callouts else { return }
    callouts = try described.evaluate(for: notation, in: scope)
    scene.callouts = nil
  }

  /// The subtitle where it changes; the time in shots in which it does not.
  private func captions(
    of scene: inout Scene, at moments: [FilmMoment], in scopes: [Scope]
  ) throws(Diagnostic) -> [Label] {
    let subtitles = try Self.labels(scene.subtitle, in: scopes)
    scene.subtitle = nil
    return try moments.indices.map { index throws(Diagnostic) in
      let shot = moments.indices.filter { moments[$0].shot == moments[index].shot }
      if let subtitles, Set(shot.map { subtitles[$0].source }).count > 1 { return subtitles[index] }
      let hundredths = Int((moments[index].t * 100).rounded())
      let time = "$t = \(hundredths / 100).\(hundredths / 10 % 10)\(hundredths % 10)$"
      let text = subtitles.map { $0[index].source + ", " + time } ?? time
      return try Label(parsing: LocatedText(text), in: scene.language)
    }
  }
}
