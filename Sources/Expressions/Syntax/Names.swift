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
    } else if let greek = greekNames[scalar] {
      canonical += greek
    } else {
      canonical.unicodeScalars.append(scalar)
    }
  }
  return canonical
}

private let greekNames: [Unicode.Scalar: String] = [
  "α": "alpha", "β": "beta", "γ": "gamma", "δ": "delta", "ε": "epsilon", "ϵ": "epsilon",
  "ζ": "zeta", "η": "eta", "θ": "theta", "ϑ": "theta", "ι": "iota", "κ": "kappa", "λ": "lambda",
  "μ": "mu", "µ": "mu", "ν": "nu", "ξ": "xi", "π": "pi", "ρ": "rho", "σ": "sigma", "ς": "sigma",
  "τ": "tau", "υ": "upsilon", "φ": "phi", "ϕ": "phi", "χ": "chi", "ψ": "psi", "ω": "omega",
  "Γ": "Gamma", "Δ": "Delta", "Θ": "Theta", "Λ": "Lambda", "Ξ": "Xi", "Π": "Pi", "Σ": "Sigma",
  "Φ": "Phi", "Ψ": "Psi", "Ω": "Omega", "∞": "inf",
]
