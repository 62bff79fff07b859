import ExpressionProbe

private let probe = Result { try ExpressionProbe() }

/// What libFuzzer calls with each input: the text of an expression.
private let testOneInput: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt = { bytes, count in
  let text = String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self)
  do {
    _ = try probe.get().run(text)
  } catch {
    // A crash is how libFuzzer learns of a mistake.
    fatalError("\(error)")
  }
  return 0
}

/// libFuzzer's own main function, which takes its arguments from the command line.
@_silgen_name("LLVMFuzzerRunDriver")
private func runFuzzer(
  _ count: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
  _ test: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

var count = CommandLine.argc
var arguments = CommandLine.unsafeArgv
_ = runFuzzer(&count, &arguments, testOneInput)
