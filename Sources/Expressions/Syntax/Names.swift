/// The one spelling under which a name is kept.
///
/// Subscript digits are digits and Greek letters their English names, so that `w₁` is `w1` and `η` is
/// `eta`, whichever of the two an author types where.
func canonicalName(_ name: String) -> String {
  if name.utf8.allSatisfy({ $0 < 0x80 }) { return name }
  var canonical = ""
  for scalar in name.unicodeScalars {
    if ("₀"..."₉").contains(scalar) {
      canonical += String(scalar.value - 0x2080)
    } else if let greek = greekName(scalar) {
      canonical += greek
    } else {
      canonical.unicodeScalars.append(scalar)
    }
  }
  return canonical
}

/// The name of a Greek letter; the sign for infinity counts as one.
private func greekName(_ scalar: Unicode.Scalar) -> String? {
  switch scalar {
  case "α": "alpha"
  case "β": "beta"
  case "γ": "gamma"
  case "δ": "delta"
  case "ε", "ϵ": "epsilon"
  case "ζ": "zeta"
  case "η": "eta"
  case "θ", "ϑ": "theta"
  case "ι": "iota"
  case "κ": "kappa"
  case "λ": "lambda"
  case "μ", "µ": "mu"
  case "ν": "nu"
  case "ξ": "xi"
  case "π": "pi"
  case "ρ": "rho"
  case "σ", "ς": "sigma"
  case "τ": "tau"
  case "υ": "upsilon"
  case "φ", "ϕ": "phi"
  case "χ": "chi"
  case "ψ": "psi"
  case "ω": "omega"
  case "Γ": "Gamma"
  case "Δ": "Delta"
  case "Θ": "Theta"
  case "Λ": "Lambda"
  case "Ξ": "Xi"
  case "Π": "Pi"
  case "Σ": "Sigma"
  case "Φ": "Phi"
  case "Ψ": "Psi"
  case "Ω": "Omega"
  case "∞": "inf"
  default: nil
  }
}
