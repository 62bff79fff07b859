/// A number as an author would write it: whole numbers without a point, and a true minus sign.
func plain(_ number: Double) -> String {
  if number.isNaN { return "nan" }
  let text = "\(abs(number))"
  let size = number.isInfinite ? "∞" : text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  return number < 0 ? "−\(size)" : size
}
