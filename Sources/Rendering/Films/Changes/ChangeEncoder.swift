import Diagnostics

/// Encodes films in formats that write what changed from frame to frame, and for how long it is shown.
final class ChangeEncoder: FilmEncoder {
  let makePreparer: @Sendable () throws(Diagnostic) -> any FramePreparer
  private let writer: any PatchWriter
  private let encoder: any PatchEncoder
  private var memory: FrameMemory
  /// The patch that is not yet written, since it may be shown for longer, and its first frame.
  private var pending: (encoded: EncodedPatch, rect: PixelRect, start: Int)?
  /// How many frames' time was appended.
  private var count = 0
  private var nextNumber = 0

  init(
    _ shape: FilmShape, _ writer: any PatchWriter,
    makePatchEncoder: @escaping @Sendable () throws(Diagnostic) -> any PatchEncoder
  ) throws(Diagnostic) {
    let rules = writer.rules
    self.writer = writer
    encoder = try makePatchEncoder()
    memory = FrameMemory(shape, rules)
    makePreparer = { () throws(Diagnostic) in ChangePreparer(try makePatchEncoder(), shape, rules) }
  }

  func appendPoster(_ image: FrameImage) throws(Diagnostic) {
    try memory.shape.check(image)
    let patch = PixelPatch(rect: memory.shape.frame, words: Array(image.words), before: nil)
    try writer.writePoster(try encoder.encode(patch))
  }

  func append(_ frame: PreparedFrame, times: Int) throws(Diagnostic) {
    guard frame.number == nextNumber, times > 0 else {
      throw Diagnostic("frame \(frame.number) was to be encoded where frame \(nextNumber) was expected")
    }
    nextNumber += 1
    switch frame.change {
    case .none: break
    case .inside(let rect) where frame.number > 0:
      memory.change(to: frame.words, in: rect)
      try begin(EncodedPatch(bytes: frame.encoded, isOverlay: frame.isOverlay), rect)
    case .inside, .unknown:
      if let patch = frame.words.withUnsafeBufferPointer({ memory.change(to: $0) }) {
        let isEncoded = !frame.encoded.isEmpty
        try begin(isEncoded ? EncodedPatch(bytes: frame.encoded) : try encoder.encode(patch), patch.rect)
      }
    }
    try extend(by: times)
  }

  func finish() throws(Diagnostic) {
    guard count > 0 else { throw Diagnostic("a film without frames cannot be encoded") }
    try writePending()
    try writer.finish(frames: count)
  }

  private func begin(_ encoded: EncodedPatch, _ rect: PixelRect) throws(Diagnostic) {
    try writePending()
    pending = (encoded, rect, count)
  }

  /// Shows what is pending for longer; if the format has no number for so long a time, then a corner of it again.
  private func extend(by times: Int) throws(Diagnostic) {
    let end = count + times
    while let start = pending?.start, end - start > writer.rules.longestRun {
      count = start + writer.rules.longestRun
      let corner = PixelRect(x: 0, y: 0, width: 1, height: 1)
      let rect = writer.rules.areWhole ? memory.shape.frame : corner
      let words = memory.pixels(in: rect)
      let patch = PixelPatch(rect: rect, words: words, before: writer.rules.areWhole ? nil : words)
      try begin(try encoder.encode(patch), rect)
    }
    count = end
  }

  private func writePending() throws(Diagnostic) {
    guard let patch = pending else { return }
    try writer.write(patch.encoded, in: patch.rect, during: patch.start..<count)
    pending = nil
  }
}
