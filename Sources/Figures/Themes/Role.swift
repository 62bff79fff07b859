package import Diagnostics

/// What a thing means in the course; a role keeps its color in every figure.
package enum Role: String, Hashable, Sendable, CaseIterable {
  case data
  case weight
  case prediction
  case target
  case gradient
  case loss
  case probability
  case error
  case highlight
  case muted
}

/// The roles by the names that scenes use.
package let roles = Catalogue<Role>(
  "role",
  [
    "data": .data, "weight": .weight, "prediction": .prediction, "target": .target,
    "gradient": .gradient, "loss": .loss, "probability": .probability, "error": .error,
    "highlight": .highlight, "muted": .muted,
  ])
