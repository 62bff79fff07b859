import CCairo
import Geometry

extension Transform {
  /// The map back; `nil` if the page is squashed or a coefficient is out of all proportion.
  var inverse: Transform? {
    let determinant = a * d - b * c
    // Also false for what is not a number. Twelve orders of magnitude beyond any real page.
    guard abs(determinant) > 1e-24, abs(determinant) < 1e24, abs(tx) < 1e150, abs(ty) < 1e150,
      max(abs(a), abs(b), abs(c), abs(d)) < 1e24
    else { return nil }
    return Transform(
      a: d / determinant, b: -b / determinant, c: -c / determinant, d: a / determinant,
      tx: (c * ty - d * tx) / determinant, ty: (b * tx - a * ty) / determinant)
  }

  /// Itself if there is a way back; Cairo refuses other maps.
  var ifInvertible: Transform? { inverse == nil ? nil : self }
}

extension cairo_matrix_t {
  init(_ transform: Transform) {
    self.init(
      xx: transform.a, yx: transform.b, xy: transform.c, yy: transform.d, x0: transform.tx,
      y0: transform.ty)
  }
}
