/// Adam over the largest mean square so far, so that its rates never grow: v̂ := max(v̂, v).
///
/// w := w − η (m / (1 − β₁ᵗ)) / (√(v̂ / (1 − β₂ᵗ)) + ε).
/// Source: Reddi, Kale and Kumar, "On the convergence of Adam and beyond" (2018), algorithm 2; with the
/// corrections of bias of `torch.optim.Adam(amsgrad=True)`, and its defaults.
package struct AMSGrad: Optimizer, Configurable {
  package static let settings = Adam.settings

  package var rate: Double
  private var moments: Moments
  private var largest: [Double] = []

  package init(settings values: [Double]) {
    rate = values[0]
    moments = Moments(values[1...])
  }

  package mutating func step(from position: [Double], gradient: [Double]) -> [Double] {
    moments.add(gradient)
    largest = largest.isEmpty ? moments.square : zip(largest, moments.square).map { max($0, $1) }
    return zip(position, moments.adamStep(rate, over: largest)).map { $0 - $1 }
  }
}
