import Drawing

/// Normal sight and the three ways of lacking a cone.
enum Sight: String, CaseIterable, Sendable {
  case normal
  case deuteranopic
  case protanopic
  case tritanopic

  /// Where a color lies for eyes of that kind.
  ///
  /// Source: Machado, Oliveira, Fernandes, "A physiologically-based model for simulation of color vision
  /// deficiency" (2009), severity 1, in linear light.
  func seen(_ color: Color) -> OKLab {
    let light = LinearLight(color)
    guard let (red, green, blue) = rows else { return OKLab(light) }
    func sum(_ row: (Double, Double, Double)) -> Double {
      min(max(row.0 * light.red + row.1 * light.green + row.2 * light.blue, 0), 1)
    }
    return OKLab(LinearLight(red: sum(red), green: sum(green), blue: sum(blue)))
  }

  private typealias Row = (Double, Double, Double)

  private var rows: (Row, Row, Row)? {
    switch self {
    case .normal: nil
    case .deuteranopic:
      ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881))
    case .protanopic:
      ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998))
    case .tritanopic:
      ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900))
    }
  }
}
