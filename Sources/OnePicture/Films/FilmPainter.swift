import Diagnostics
import Drawing
import Figures
import Rendering

/// Paints pictures of a film in any order, fastest in theirs; on one thread.
public final class FilmPainter {
  private let film: Film
  private let painter: FramePainter
  private var frame: Int?

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
}
