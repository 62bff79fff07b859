import Diagnostics

/// Prepares frames for formats that write what changed from frame to frame.
final class ChangePreparer: FramePreparer {
  private let encoder: any PatchEncoder
  private var memory: FrameMemory
  private var last = -1

  init(_ encoder: any PatchEncoder, _ shape: FilmShape, _ rules: PatchRules) {
    self.encoder = encoder
    memory = FrameMemory(shape, rules)
  }

  func prepare(_ image: FrameImage, number: Int) throws(Diagnostic) -> PreparedFrame {
    let shape = memory.shape
    try shape.check(image)
    let knowsPrevious = number == last + 1
    if !knowsPrevious { memory = FrameMemory(shape, memory.rules) }
    last = number
    guard let patch = memory.change(to: image.words) else {
      return PreparedFrame(number: number, change: .none, words: [], encoded: [])
    }
    // A patch that is a whole frame anyway needs no predecessor.
    let isEncoded = knowsPrevious || memory.rules.areWhole
    let encoded = isEncoded ? try encoder.encode(patch) : EncodedPatch(bytes: [])
    return PreparedFrame(
      number: number, change: knowsPrevious ? .inside(patch.rect) : .unknown, words: patch.words,
      encoded: encoded.bytes, isOverlay: encoded.isOverlay)
  }
}
