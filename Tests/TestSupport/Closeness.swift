/// Whether two numbers agree to a relative tolerance, or to an absolute one where zero is expected.
///
/// Equal infinities agree, and so do two NaN.
package func isClose(
  _ actual: Double, _ expected: Double, within tolerance: Double, absolute: Double = 0
) -> Bool {
  if actual.isNaN || expected.isNaN { return actual.isNaN && expected.isNaN }
  if actual == expected { return true }
  return abs(actual - expected) <= max(tolerance * abs(expected), absolute)
}
