import OnePicture
import Synchronization
import TestSupport
import Testing

/// A frame is the same whoever paints it, and whatever was painted before.
@Suite struct FilmTests {
  static let names = SceneFolder.names.filter { (try? SceneFolder.scene($0).isFilm) ?? false }

  @Test(arguments: names)
  func framesInRandomOrderOnFourThreadsAreThoseInOrderOnOne(_ name: String) throws {
    let film = try SceneFolder.scene(name).film(scale: 0.1)
    // Neighbors, and frames far from each other.
    let frames =
      Array(0..<min(4, film.frameCount))
      + stride(from: 4, to: film.frameCount, by: max(film.frameCount / 8, 1))
    let expected = try pngs(of: film, frames, threads: 1)
    var random = SplitMix64(seed: 7)
    for _ in 0..<2 {
      #expect(try pngs(of: film, frames.shuffled(using: &random), threads: 4) == expected)
    }
    #expect(expected.count == frames.count)
  }

  @Test("nothing in a film is doubtful", arguments: names)
  func filmsAreSilent(_ name: String) throws {
    let film = try SceneFolder.scene(name).film(scale: 0.02)
    let frames = Array(stride(from: 0, to: film.frameCount, by: 5)) + [film.frameCount - 1]
    let told = Mutex<Set<String>>([])
    try film.forEachFrame(of: frames, threads: 2, longestRun: 8) { (frame, painter) throws(SceneError) in
      for problem in try painter.paint(frame) { told.withLock { _ = $0.insert("\(problem)") } }
    }
    #expect(told.withLock { $0 } == [])
  }

  private func pngs(of film: Film, _ frames: [Int], threads: Int) throws -> [Int: [UInt8]] {
    let files = Files()
    try film.forEachFrame(of: frames, threads: threads, longestRun: 2) {
      (frame, painter) throws(SceneError) in
      try painter.paint(frame)
      let png = try painter.png()
      files.known.withLock { $0[frame] = png }
    }
    return files.known.withLock { $0 }
  }

  private final class Files: Sendable {
    let known = Mutex<[Int: [UInt8]]>([:])
  }
}
