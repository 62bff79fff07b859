import Diagnostics
import Drawing
import Figures
import Rendering

/// Paints pictures of a film in any order, fastest in theirs; on one thread.
public final class FilmPainter {
  private let film: Film
  private let painter: FramePainter
  private var frame: Int?
  /// For each recording that this painter takes part in.
  private var preparers: [ObjectIdentifier: any FramePreparer] = [:]

  init(of film: Film) {
    self.film = film
    painter = FramePainter(options: RenderOptions(scale: film.scale))
  }

  /// Paints a frame, and returns what is legal in it but probably not meant; throws what is wrong with it.
  @discardableResult
  public func paint(_ frame: Int) throws(SceneError) -> [Problem] {
    let (list, warnings): (DisplayList, [Diagnostic])
    do {
      (list, warnings) = try film.content.value.drawn(at: frame)
    } catch {
      throw SceneError(error, in: film.source, named: film.name)
    }
    do { try painter.paint(list) } catch { throw SceneError(error) }
    self.frame = frame
    return warnings.map { Problem($0, in: film.source, named: film.name) }
  }

  /// The bytes of a PNG file of the frame painted last.
  ///
  /// They tell which frame of which film it is, so that a folder of frames can be completed later.
  public func png() throws(SceneError) -> [UInt8] {
    guard let frame else { throw SceneError(Diagnostic("nothing is painted yet")) }
    do { return try painter.png(note: film.note(of: frame).text) } catch { throw SceneError(error) }
  }

  /// Hands a frame over to recordings, whose frame it is at that place: the one that a whole PNG file of ours
  /// holds, or the one painted last.
  package func record(
    _ file: [UInt8]? = nil, for recordings: [FilmRecording], at position: Int
  ) throws(SceneError) {
    var prepared: [PreparedFrame] = []
    do throws(Diagnostic) {
      let rendered = try file.map { file throws(Diagnostic) in try RenderedFrame(png: file, named: "frame") }
      for recording in recordings {
        let preparer = try preparer(for: recording)
        let prepare = { (image: FrameImage) throws(Diagnostic) in
          try preparer.prepare(image, number: position)
        }
        let frame = if let rendered { try rendered.withImage(prepare) } else { try withImage(prepare) }
        prepared.append(frame)
      }
    } catch {
      throw SceneError(error)
    }
    for (recording, frame) in zip(recordings, prepared) { try recording.add(frame, at: position) }
  }

  private func preparer(for recording: FilmRecording) throws(Diagnostic) -> any FramePreparer {
    if let known = preparers[ObjectIdentifier(recording)] { return known }
    let preparer = try recording.makePreparer()
    preparers[ObjectIdentifier(recording)] = preparer
    return preparer
  }

  /// The pixels of the frame painted last.
  func withImage<Result>(_ body: (FrameImage) throws(Diagnostic) -> Result) throws(Diagnostic) -> Result {
    try painter.withImage(body)
  }
}
