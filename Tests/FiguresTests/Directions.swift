import Geometry
import Glibc

extension Vector {
  /// The vector of length 1 at an angle in degrees, clockwise as seen on the page.
  init(angle degrees: Double) {
    self.init(x: cos(degrees * .pi / 180), y: sin(degrees * .pi / 180))
  }
}
