/// What moves the points of the plane in t-SNE.
///
/// Coordinates are arrays with room for whole vectors, as columns of `PointColumns` are.
package protocol NeighborForces: Sendable {
  /// The derivatives of the divergence with respect to all first coordinates, then to all second ones, where
  /// affinities are multiplied by the exaggeration.
  func gradient(_ xs: [Double], _ ys: [Double], exaggeration: Double) -> [Double]
  /// The Kullback–Leibler divergence Σ p log (p / q), in nats.
  func divergence(_ xs: [Double], _ ys: [Double]) -> Double
}

/// 4 Σ (p − q)(y − y')/(1 + |y − y'|²) from its two sums.
///
/// Source: van der Maaten and Hinton (2008), equation 5.
func tsneGradient(
  attraction: [Double], repulsion: [Double], normalization: Double, exaggeration: Double
) -> [Double] {
  zip(attraction, repulsion).map { 4 * (exaggeration * $0 - $1 / normalization) }
}
