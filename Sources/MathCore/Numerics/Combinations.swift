/// In how many ways k of n things can be chosen: exact up to 2⁵³, to about 1e-13 beyond.
///
/// Both must be whole numbers from 0, or NaN; 0 where k exceeds n.
package func binomialCoefficient(_ n: Double, _ k: Double) -> Double {
  if n.isNaN || k.isNaN { return .nan }
  if k > n { return 0 }
  let fewer = min(k, n - k)
  if !(fewer > 0) { return 1 }
  // From 2002 over 1001 on, all are too large for a double.
  if fewer > 1000 { return .infinity }
  var product = 1.0
  for i in stride(from: 1, through: fewer, by: 1) {
    let factor = n - fewer + i
    // Every partial product is itself a number of combinations, so the division leaves no rest.
    product =
      product < 0x1p53 && factor < 0x1p53
      ? Double(UInt128(product) * UInt128(factor) / UInt128(i)) : product / i * factor
  }
  return product
}

/// 1 · 2 · … · n, the nearest double up to 22 and within an ulp beyond, for whole n from 0, or NaN.
package func factorial(_ n: Double) -> Double {
  guard n <= 22 else { return UnaryFunction.gamma(n + 1) }
  return stride(from: 2, through: n, by: 1).reduce(1, *)
}
