import ExpressionProbe
import FuzzingDriver

private let probe = Result { try ExpressionProbe() }

runFuzzer { bytes, count in
  let text = String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self)
  do {
    _ = try probe.get().run(text)
  } catch {
    // A crash is how libFuzzer learns of a mistake.
    fatalError("\(error)")
  }
  return 0
}
