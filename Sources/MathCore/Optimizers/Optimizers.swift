package import Diagnostics

/// A rule that moves a point against the gradient of a loss; its memory is part of its value.
package protocol Optimizer: Hashable, Sendable {
  /// The settings by the names that users write, with their defaults.
  static var settings: [OptimizerSetting] { get }
  /// An optimizer at the start of a run; one value for each setting, in order.
  init(settings values: [Double])
  /// The next point.
  mutating func step(from position: [Double], gradient: [Double]) -> [Double]
}

/// One number that an optimizer is set up with.
package struct OptimizerSetting: Hashable, Sendable {
  /// What users write in front of `=`.
  package var name: String
  /// What it is where the user says nothing; `nil` where the user has to say.
  package var standard: Double?

  /// A setting; without `standard` the user has to say it.
  package init(_ name: String, standard: Double? = nil) {
    self.name = name
    self.standard = standard
  }
}

/// All optimizers by the names that users write.
package let optimizers = Catalogue<any Optimizer.Type>(
  "optimizer",
  [
    "sgd": SGD.self
  ])
