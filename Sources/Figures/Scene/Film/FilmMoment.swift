/// One picture of a film: which one it is, and how far things have come.
package struct FilmMoment: Hashable, Sendable {
  /// Counted over the whole film, from 0.
  package var frame: Int
  /// 0…1, within the shot.
  package var t: Double
  /// Which shot it belongs to, from 0.
  package var shot = 0
}
