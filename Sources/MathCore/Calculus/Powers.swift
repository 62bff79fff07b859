/// How powers with common exponents are computed without the power function.
///
/// One plan for numbers, tensors and graphs, so that all give the same bits.
enum PowerPlan {
  case root
  case itself
  /// The product of that many factors.
  case product(Int)
  case reciprocal
  case reciprocalSquare

  /// `nil` where the power function is needed.
  init?(exponent: Double) {
    switch exponent {
    case 0.5: self = .root
    case 1: self = .itself
    case 2, 3, 4: self = .product(Int(exponent))
    case -1: self = .reciprocal
    case -2: self = .reciprocalSquare
    default: return nil
    }
  }

  /// Carries the plan out with a type's own multiplication, reciprocal and square root.
  func power<Value>(
    of x: Value, multiply: (Value, Value) -> Value, reciprocal: (Value) -> Value,
    root: (Value) -> Value
  ) -> Value {
    switch self {
    case .root: return root(x)
    case .itself: return x
    case .product(let count):
      let square = multiply(x, x)
      return count == 2 ? square : multiply(square, count == 3 ? x : square)
    case .reciprocal: return reciprocal(x)
    case .reciprocalSquare: return reciprocal(multiply(x, x))
    }
  }
}
