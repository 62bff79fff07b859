/// A value behind a reference, for what public types hold of other modules.
///
/// Incremental builds do not recompile a program when the size of such a type changes because of a module
/// that the program does not import; seen as crashes in tests. A reference keeps its size.
final class Boxed<Value: Sendable>: Sendable {
  let value: Value

  init(_ value: Value) {
    self.value = value
  }
}
